package lib.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of what a lesson printed, as a page shows it: rows of names and values, a sentence, or lines kept as they are.
 *
 * @param rows names with their values; empty for text
 * @param text a paragraph, or lines to keep; empty for rows
 * @param kept whether the text keeps its spaces and line ends
 */
public record Printed(List<Row> rows, String text, boolean kept) {

    /** A number with its name. */
    public record Row(String name, String value) {}

    private static final Pattern ROW = Pattern.compile("  (\\S.*?) {2,}(\\S.*)");

    /** Groups printed lines: indented ones with a gap are rows, other indented ones are kept, the rest are sentences. */
    static List<Printed> of(List<String> lines) {
        List<Printed> all = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean kept = false;
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            boolean isRow = row.matches();
            boolean keep = line.startsWith(" ");
            if (line.isBlank() || isRow || keep != kept) {
                flush(text, kept, all);
            }
            if (!isRow) {
                flush(rows, all);
            }
            if (isRow) {
                rows.add(new Row(row.group(1), row.group(2).stripTrailing()));
            } else if (!line.isBlank()) {
                kept = keep;
                text.append(text.isEmpty() ? "" : keep ? "\n" : " ").append(keep ? line : line.strip());
            }
        }
        flush(text, kept, all);
        flush(rows, all);
        return all;
    }

    private static void flush(StringBuilder text, boolean kept, List<Printed> all) {
        if (!text.isEmpty()) {
            all.add(new Printed(List.of(), text.toString(), kept));
            text.setLength(0);
        }
    }

    private static void flush(List<Row> rows, List<Printed> all) {
        if (!rows.isEmpty()) {
            all.add(new Printed(List.copyOf(rows), "", false));
            rows.clear();
        }
    }
}
