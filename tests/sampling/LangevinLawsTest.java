package tests.sampling;

import static org.junit.jupiter.api.Assertions.*;
import static tests.sampling.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import lib.sampling.Langevin;
import lib.score.*;
import org.junit.jupiter.api.*;

/**
 * The laws of the chain, at finite step size. Each tolerance is {@link Tensors#Z} = 5 standard errors, so a right
 * sampler fails a check with probability 6e-7; the seeds are fixed.
 */
@DisplayName("Langevin: its laws")
class LangevinLawsTest {

    private static final Score MINUS_X = x -> x.neg();

    private final NDManager nd = manager(42);

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("N(0, 1): mean (1-η)^t x₀ and variance V (1 - (1-η)^2t) after t steps, V = 1/(1 - η/2) in the end")
    void meanAndVarianceAtEveryTime() {
        int n = 40_000;
        for (double eta : new double[] {0.1, 0.5, 1.5}) {
            double limit = 1 / (1 - eta / 2);
            for (int t : new int[] {1, 3, 60}) {
                double[] x = doubles(Langevin.of(MINUS_X, eta).run(nd.full(new Shape(n, 1), 3f), t));
                double mean = 3 * Math.pow(1 - eta, t);
                double variance = limit * (1 - Math.pow(1 - eta, 2 * t));
                String when = "eta " + eta + ", t " + t;
                assertEquals(mean, mean(x), Z * Math.sqrt(variance / n), "mean at " + when);
                assertEquals(variance, spread(mean, x), Z * variance * Math.sqrt(2.0 / n), "variance at " + when);
            }
        }
    }

    @Test
    @DisplayName("at η = 0.5 the bias shows: the variance is 4/3, and not 1, by 30 standard errors")
    void biasIsVisible() {
        int n = 20_000;
        double variance = spread(0, doubles(Langevin.of(MINUS_X, 0.5).run(nd.randomNormal(new Shape(n, 1)), 60)));
        assertTrue(Math.abs(variance - 1) > 30 * Math.sqrt(2.0 / n), "variance " + variance);
        assertEquals(4.0 / 3, variance, Z * 4.0 / 3 * Math.sqrt(2.0 / n));
    }

    @Test
    @DisplayName("N(0, σ²): V = σ² / (1 - η / 2σ²)")
    void anySigma() {
        int n = 40_000;
        for (double sigma2 : new double[] {0.25, 4}) {
            double eta = 0.8 * sigma2;
            double limit = sigma2 / (1 - eta / (2 * sigma2));
            Score score = Gaussian.of(nd, new double[1], new double[][] {{sigma2}}).score();
            double[] x = doubles(Langevin.of(score, eta).run(nd.zeros(new Shape(n, 1)), 40)); // (1 - 0.8)^80 is nothing
            assertEquals(limit, spread(0, x), Z * limit * Math.sqrt(2.0 / n), "sigma² " + sigma2);
        }
    }

    @Test
    @DisplayName("correlated Gaussian of precision H: covariance (H - η H²/2)⁻¹ about the mean")
    void correlated() {
        int n = 40_000;
        double eta = 0.3;
        double a = 2, b = 0.8, c = 1;                                // H = [[a, b], [b, c]]
        double det = a * c - b * b;
        double[][] sigma = {{c / det, -b / det}, {-b / det, a / det}};
        double m11 = a - eta * (a * a + b * b) / 2, m12 = b - eta * b * (a + c) / 2, m22 = c - eta * (b * b + c * c) / 2;
        double mdet = m11 * m22 - m12 * m12;
        double s11 = m22 / mdet, s12 = -m12 / mdet, s22 = m11 / mdet;
        Score score = Gaussian.of(nd, new double[] {1, -2}, sigma).score();
        NDArray x = Langevin.of(score, eta).run(nd.zeros(new Shape(n, 2)), 120);
        double[] x1 = column(x, 0), x2 = column(x, 1);
        double cross = 0;
        for (int i = 0; i < n; i++) {
            cross += (x1[i] - 1) * (x2[i] + 2) / n;
        }
        assertEquals(1, mean(x1), Z * Math.sqrt(s11 / n));
        assertEquals(-2, mean(x2), Z * Math.sqrt(s22 / n));
        assertEquals(s11, spread(1, x1), Z * s11 * Math.sqrt(2.0 / n));
        assertEquals(s22, spread(-2, x2), Z * s22 * Math.sqrt(2.0 / n));
        assertEquals(s12, cross, Z * Math.sqrt((s11 * s22 + s12 * s12) / n));
    }

    @Test
    @DisplayName("coordinates and chains do not share noise")
    void independence() {
        int n = 20_000;
        NDArray x = Langevin.of(MINUS_X, 0.5).run(nd.zeros(new Shape(n, 2)), 30);
        double[] x1 = column(x, 0), x2 = column(x, 1);
        double across = 0, next = 0;
        for (int i = 1; i < n; i++) {
            across += x1[i] * x2[i] / n;
            next += x1[i] * x1[i - 1] / n;
        }
        double error = 4.0 / 3 / Math.sqrt(n);
        assertEquals(0, across, Z * error);
        assertEquals(0, next, Z * error);
    }

    @Test
    @DisplayName("the two modes: E x₁² = 5 + O(η), E x₂² = 1/(1 - η/2), half the chains on each side")
    void mixtureMoments() {
        int n = 20_000;
        double eta = 0.05;
        // Start from the target itself, (±2, 0) + N(0, I): only the bias of the step size can move it.
        NDArray x0 = nd.randomNormal(new Shape(n, 2));
        x0.get(":, 0").addi(nd.randomUniform(0, 1, new Shape(n)).gt(0.5).toType(x0.getDataType(), false).mul(4).sub(2));
        NDArray x = Langevin.of(Mixture.twoModes(nd).score(), eta).run(x0, 400);
        double[] x1 = column(x, 0);
        double fourth = 0;
        int right = 0;
        for (double v : x1) {
            fourth += v * v * v * v / n;
            right += v > 0 ? 1 : 0;
        }
        double second = spread(0, x1);
        // Near a mode the curvature h is 1 or less, so each mode's variance rises by at most η/2 / (1 - η/2) of itself.
        double bias = eta / 2 / (1 - eta / 2);
        assertEquals(5 + bias / 2, second, bias / 2 + Z * Math.sqrt((fourth - second * second) / n));
        assertEquals(1 / (1 - eta / 2), spread(0, column(x, 1)), Z * 1 / (1 - eta / 2) * Math.sqrt(2.0 / n));
        assertEquals(0.5, right / (double) n, Z * 0.5 / Math.sqrt(n));
    }

    @Test
    @DisplayName("who is on the other side: P(x₁ > 0 | start -2) = .2216, .3465, .4533 at t = 5, 10, 20")
    void crossing() {
        int n = 4_000;
        double eta = 0.02;
        double[] exact = {0.2216, 0.3465, 0.4533};
        int[] time = {5, 10, 20};
        NDArray x = nd.zeros(new Shape(n, 2));
        x.get(":, 0").subi(2);
        var chain = Langevin.of(Mixture.twoModes(nd).score(), eta);
        int steps = 0;
        for (int k = 0; k < time.length; k++) {
            int until = (int) Math.round(time[k] / eta);
            x = chain.run(x, until - steps);
            steps = until;
            double crossed = 0;
            for (double v : column(x, 0)) {
                crossed += v > 0 ? 1.0 / n : 0;
            }
            double error = Math.sqrt(exact[k] * (1 - exact[k]) / n);
            // A finite step changes the rate by O(η): one η of the probability is allowed for it.
            assertEquals(exact[k], crossed, eta * exact[k] + Z * error, "t = " + time[k]);
        }
    }
}
