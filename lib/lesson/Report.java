package lib.lesson;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import lib.page.Check;
import lib.page.Line;
import picocli.CommandLine.Help.Ansi;

/** What a lesson prints: a small report for people, at most 80 columns, kept for the page as what it is. */
final class Report {

    private static final String ROW = "  %-26s %s";
    private static final int WIDTH = 80;

    private final PrintWriter out;
    private final Ansi ansi;
    private final List<Line> lines = new ArrayList<>();

    Report(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    /** A report that is kept for the page and printed nowhere. */
    static Report quiet() {
        return new Report(null, Ansi.OFF);
    }

    /** Whether nobody sees it as it grows. */
    boolean isQuiet() {
        return out == null;
    }

    /** A sentence, broken for the terminal. */
    void say(String text) {
        lines.add(Line.sentence(text));
        wrap(text).forEach(this::aside);
    }

    /** A line that keeps its spaces. */
    void show(String text) {
        lines.add(Line.verbatim(text));
        aside(text);
    }

    /** A number with its name. */
    void value(String name, String text) {
        lines.add(Line.value(name, text));
        aside(row(name, text));
    }

    /** A name and its value, aligned with the other rows. */
    static String row(String name, String value) {
        return String.format(Locale.ROOT, ROW, name, value);
    }

    /** Lines of at most 80 columns, each indented as the text is. */
    static List<String> wrap(String text) {
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        List<String> wrapped = new ArrayList<>();
        var line = new StringBuilder(indent);
        for (String word : text.strip().split("\\s+")) {
            boolean empty = line.length() == indent.length();
            if (!empty && line.codePointCount(0, line.length()) + 1 + word.codePointCount(0, word.length()) > WIDTH) {
                wrapped.add(line.toString());
                line.setLength(indent.length());
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
        }
        wrapped.add(line.toString().stripTrailing());
        return wrapped;
    }

    /** A check's outcome in words and colour; the page has its own table of them. */
    void check(Check check) {
        Check.Outcome outcome = check.outcome();
        String style = switch (outcome) {
            case HOLDS -> "green";
            case FAILS -> "bold,red";
            case OPEN -> "yellow";
        };
        out.println("  " + ansi.string("@|" + style + " " + outcome.mark() + "|@") + " " + check.claim());
        out.println("    " + (outcome == Check.Outcome.HOLDS ? "" : outcome.words() + ": ") + check.detail());
    }

    /** A line that belongs to this run only, such as a time; not kept. */
    void aside(String text) {
        if (!isQuiet()) {
            out.println(text);
        }
    }

    /** The lines so far, without those of {@link #check} and {@link #aside}. */
    List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }
}
