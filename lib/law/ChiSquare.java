package lib.law;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * What a variance from many independent normal numbers may be: k times it, divided by the exact one, is χ² with k
 * degrees of freedom.
 */
public final class ChiSquare {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    // from here on Wilson and Hilferty's cube is as exact as any number here
    private static final double MANY = 1e5;
    private static final double ROUNDING = 32 * 0x1p-24; // of the chain and of the sum, in float32

    private ChiSquare() {}

    /**
     * Tries a variance about a known mean.
     *
     * @param found the mean of the squares
     * @param exact their expectation, if the claim is true
     * @param chains how many chains they come from
     * @param each how many independent numbers a chain gives
     * @param denied what the expectation would be if the claim were false, one or more
     */
    public static Trial variance(double found, double exact, long chains, long each, double... denied) {
        return Trial.of(found, chains,
                n -> new double[] {
                    exact * quantile(Trial.TAIL, n * each) / (n * each) * (1 - ROUNDING),
                    exact * quantile(1 - Trial.TAIL, n * each) / (n * each) * (1 + ROUNDING)},
                n -> Arrays.stream(denied).map(other -> {
                    double k = n * each;
                    return below(quantile(1 - Trial.TAIL, k) * exact / other, k)
                            - below(quantile(Trial.TAIL, k) * exact / other, k);
                }).max().orElseThrow(), 0);
    }

    /** P(χ² ≤ x) with k degrees of freedom. */
    static double below(double x, double k) {
        if (k < MANY) {
            return x <= 0 ? 0 : Gamma.regularizedGammaP(k / 2, x / 2);
        }
        return NORMAL.cumulativeProbability((Math.cbrt(x / k) - 1 + 2 / (9 * k)) / Math.sqrt(2 / (9 * k)));
    }

    /** The x with P(χ² ≤ x) = p. */
    static double quantile(double p, double k) {
        if (k >= MANY) {
            return k * Math.pow(1 - 2 / (9 * k) + NORMAL.inverseCumulativeProbability(p) * Math.sqrt(2 / (9 * k)), 3);
        }
        double low = Math.log(1e-18 * k); // in logarithms: with one degree the lower quantile is near 1e-14
        double high = Math.log(60 + 3 * k);
        for (int halving = 0; halving < 60; halving++) {
            double middle = (low + high) / 2;
            if (below(Math.exp(middle), k) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(p < 0.5 ? low : high);
    }
}
