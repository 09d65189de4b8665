package lib.law;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** How many of n independent chains may be somewhere: binomial, exact for one chain as for a million. */
public final class Binomial {

    private static final long MANY = 1_000_000;

    private Binomial() {}

    /**
     * Tries a count.
     *
     * @param found how many of the chains
     * @param chains n
     * @param exact the probability of each, if the claim is true
     * @param denied what it would be if the claim were false, one or more
     */
    public static Trial count(long found, long chains, double exact, double... denied) {
        return Trial.of(found, chains, n -> new double[] {least(n, exact), most(n, exact)},
                n -> Arrays.stream(denied)
                        .map(other -> below(most(n, exact), n, other) - below(least(n, exact) - 1, n, other))
                        .max().orElseThrow(),
                chains);
    }

    /** How many of these are above 0. */
    public static long right(float[] x) {
        long count = 0;
        for (float each : x) {
            count += each > 0 ? 1 : 0;
        }
        return count;
    }

    private static double least(long n, double p) {
        return quantile(Trial.TAIL, n, p);
    }

    private static double most(long n, double p) {
        return quantile(1 - Trial.TAIL, n, p);
    }

    private static double quantile(double tail, long n, double p) {
        return n <= MANY ? new BinomialDistribution(null, (int) n, p).inverseCumulativeProbability(tail)
                : Math.rint(normal(n, p).inverseCumulativeProbability(tail));
    }

    private static double below(double count, long n, double p) {
        if (p == 0 || p == 1) {
            return count >= n * p ? 1 : 0;
        }
        return n <= MANY ? new BinomialDistribution(null, (int) n, p).cumulativeProbability((int) count)
                : normal(n, p).cumulativeProbability(count + 0.5);
    }

    private static NormalDistribution normal(long n, double p) {
        return new NormalDistribution(null, n * p, Math.sqrt(n * p * (1 - p)));
    }
}
