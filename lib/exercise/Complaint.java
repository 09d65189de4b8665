package lib.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import lib.page.UserError;

/** A diagnosis in words: what is wrong, what follows, which line to look at. At most 78 columns. */
final class Complaint {

    private static final int WIDTH = 76;

    private Complaint() {}

    /** A blank that is left: which, why it is there, and the line. */
    static UserError unsolved(String alias, Source source, Unsolved unsolved) {
        String why = "";
        for (Blank blank : Blank.values()) {
            if (source.line(blank).orElse(0) == unsolved.line()) {
                why = blank.why + " ";
            }
        }
        String shown = source.show(unsolved.line());
        return UserError.failure("%s, line %s, is still blank: %s.".formatted(source.name(), unsolved.line(), unsolved.what()),
                "%s%n%n  %s%n%n  Fill it in and run this again. Stuck? jbang %s --hint"
                        .formatted(String.join("\n  ", wrap(why)), shown, alias), null);
    }

    /** The lines to print about a loop that is wrong. */
    static List<String> about(Diagnosis diagnosis, Source source, double eta) {
        var lines = new ArrayList<String>();
        lines.addAll(wrap(diagnosis.says()));
        lines.add("");
        wrap(diagnosis.means(eta)).forEach(line -> lines.add("  " + line));
        OptionalInt line = line(diagnosis, source);
        if (line.isPresent()) {
            lines.add("");
            lines.add("  " + source.name());
            lines.add("  " + source.show(line.getAsInt()));
        }
        return lines;
    }

    private static OptionalInt line(Diagnosis diagnosis, Source source) {
        if (diagnosis instanceof Diagnosis.Stopped stopped) {
            return stopped.line() > 0 ? OptionalInt.of(stopped.line()) : OptionalInt.empty();
        }
        Blank blank = diagnosis instanceof Diagnosis.Named named ? named.slip().blank() : Blank.X;
        return blank == null ? OptionalInt.empty() : source.line(blank);
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
