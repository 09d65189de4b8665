package tests.law;

import static org.junit.jupiter.api.Assertions.*;

import lib.law.*;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.*;

/** What a trial promises: a false alarm in ten million, and no word where a false claim could pass. */
@DisplayName("Trials of a claim")
class TrialTest {

    private static final double FALSE_ALARM = 1e-7;

    @Test
    @DisplayName("a variance is outside with probability 1e-7, for one chain as for a million; the law is commons-math's")
    void chiSquare() {
        for (long n : new long[] {1, 2, 3, 10, 500, 30_000, 99_999, 100_001, 1_000_000}) {
            Trial trial = ChiSquare.variance(1.5, 1.5, n, 1, 3);
            var law = new ChiSquaredDistribution(null, n, 1e-15);
            double outside = law.cumulativeProbability(trial.low() / 1.5 * n) + 1 - law.cumulativeProbability(trial.high() / 1.5 * n);
            assertTrue(outside <= FALSE_ALARM * 1.001, n + ": " + outside);
            assertTrue(outside >= FALSE_ALARM * (n < 10_000 ? 0.99 : 0.9), n + " is allowed too much: " + outside);
            assertFalse(trial.fails());
        }
    }

    @Test
    @DisplayName("a count is outside with probability 1e-7 at most, and within its range")
    void binomial() {
        for (int n : new int[] {1, 2, 25, 300, 1000, 100_000}) {
            for (double p : new double[] {0.5, 0.2216, 0.01}) {
                Trial trial = Binomial.count(0, n, p, 0.9);
                var law = new BinomialDistribution(null, n, p);
                double outside = law.cumulativeProbability((int) trial.low() - 1) + 1 - law.cumulativeProbability((int) trial.high());
                assertTrue(outside <= FALSE_ALARM, n + ", " + p + ": " + outside);
                assertTrue(trial.low() >= 0 && trial.high() <= n);
            }
        }
    }

    @Test
    @DisplayName("a trial tells where a false claim is caught in 99 of 100, and says how many chains that takes")
    void power() {
        assertFalse(Binomial.count(12, 25, 0.5, 1 / 3.0, 2 / 3.0).tells());
        double takes = Binomial.count(12, 25, 0.5, 1 / 3.0, 2 / 3.0).takes();
        assertFalse(Binomial.count((long) takes / 2, (long) (0.97 * takes), 0.5, 1 / 3.0, 2 / 3.0).tells());
        int n = (int) takes;
        Trial enough = Binomial.count(n / 2, n, 0.5, 1 / 3.0, 2 / 3.0);
        assertTrue(enough.tells());
        double pass = 1 - new BinomialDistribution(null, n, 1 / 3.0).cumulativeProbability((int) enough.low() - 1);
        assertTrue(pass <= 0.01 && pass > 0.004, "a false claim passes with " + pass);
        assertTrue(ChiSquare.variance(1, 1, 1, 1, 1).takes() > 1e12, "nothing tells a law from itself");
        assertTrue(ChiSquare.variance(1, 1, 1, 1, 1).words().endsWith("no number of chains tells"));
    }

    @Test
    @DisplayName("what is no number fails")
    void notANumber() {
        assertTrue(ChiSquare.variance(Double.NaN, 1, 500, 1, 2).fails());
        assertTrue(ChiSquare.variance(Double.POSITIVE_INFINITY, 1, 500, 1, 2).fails());
    }

    @Test
    @DisplayName("the chain's law: V at t by recursion, its limit, and both at η = 1")
    void gaussianChain() {
        for (double eta : new double[] {1e-6, 0.01, 0.5, 1, 1.5, 1.999}) {
            var law = GaussianChain.of(eta);
            double v = 16;
            for (int t = 0; t <= 2000; t++) {
                assertEquals(v, law.variance(16, t), 1e-9 * v, eta + " at " + t);
                v = (1 - eta) * (1 - eta) * v + 2 * eta;
            }
            assertEquals(1 / (1 - eta / 2), law.limit(), 1e-9 / (1 - eta / 2));
        }
    }
}
