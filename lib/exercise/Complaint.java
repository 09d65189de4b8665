package lib.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lib.io.UserError;
import lib.page.Command;
import lib.page.Line;

/** A diagnosis in words: what is wrong, what follows, which line to look at. At most 78 columns. */
final class Complaint {

    /** In the environment of an exercise that is run at every save. */
    static final String WATCHED = "WORKBOOK_WATCHED";

    private static final int WIDTH = 76;
    private static final Line GAP = Line.sentence("");

    private Complaint() {}

    /** A blank that is left: which, why it is there, and the line. */
    static UserError unsolved(String alias, Source source, Unsolved unsolved) {
        String why = Blank.of(unsolved.what()).map(blank -> blank.why).orElse("");
        String shown = source.show(unsolved.line());
        return UserError.failure("%s, line %s, is still blank: %s.".formatted(source.name(), unsolved.line(), unsolved.what()),
                "%s%n%n  %s%n%n  Fill it in and %s. Stuck? %s"
                        .formatted(String.join("\n  ", wrap(why)), shown, System.getenv(WATCHED) == null ? "run this again" : "save", Command.here(alias, "--hint")), null);
    }

    /** What to print about a loop that is wrong, of an exercise in so many dimensions: sentences, and lines of code. */
    static List<Line> about(Diagnosis diagnosis, Source source, double eta, int dimensions) {
        Optional<Code> code = Code.of(source);
        var lines = new ArrayList<>(List.of(Line.sentence(diagnosis.says()), GAP, Line.sentence("  " + diagnosis.means(eta))));
        if (!(diagnosis instanceof Diagnosis.Stopped)) {
            code.flatMap(Code::wholeDivision).ifPresent(note -> lines.add(Line.sentence("  " + note)));
        }
        boolean shapes = diagnosis instanceof Diagnosis.Stopped || diagnosis instanceof Diagnosis.Named named && named.slip() == Form.SHAPE_CHANGED;
        code.flatMap(Code::fixedShape).filter(shape -> shapes).ifPresent(shape -> lines.add(Line.sentence("  " + shape
                + " is the shape of that many points, and the loop is run with others: take it from x.")));
        int line = diagnosis instanceof Diagnosis.Stopped stopped ? stopped.line() : code.map(each -> each.line(spot(diagnosis)).orElse(0)).orElse(0);
        if (line > 0) {
            lines.addAll(List.of(GAP, Line.verbatim("  " + source.name()), Line.verbatim("  " + source.show(line))));
        }
        lines.addAll(List.of(GAP, Line.sentence(dimensions == 1 ? "  The checker runs your loop at step sizes 0.3, 0.1 and 0.02, under scores of its own."
                : "  The checker runs your loop with 5 and 7 points, at step sizes 0.3, 0.1 and 0.02, under scores of its own.")));
        return lines;
    }

    /** A line as a terminal of 78 columns shows it. */
    static List<String> wrapped(Line line) {
        String text = line.text();
        String indent = text.startsWith("  ") ? "  " : "";
        return line.kind() == Line.Kind.VERBATIM ? List.of(text) : wrap(text).stream().map(indent::concat).toList();
    }

    private static Spot spot(Diagnosis diagnosis) {
        return diagnosis instanceof Diagnosis.Named named ? named.slip().spot() : Spot.UPDATE;
    }

    static List<String> wrap(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
