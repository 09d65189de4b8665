package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** A line through points in the order of their rows: a curve over x, filled to zero or not, or a walk in the plane. */
record Curve(double[] x, double[] y, Kind kind, Palette ink) implements Mark {

    private static final int PIECES = 2_500; // of a long line, four points each

    enum Kind { LINE, DASHED, AREA, PATH }

    /** A curve through all points, or of a very long one those that keep its look. */
    static Curve of(Table table, String xName, String yName, Palette ink, Kind kind) {
        double[] x = Data.column(table, xName);
        double[] y = Data.column(table, yName);
        int[] rows = outline(x, y);
        return new Curve(Arrays.stream(rows).mapToDouble(row -> x[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> y[row]).toArray(), kind, ink);
    }

    @Override
    public void draw(Canvas canvas) {
        if (kind == Kind.AREA) {
            ObjectNode area = canvas.scatter("none", x, y).put("fill", "tozeroy")
                    .put("fillcolor", ink.light() + Theme.TINT).put("hoverinfo", "skip");
            area.withObject("line").put("simplify", false);
        }
        boolean path = kind == Kind.PATH;
        ObjectNode line = canvas.scatter("lines", x, y).put("hovertemplate", hover(canvas))
                .put("hoverinfo", "y"); // no second label at the axis
        line.withObject("line").put("simplify", false).put("color", ink.light())
                .put("width", path ? 1.2 : kind == Kind.DASHED ? 1.6 : 2.2);
        if (kind == Kind.DASHED) {
            line.withObject("line").put("dash", "6px,4px");
        }
        if (path) {
            line.put("opacity", 0.75);
        }
        canvas.keepClear(x, y);
    }

    private String hover(Canvas canvas) {
        if (kind == Kind.PATH) {
            return "at (%{x}, %{y})<extra></extra>";
        }
        return Format.markup(symbol(canvas.xLabel, "x")) + " = %{x}, " + Format.markup(symbol(canvas.yLabel, "y"))
                + " = %{y}<extra></extra>";
    }

    /** The symbol of an axis label: "s(x)" of "s(x) = −x". */
    private static String symbol(String label, String otherwise) {
        String symbol = label.split(" = ")[0].strip();
        return symbol.isEmpty() ? otherwise : symbol;
    }

    @Override
    public Rectangle bounds() {
        Rectangle box = Rectangle.around(x, y);
        if (kind == Kind.AREA) {
            box = box.union(new Rectangle(box.left(), box.right(), 0, 0));
        }
        Rectangle padded = box.padded(kind == Kind.PATH ? 0.05 : 0, 0.06);
        return kind == Kind.AREA && box.bottom() == 0
                ? new Rectangle(padded.left(), padded.right(), 0, padded.top()) : padded;
    }

    @Override
    public String phrase() {
        return switch (kind) {
            case LINE -> "a curve";
            case DASHED -> "a dashed curve";
            case AREA -> "a curve filled down to zero";
            case PATH -> "a path of " + Format.count(x.length, "point");
        };
    }

    @Override
    public boolean alongX() {
        return kind != Kind.PATH;
    }

    /**
     * The rows of a line that keep its look: of each stretch its first and last and the outermost in x and in y, as M4
     * does (Jugel and others, VLDB 2014). All of them where the line is not long.
     */
    private static int[] outline(double[] x, double[] y) {
        if (x.length <= 4 * PIECES) {
            return IntStream.range(0, x.length).toArray();
        }
        var rows = IntStream.builder();
        for (int piece = 0; piece < PIECES; piece++) {
            int from = (int) ((long) piece * x.length / PIECES);
            int to = (int) ((piece + 1L) * x.length / PIECES);
            int[] kept = {from, to - 1, from, from, from, from};
            for (int row = from; row < to; row++) {
                kept[2] = x[row] < x[kept[2]] ? row : kept[2];
                kept[3] = x[row] > x[kept[3]] ? row : kept[3];
                kept[4] = y[row] < y[kept[4]] ? row : kept[4];
                kept[5] = y[row] > y[kept[5]] ? row : kept[5];
            }
            Arrays.stream(kept).sorted().distinct().forEach(rows::add);
        }
        return rows.build().toArray();
    }
}
