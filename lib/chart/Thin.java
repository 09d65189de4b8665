package lib.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Fewer of very many: a page draws what an eye can tell apart, since each point is an element that the browser keeps. */
final class Thin {

    private static final int DOTS = 5_000;
    private static final int PIECES = 2_500; // of a line, four points each

    private Thin() {}

    /** Each how many-th of n dots is drawn; 1: all. */
    static int step(int n) {
        return (n + DOTS - 1) / DOTS;
    }

    /** Each step-th value. */
    static double[] every(int step, double[] values) {
        return step == 1 ? values : IntStream.range(0, (values.length + step - 1) / step).mapToDouble(k -> values[k * step]).toArray();
    }

    /**
     * The rows of a line that keep its look: of each stretch its first and last and the outermost in x and in y, as M4 does
     * (Jugel and others, VLDB 2014). All of them where the line is not long.
     */
    static int[] outline(double[] x, double[] y) {
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
