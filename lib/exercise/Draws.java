package lib.exercise;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/**
 * Are these numbers independent draws from N(0, 1)? Five tests, each with a bound on its false alarms that holds for
 * every sample size; {@code ALPHA} each, six times in all, for a sample of M numbers e₁ ... e_M that are.
 *
 * <ul>
 *   <li>Mean: √M ē is N(0, 1), so P(|√M ē| ≥ z) ≤ 2 exp(-z²/2).
 *   <li>Variance: Σe² is χ² with M degrees of freedom; Laurent and Massart 2000, lemma 1: it exceeds M by 2√(Mx) + 2x, or
 *       falls short by 2√(Mx), each with probability at most exp(-x).
 *   <li>Shape: Kolmogorov's distance D; Massart 1990: P(D ≥ δ) ≤ 2 exp(-2Mδ²).
 *   <li>Tails: how many |e| exceed 0.5, 1, ... 4 is binomial, and its two tails are summed exactly.
 *   <li>Independence, at every lag l to L = M/2: Σ eₖ eₖ₊ₗ is eᵀAe with A symmetric of trace 0, ‖A‖² ≤ M/2 (Frobenius) and
 *       ‖A‖ ≤ 1 (operator); it exceeds 2√(Mx/2) + 2x in size with probability at most 2 exp(-x). The lemma is stated for
 *       weights that are not negative, and A's eigenvalues have both signs; its proof holds for them as it stands, for
 *       -ln(1 - u)/2 - u/2 ≤ u² / 4(1 - |u|) wherever |u| < 1.
 *       One order of the numbers (step, point, dimension) turns noise shared between dimensions, points or steps,
 *       and noise that repeats with any period, into a lag. x = ln(2L/α) covers all lags together.
 * </ul>
 */
record Draws(double[] e) {

    static final double ALPHA = 1e-9;
    private static final double[] TAILS = {0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4};

    static Draws of(double[][] rows) {
        return new Draws(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    double mean() {
        return Arrays.stream(e).average().orElse(0);
    }

    double deviation() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(e).map(value -> (value - mean) * (value - mean)).average().orElse(0));
    }

    /** How far the deviation of a sample of this size may be from 1, as a part of it. */
    double slack() {
        double x = -Math.log(ALPHA);
        return 1 - Math.sqrt(Math.max(0, 1 - 2 * Math.sqrt(x / e.length)));
    }

    /** Whether the variance is 1. */
    boolean unitVariance() {
        int m = e.length;
        double x = -Math.log(ALPHA);
        double excess = Arrays.stream(e).map(value -> value * value).sum() - m;
        return excess <= 2 * Math.sqrt(m * x) + 2 * x && -excess <= 2 * Math.sqrt(m * x);
    }

    /** The same numbers divided by their deviation. */
    Draws standardised() {
        double deviation = deviation();
        return new Draws(Arrays.stream(e).map(value -> value / deviation).toArray());
    }

    /** Whether the mean is 0. */
    boolean centred() {
        return Math.abs(mean()) * Math.sqrt(e.length) <= Math.sqrt(-2 * Math.log(ALPHA / 2));
    }

    /** What distinguishes these numbers from standard normal ones, apart from their mean and variance. */
    Optional<Form> flaw() {
        if (lag() > 0) {
            return Optional.of(Form.NOISE_DEPENDENT);
        }
        return isNear(Draws::normal) && hasTails() ? Optional.empty() : Optional.of(Form.NOISE_NOT_NORMAL);
    }

    /** The smallest lag at which numbers are correlated, or 0. */
    int lag() {
        int m = e.length;
        double x = Math.log(2.0 * (m / 2) / ALPHA);
        double bound = 2 * Math.sqrt(m * x / 2) + 2 * x;
        for (int lag = 1; lag <= m / 2; lag++) {
            double sum = 0;
            for (int k = lag; k < m; k++) {
                sum += e[k] * e[k - lag];
            }
            if (Math.abs(sum) > bound) {
                return lag;
            }
        }
        return 0;
    }

    /** Whether they are spread evenly between the least and the largest of them, and those differ. */
    boolean uniform() {
        double low = Arrays.stream(e).min().orElse(0);
        double high = Arrays.stream(e).max().orElse(0);
        return high > low && isNear(value -> (value - low) / (high - low));
    }

    private static double normal(double value) {
        return 0.5 * Erf.erfc(-value / Math.sqrt(2));
    }

    private boolean isNear(java.util.function.DoubleUnaryOperator law) {
        double[] sorted = e.clone();
        Arrays.sort(sorted);
        double m = sorted.length;
        double distance = 0;
        for (int k = 0; k < m; k++) {
            double below = law.applyAsDouble(sorted[k]);
            distance = Math.max(distance, Math.max(below - k / m, (k + 1) / m - below));
        }
        return distance <= Math.sqrt(Math.log(2 / ALPHA) / (2 * m));
    }

    private boolean hasTails() {
        int m = e.length;
        double alpha = ALPHA / (2 * TAILS.length);
        for (double tail : TAILS) {
            double p = Erf.erfc(tail / Math.sqrt(2));
            int k = (int) Arrays.stream(e).filter(value -> Math.abs(value) > tail).count();
            double atLeast = k == 0 ? 1 : Beta.regularizedBeta(p, k, m - k + 1.0);
            double atMost = k == m ? 1 : Beta.regularizedBeta(1 - p, m - k, k + 1.0);
            if (atLeast < alpha || atMost < alpha) {
                return false;
            }
        }
        return true;
    }
}
