package tests.law;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Random;
import lib.law.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law of x₁ on two modes: against the Fokker-Planck equation's numbers, a simulation, and itself. */
@DisplayName("The law of x1 on two modes")
class TwoModesChainTest {

    @ParameterizedTest(name = "small steps: P(x1 > 0 | start -2) at t = {0} is {1}")
    @CsvSource({"5, .22157", "10, .34650", "20, .45333", "50, .49869"})
    void fokkerPlanck(double time, double share) {
        double eta = 1e-4;
        assertEquals(share, TwoModesChain.after(-2, 0, eta, Math.round(time / eta)).right(), 2e-5);
    }

    @Test
    @DisplayName("from N(0, 16), steps of 0.005: E x1² is 7.59 after 200 and 5.75 after 400; 5 + a bias in the end")
    void secondMoment() {
        assertEquals(7.586, TwoModesChain.after(0, 4, 0.005, 200).mean(x -> x * x), 0.001);
        assertEquals(5.7555, TwoModesChain.after(0, 4, 0.005, 400).mean(x -> x * x), 0.001);
        assertEquals(5, TwoModesChain.after(0, 4, 1e-5, 5_000_000).mean(x -> x * x), 1e-3);
    }

    @ParameterizedTest(name = "η = {0}, {1} steps from N({2}, {3}²): whole, and the same from larger steps as from small ones")
    @CsvSource({"0.019, 150, 0, 4", "0.019, 150, -2, 0", "0.005, 200, 0, 4", "0.005, 17, -2, 0", "0.008, 9, 0, 4"})
    void extrapolation(double eta, long steps, double mean, double deviation) {
        Density law = TwoModesChain.after(mean, deviation, eta, steps);
        double[] direct = moments(steps, eta, mean, deviation);
        assertEquals(1, law.mean(x -> 1), 1e-7);
        assertEquals(direct[0], law.mean(x -> x), 2e-5);
        assertEquals(direct[1], law.mean(x -> x * x), 1e-4);
        assertEquals(direct[2], law.right(), 2e-5);
    }

    /** E x, E x² and P(x > 0) by a plain sum over a grid of its own. */
    private static double[] moments(long steps, double eta, double mean, double deviation) {
        int n = 1201;
        double h = 60.0 / (n - 1);
        double[] p = new double[n];
        double s0 = deviation == 0 ? Math.sqrt(2 * eta) : deviation;
        double m0 = deviation == 0 ? mean + eta * (2 * Math.tanh(2 * mean) - mean) : mean;
        for (int i = 0; i < n; i++) {
            p[i] = h * Math.exp(-Math.pow(-30 + i * h - m0, 2) / (2 * s0 * s0)) / (s0 * Math.sqrt(2 * Math.PI));
        }
        double s = Math.sqrt(2 * eta);
        for (long t = deviation == 0 ? 1 : 0; t < steps; t++) {
            double[] q = new double[n];
            for (int i = 0; i < n; i++) {
                double x = -30 + i * h;
                double to = x + eta * (2 * Math.tanh(2 * x) - x);
                int centre = (int) Math.round((to + 30) / h);
                for (int j = Math.max(0, centre - 30); j <= Math.min(n - 1, centre + 30); j++) {
                    q[j] += p[i] * h * Math.exp(-Math.pow(-30 + j * h - to, 2) / (2 * s * s)) / (s * Math.sqrt(2 * Math.PI));
                }
            }
            p = q;
        }
        double[] result = new double[3];
        for (int i = 0; i < n; i++) {
            double x = -30 + i * h;
            result[0] += p[i] * x;
            result[1] += p[i] * x * x;
            result[2] += p[i] * (i > n / 2 ? 1 : i == n / 2 ? 0.5 : 0);
        }
        return result;
    }

    @ParameterizedTest(name = "η = {0}, {1} steps: what 50,000 chains do")
    @CsvSource({"0.5, 3", "1, 40", "1.5, 20", "1.9, 60", "0.1, 1"})
    void simulated(double eta, int steps) {
        var random = new Random(7);
        int n = 50_000;
        float[] found = new float[n];
        long right = 0;
        for (int i = 0; i < n; i++) {
            double x = 4 * random.nextGaussian();
            double y = -2;
            for (int t = 0; t < steps; t++) {
                x += eta * (2 * Math.tanh(2 * x) - x) + Math.sqrt(2 * eta) * random.nextGaussian();
                y += eta * (2 * Math.tanh(2 * y) - y) + Math.sqrt(2 * eta) * random.nextGaussian();
            }
            found[i] = (float) x;
            right += y > 0 ? 1 : 0;
        }
        Density law = TwoModesChain.after(0, 4, eta, steps);
        assertEquals(1, law.mean(x -> 1), 1e-7);
        Trial trial = law.trial(found, x -> Math.pow(Math.abs(x) - 2, 2), 0);
        assertFalse(trial.fails(), trial.words());
        assertTrue(trial.tells());
        Trial share = Binomial.count(right, n, TwoModesChain.after(-2, 0, eta, steps).right(), 0);
        assertFalse(share.fails(), share.words());
    }

    @Test
    @DisplayName("Chernoff's bound is a bound: beyond it lie fewer than 1e-7, by the exact law of a mean of squares")
    void chernoff() {
        double eta = 0.02;
        double variance = 16; // a start that no step has changed is N(0, 16): n · mean square / 16 is χ²
        Density law = TwoModesChain.after(0, 4, eta, 1);
        double exact = law.mean(x -> x * x);
        for (int n : new int[] {1, 10, 100, 1000}) {
            Trial trial = law.trial(new float[n], x -> x * x, 0);
            Trial gaussian = ChiSquare.variance(exact, exact, n, 1, 0.1);
            assertTrue(trial.high() > 0.99 * gaussian.high() && trial.high() < 1.35 * gaussian.high(), n + ": " + trial.words() + " and " + gaussian.words());
        }
    }
}
