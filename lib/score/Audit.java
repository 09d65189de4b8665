package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Holds a function of rows to what autograd takes for granted: that each row's value follows from that row, and that
 * the whole way from x to the value is on the graph. Both can be broken without an error, and then the score is wrong
 * without one.
 *
 * <p>It speaks up only where the numbers leave no doubt: difference quotients must agree at two steps and on both
 * sides, so that rounding, a kink or a pole are no evidence; nor is a function that draws random numbers, or one that
 * cannot be had for a few rows.
 *
 * @param values maps (n, d) to (n)
 * @param descending whether the score is the gradient with the opposite sign, as for an energy
 */
record Audit(UnaryOperator<NDArray> values, boolean descending) {

    private static final int LOOKS = 4;          // rows, and twice as many coordinates of each, are looked at
    private static final double PLAIN = 0.05;    // a difference, of the size of what is compared, that is no rounding
    private static final double STEADY = 0.002;  // quotients that agree as well as this can be believed

    /**
     * Looks at some rows.
     *
     * @param x points, shape (n, d)
     * @param score what autograd gave for them, shape (n, d)
     * @throws IllegalArgumentException with a point, and what was seen there
     */
    void of(NDArray x, NDArray score) {
        try (var temporaries = new NDScope()) {
            temporaries.suppressNotUsedWarning();
            for (int k : spread(x.getShape().get(0), LOOKS)) {
                double[] point = row(x, k);
                double[] alone = score(x, point);
                // it is there, and no random number is in it
                if (alone != null && Arrays.equals(alone, score(x, point))) {
                    rows(x, k, point, alone, score);
                    for (int j : spread(point.length, 2 * LOOKS)) {
                        slope(x, point, alone, j);
                    }
                }
            }
        }
    }

    /** The score of a row among others is its score alone. */
    private void rows(NDArray x, int k, double[] point, double[] alone, NDArray score) {
        long n = x.getShape().get(0);
        double[] among = n > 1 ? row(score, k) : score(x, point, shifted(point, 0, 0.5));
        if (among != null && differ(alone, among)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "The score of a point depends on the other points: at x = %s it is %s alone, and %s among %,d."
                            + " Rows are mixed, as (n) + (n, 1) does, which broadcasts to (n, n)."
                            + " Take a column as x.get(\":, 0\"), shape (n), everywhere.",
                    Shapes.text(point), Shapes.text(alone), Shapes.text(among), Math.max(2, n)));
        }
    }

    /** A coordinate of the score is the quotient of a rise and a short way. */
    private void slope(NDArray x, double[] point, double[] score, int j) {
        double h = 0.02 * Math.max(1, Math.abs(point[j]));
        // values that rounding has put on a lattice do not fit two steps of this ratio
        double k = h * (Math.sqrt(5) - 1) / 2;
        double tiny = h / 50;                  // nor does what oscillates fit this one
        double[] f = values(x, shifted(point, j, -h), shifted(point, j, -k), shifted(point, j, -tiny), point,
                shifted(point, j, tiny), shifted(point, j, k), shifted(point, j, h));
        if (f == null || Arrays.stream(f).distinct().count() < f.length) {
            return;
        }
        double wide = (f[6] - f[0]) / (2 * h);
        double narrow = (f[5] - f[1]) / (2 * k);
        double local = (f[4] - f[2]) / (2 * tiny);
        // right minus left: shrinks with the step unless there is a kink
        double bendWide = (f[6] - 2 * f[3] + f[0]) / h;
        double bend = (f[5] - 2 * f[3] + f[1]) / k;
        double rounding = 0x1p-23 * largest(f) / tiny;
        double expected = descending ? -score[j] : score[j];
        double scale = Math.abs(narrow);
        boolean steady = Math.abs(wide - narrow) <= STEADY * scale
                && Math.abs(local - narrow) + rounding <= PLAIN / 2 * scale
                && Math.abs(bendWide * k / h - bend) <= 0.2 * Math.abs(bendWide) + 2 * STEADY * scale;
        if (steady && apart(narrow, expected, scale)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "At x = %s the %s changes by %.4g per unit of x%d, and autograd says %.4g:"
                            + " a part of the way from x to the value is not on the graph."
                            + " duplicate, toType, toDevice and numbers read from an array cut it:"
                            + " compute from x itself.",
                    Shapes.text(point), descending ? "energy" : "log density", narrow, j + 1, expected));
        }
    }

    /** The score of the first of some points, or null where it cannot be had. */
    private double[] score(NDArray x, double[]... points) {
        try {
            double[] score = row(Autograd.gradient(values, like(x, points), descending), 0);
            return finite(score) ? score : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** The values at some points, or null where one of them cannot be had. */
    private double[] values(NDArray x, double[]... points) {
        try {
            double[] f = Shapes.numbers(values.apply(like(x, points)));
            return f.length == points.length && finite(f) ? f : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    // Loops, not streams, here and below: a lesson's first score loads all of this, and each lambda costs its start.

    private static boolean finite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    private static boolean differ(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (apart(a[j], b[j], size(a) + size(b))) {
                return true;
            }
        }
        return false;
    }

    private static boolean apart(double a, double b, double scale) {
        return Math.abs(a - b) > PLAIN * scale;
    }

    /** At most {@code most} of the numbers 0 to n - 1, the first and the last among them. */
    private static int[] spread(long n, int most) {
        int k = (int) Math.min(n, most);
        int[] numbers = new int[k];
        for (int i = 1; i < k; i++) {
            numbers[i] = (int) (i * (n - 1) / (k - 1));
        }
        return numbers;
    }

    private static double[] shifted(double[] point, int j, double by) {
        double[] moved = point.clone();
        moved[j] += by;
        return moved;
    }

    /** Points of the number type and on the device of x. */
    private static NDArray like(NDArray x, double[]... points) {
        int d = points[0].length;
        double[] flat = new double[points.length * d];
        for (int k = 0; k < points.length; k++) {
            System.arraycopy(points[k], 0, flat, k * d, d);
        }
        var shape = new ai.djl.ndarray.types.Shape(points.length, d);
        var nd = x.getManager();
        return x.getDataType() == DataType.FLOAT64
                ? nd.create(flat, shape) : nd.create(Gaussian.floats(flat), shape).toType(x.getDataType(), false);
    }

    private static double[] row(NDArray array, int k) {
        return Shapes.numbers(array.get(new NDIndex(k + ":" + (k + 1))));
    }

    private static double size(double[] vector) {
        double sum = 0;
        for (double v : vector) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
