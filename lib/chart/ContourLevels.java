package lib.chart;

import java.util.Arrays;

/**
 * The levels of a filled contour plot, in rising order, and the coordinate in which they are evenly spaced.
 * Plotly draws evenly spaced levels only; uneven ones are made even by {@link #position}, a rising curve through
 * (level k, k) with no kinks (Fritsch and Butland 1984). A level's line crosses the same edges of the grid as it does
 * in the values themselves, and close to the same points of them.
 */
record ContourLevels(double[] values) {

    private static final double[] STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    ContourLevels {
        if (values.length < 2) {
            throw new IllegalArgumentException("a contour needs at least two levels, not " + values.length
                    + ". Give the lowest and the highest value and those between.");
        }
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k]) || k > 0 && values[k] <= values[k - 1]) {
                throw new IllegalArgumentException("contour levels must rise: " + Arrays.toString(values));
            }
        }
    }

    /** Number of bands between the levels. */
    int bands() {
        return values.length - 1;
    }

    /** The value's position: k at level k, rising smoothly between, held at the ends. */
    double position(double value) {
        if (value <= values[0] || value >= values[bands()]) {
            return value <= values[0] ? 0 : bands();
        }
        int k = Arrays.binarySearch(values, value);
        k = k >= 0 ? k : -k - 2;
        double h = values[k + 1] - values[k];
        double t = (value - values[k]) / h;
        double a = h * slope(k);
        double b = h * slope(k + 1);
        return k + t * (a + t * (3 - 2 * a - b + t * (a + b - 2))); // cubic Hermite from 0 to 1
    }

    /** Slope of the position at a level: the harmonic mean of those on both sides, which keeps the curve rising. */
    private double slope(int k) {
        double below = k == 0 ? 0 : values[k] - values[k - 1];
        double above = k == bands() ? 0 : values[k + 1] - values[k];
        return below == 0 || above == 0 ? 1 / (below + above)
                : 3 * (below + above) / ((2 * above + below) * below + (above + 2 * below) * above);
    }

    /**
     * Levels as matplotlib's contourf chooses them for a wanted number: ticks of {@code MaxNLocator(count + 1)} from
     * the last one below the data to the first one above (contour.py {@code _autolev}, ticker.py {@code _raw_ticks}).
     */
    static ContourLevels nice(double min, double max, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a contour needs at least one level, not " + count);
        }
        if (max - min <= 1e-13 * Math.max(Math.abs(min), Math.abs(max))) {
            throw new IllegalArgumentException(
                    "all values are " + min + ": a constant has no contours. Draw something that varies.");
        }
        int bins = count + 1;
        double middle = (max + min) / 2;
        double offset = Math.abs(middle) / (max - min) < 100 ? 0
                : Math.copySign(Math.pow(10, Math.floor(Math.log10(Math.abs(middle)))), middle);
        double scale = Math.pow(10, Math.floor(Math.log10((max - min) / bins)));
        double low = min - offset;
        double high = max - offset;
        double[] steps = new double[2 * STEPS.length];
        for (int k = 0; k < STEPS.length; k++) {
            steps[k] = 0.1 * STEPS[k] * scale;
            steps[STEPS.length - 1 + k] = STEPS[k] * scale;
        }
        steps[steps.length - 1] = 10 * STEPS[1] * scale;
        int k = 0;
        while (steps[k] < (high - low) / bins) {
            k++;
        }
        double step = steps[k];
        double first = Math.floor(low / step) * step;
        long from = edge((low - first) / step, step, offset, 1);
        long to = edge((high - first) / step, step, offset, 0);
        double[] ticks = new double[(int) (to - from) + 1];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (from + i) * step + first + offset;
        }
        int start = 0;
        while (start + 1 < ticks.length && ticks[start + 1] < min) {
            start++;
        }
        int end = ticks.length;
        while (end > 1 && ticks[end - 2] > max) {
            end--;
        }
        return new ContourLevels(end - start < 3 ? ticks : Arrays.copyOfRange(ticks, start, end));
    }

    /** matplotlib's _Edge_integer: the whole number below (near = 1) or above (near = 0), forgiving rounding errors. */
    private static long edge(double x, double step, double offset, int near) {
        double tolerance = offset == 0 ? 1e-10
                : Math.min(0.4999, Math.max(1e-10, Math.pow(10, Math.log10(Math.abs(offset) / step) - 12)));
        double whole = Math.floor(x);
        boolean close = Math.abs(x - whole - near) < tolerance;
        return (long) (near == 1 ? whole + (close ? 1 : 0) : whole + (close ? 0 : 1));
    }
}
