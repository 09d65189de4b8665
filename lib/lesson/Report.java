package lib.lesson;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import lib.page.Check;
import picocli.CommandLine.Help.Ansi;

/** What a lesson prints: a small report for people, at most 80 columns, kept line by line for the page. */
final class Report {

    private static final String ROW = "  %-26s %s";

    private final PrintWriter out;
    private final Ansi ansi;
    private final List<String> lines = new ArrayList<>();

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

    /** A line, kept for the page. */
    void line(String text) {
        lines.add(text);
        if (!isQuiet()) {
            out.println(text);
        }
    }

    /** A label and its value, aligned with the other rows. */
    static String row(String label, String format, Object... args) {
        return String.format(Locale.ROOT, ROW, label, String.format(Locale.ROOT, format, args));
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
    List<String> lines() {
        return Collections.unmodifiableList(lines);
    }
}
