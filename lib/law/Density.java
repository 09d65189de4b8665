package lib.law;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;

/**
 * A distribution on a line, as weights on a fine even grid: what is smooth is added up to next to all digits that way.
 *
 * @param x the grid
 * @param weight the probability at each of its points; together 1
 */
public record Density(double[] x, double[] weight) {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** The expectation of f. */
    public double mean(DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weight[i] * f.applyAsDouble(x[i]);
        }
        return sum;
    }

    /** The mean of f over a sample. */
    public static double average(float[] sample, DoubleUnaryOperator f) {
        double sum = 0;
        for (float each : sample) {
            sum += f.applyAsDouble(each);
        }
        return sum / sample.length;
    }

    /** P(x &gt; 0). */
    public double right() {
        return mean(v -> v > 0 ? 1 : v == 0 ? 0.5 : 0);
    }

    /**
     * Tries the mean of f over independent chains. Its law has no name, so Chernoff's bound stands in: the mean of n is
     * beyond m with probability at most exp(-n max (θm - log E exp θf)), which is true for one chain and for any shape.
     *
     * @param found where the chains are
     * @param f what is averaged
     * @param denied what the expectation of f would be if the claim were false; f is then taken to spread as much
     */
    public Trial trial(float[] found, DoubleUnaryOperator f, double denied) {
        double[] values = Arrays.stream(x).map(f).toArray();
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weight[i] * values[i];
        }
        double centre = mean;
        double least = Arrays.stream(values).min().orElseThrow();
        double variance = mean(v -> Math.pow(f.applyAsDouble(v) - centre, 2));
        return Trial.of(average(found, f), found.length,
                n -> new double[] {
                    Math.max(least, centre - bound(values, centre, variance, n, -1)),
                    centre + bound(values, centre, variance, n, 1)},
                n -> {
                    double inside = bound(values, centre, variance, n, denied < centre ? -1 : 1);
                    return Erf.erfc((Math.abs(denied - centre) - inside) / Math.sqrt(2 * variance / n)) / 2;
                }, 0);
    }

    /**
     * How far the mean of n may be from its expectation on that side: the least over θ of (K(θ) - log TAIL / n) / θ,
     * with K of f - mean.
     */
    private double bound(double[] values, double mean, double variance, long n, int side) {
        double room = -Math.log(Trial.TAIL) / n;
        double normal = Math.log(Math.sqrt(2 * room / variance)); // where the least is for a normal f
        double low = normal - 4;
        double high = normal + 2;
        double best = Double.POSITIVE_INFINITY; // any θ gives a bound
        for (int k = 0; k < 16; k++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            double a = (cumulant(values, mean, side * Math.exp(left)) + room) / Math.exp(left);
            double b = (cumulant(values, mean, side * Math.exp(right)) + room) / Math.exp(right);
            best = Math.min(best, Math.min(a, b));
            if (a < b) {
                high = right;
            } else {
                low = left;
            }
        }
        return best;
    }

    /** K(θ) = log E exp θ(f - mean). */
    private double cumulant(double[] values, double mean, double theta) {
        double top = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (weight[i] > 0) {
                double exponent = theta * (values[i] - mean);
                if (exponent > top) {
                    sum *= Math.exp(top - exponent);
                    top = exponent;
                }
                sum += weight[i] * Math.exp(exponent - top);
            }
        }
        return top + Math.log(sum);
    }
}
