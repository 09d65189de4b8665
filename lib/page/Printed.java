package lib.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of what a lesson printed, as a page shows it: rows of names and values, a paragraph, or lines kept as they
 * are.
 *
 * @param rows names with their values; empty for text
 * @param text a paragraph, or lines to keep; empty for rows
 * @param kept whether the text keeps its spaces and line ends
 */
public record Printed(List<Row> rows, String text, boolean kept) {

    /** A number with its name. */
    public record Row(String name, String value) {}

    /** Groups lines of one kind that follow each other; an empty sentence ends a paragraph. */
    static List<Printed> of(List<Line> lines) {
        List<Printed> all = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= lines.size(); to++) {
            if (to == lines.size() || isGap(lines.get(to)) || isGap(lines.get(to - 1))
                    || lines.get(to).kind() != lines.get(from).kind()) {
                add(lines.subList(from, to), all);
                from = to;
            }
        }
        return all;
    }

    private static boolean isGap(Line line) {
        return line.kind() == Line.Kind.SENTENCE && line.text().isBlank();
    }

    private static void add(List<Line> like, List<Printed> all) {
        if (!isGap(like.get(0))) {
            all.add(switch (like.get(0).kind()) {
                case VALUE -> new Printed(like.stream().map(line -> new Row(line.name(), line.text().strip()))
                        .toList(), "", false);
                case SENTENCE -> new Printed(List.of(),
                        String.join(" ", like.stream().map(line -> line.text().strip()).toList()), false);
                case VERBATIM -> new Printed(List.of(), String.join("\n", like.stream().map(Line::text).toList()),
                        true);
            });
        }
    }
}
