package tests.score;

import static org.junit.jupiter.api.Assertions.*;
import static tests.score.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import lib.score.*;
import org.junit.jupiter.api.*;

/** Mixtures against autograd, central differences, single Gaussians and the closed form of the notebook's case. */
@DisplayName("Mixture")
class MixtureTest {

    private final NDManager nd = manager();

    @AfterEach
    void free() {
        nd.close();
    }

    private Mixture[] all() {
        double[][] round = {{1, 0}, {0, 1}}, long1 = {{2, 0.5}, {0.5, 0.5}}, long2 = {{0.5, -0.25}, {-0.25, 1}};
        return new Mixture[] {
            Mixture.twoModes(nd),
            Mixture.of(nd, new double[] {1, 3}, new double[][] {{1, 2}, {-1, 0}}, new double[][][] {long1, long1}),
            Mixture.of(nd, new double[] {3, 1}, new double[][] {{1, 2}, {-1, 0}}, new double[][][] {round, long2}),
            Mixture.of(nd, new double[] {1, 2, 3}, new double[][] {{0, 0}, {3, 0}, {0, 3}}, new double[][][] {round, round, round}),
            Mixture.of(nd, new double[] {1, 2, 3}, new double[][] {{0, 0}, {3, 0}, {0, 3}}, new double[][][] {long1, round, long2}),
            Mixture.of(nd, new double[] {2}, new double[][] {{1, -1}}, new double[][][] {long1}),
            Mixture.of(nd, new double[] {1, 3}, new double[][] {{-1, 2}, {1, -2}}, new double[][][] {round, round}),
        };
    }

    @Test
    @DisplayName("score = autograd of the log density = central difference, in float64")
    void threeWaysOneScore() {
        NDArray x = nd.randomNormal(new Shape(300, 2)).mul(3).toType(DataType.FLOAT64, false);
        for (Mixture mixture : all()) {
            NDArray s = mixture.score().at(x);
            assertEquals(DataType.FLOAT64, s.getDataType());
            // The constants are float32, rounded each on its own: 16 roundings of numbers up to the largest score.
            double rounding = 16 * s.abs().max().getDouble() * 0x1p-24;
            assertTrue(maxDifference(s, Score.ofLogDensity(mixture).at(x)) <= rounding, "autograd");
            // h²/6 times a third derivative of order 10, and rounding of log p over h: 1e-7 is generous to both.
            assertTrue(maxDifference(s, centralDifference(mixture::at, x, 1e-4)) <= 1e-6 + rounding, "central difference");
        }
    }

    @Test
    @DisplayName("density = the weighted sum of Gaussian densities, and mass 1")
    void density() {
        double[][] a = {{2, 0.5}, {0.5, 0.5}}, b = {{0.5, -0.25}, {-0.25, 1}};
        var mixture = Mixture.of(nd, new double[] {1, 3}, new double[][] {{1, 2}, {-1, 0}}, new double[][][] {a, b});
        NDArray x = nd.randomNormal(new Shape(300, 2)).mul(2);
        NDArray sum = Gaussian.of(nd, new double[] {1, 2}, a).at(x).exp().mul(0.25)
                .add(Gaussian.of(nd, new double[] {-1, 0}, b).at(x).exp().mul(0.75));
        assertTrue(maxDifference(sum, mixture.at(x).exp()) <= 1e-6);
        for (Mixture each : all()) {
            double mass = each.at(Grid.square(nd, -12, 12, 241)).exp().sum().getFloat() * 0.01;
            assertEquals(1, mass, 1e-4);
        }
    }

    @Test
    @DisplayName("the notebook's mixture: s = (-x₁ + 2 tanh 2x₁, -x₂)")
    void closedForm() {
        NDArray x = nd.randomNormal(new Shape(2000, 2)).mul(4);
        NDArray x1 = x.get(":, 0"), x2 = x.get(":, 1");
        NDArray expected = NDArrays.stack(new NDList(x1.mul(2).tanh().mul(2).sub(x1), x2.neg()), 1);
        assertTrue(maxDifference(expected, Mixture.twoModes(nd).score().at(x)) <= 16 * 16 * 0x1p-24);
    }

    @Test
    @DisplayName("finite and right at 1e4 standard deviations in any direction, where exp() gives 0/0")
    void farAway() {
        for (Mixture mixture : all()) {
            NDArray x = nd.randomNormal(new Shape(2000, 2));
            x = x.div(x.norm(new int[] {1}, true)).mul(1e4);
            NDArray s = mixture.score().at(x);
            NDArray logDensity = mixture.at(x);
            assertFalse(s.isNaN().any().getBoolean() || s.isInfinite().any().getBoolean());
            assertFalse(logDensity.isNaN().any().getBoolean() || logDensity.isInfinite().any().getBoolean());
            NDArray wide = mixture.score().at(x.toType(DataType.FLOAT64, false));
            // Rounding: 16 times that of numbers of size 1e4 x curvature, except where two modes tie to within rounding.
            NDArray wrong = s.toType(DataType.FLOAT64, false).sub(wide).abs().max(new int[] {1}).gt(16 * 4e4 * 0x1p-24);
            assertTrue(wrong.sum().getLong() <= 4, wrong.sum().getLong() + " of 2000 points");
        }
        NDArray onTheAxis = nd.create(new float[][] {{0, 1e4f}, {0.25f, -1e4f}});
        NDArray s = Mixture.twoModes(nd).score().at(onTheAxis);
        assertArrayEquals(new float[] {0, -1e4f, (float) (-0.25 + 2 * Math.tanh(0.5)), 1e4f}, s.toFloatArray(), 1e-3f);
        assertEquals(2 * Math.tanh(0.5) - 0.25, s.getFloat(1, 0), 1e-6); // the odds are as exact there as near by
    }

    @Test
    @DisplayName("means far from 0: shifted by 1000, the score is that of the mixture at home")
    void shifted() {
        double[][] unit = {{1, 0}, {0, 1}};
        var away = Mixture.of(nd, new double[] {1, 1}, new double[][] {{998, 1000}, {1002, 1000}}, new double[][][] {unit, unit});
        NDArray x = nd.randomNormal(new Shape(500, 2)).mul(3);
        NDArray far = x.add(1000);
        NDArray home = far.sub(1000); // what rounding has left of x
        assertTrue(maxDifference(Mixture.twoModes(nd).score().at(home), away.score().at(far)) <= 1e-5);
    }

    @Test
    @DisplayName("one mode is a Gaussian; two equal modes are one; weights are normalised")
    void degenerateCases() {
        double[][] sigma = {{2, 0.5}, {0.5, 0.5}};
        NDArray x = nd.randomNormal(new Shape(100, 2)).mul(2);
        var gaussian = Gaussian.of(nd, new double[] {1, -1}, sigma);
        var one = Mixture.of(nd, new double[] {7}, new double[][] {{1, -1}}, new double[][][] {sigma});
        var twice = Mixture.of(nd, new double[] {1, 6}, new double[][] {{1, -1}, {1, -1}}, new double[][][] {sigma, sigma});
        for (Mixture mixture : new Mixture[] {one, twice}) {
            assertTrue(maxDifference(gaussian.at(x), mixture.at(x)) <= 1e-4);
            assertTrue(maxDifference(gaussian.score().at(x), mixture.score().at(x)) <= 1e-4);
        }
    }

    @Test
    @DisplayName("curvatures: 1 for N(0, I) and the two modes, the narrowest mode's precision otherwise, NaN where unknown")
    void curvature() {
        assertEquals(1, Gaussian.standard(nd, 3).score().largestCurvature());
        assertEquals(1, Mixture.twoModes(nd).score().largestCurvature());
        double[][] narrow = {{0.25, 0}, {0, 4}}, wide = {{9, 0}, {0, 9}};
        assertEquals(4, Gaussian.of(nd, new double[2], narrow).score().largestCurvature(), 1e-6);
        assertEquals(4, Mixture.of(nd, new double[] {1, 1}, new double[2][2], new double[][][] {wide, narrow}).score().largestCurvature(), 1e-12);
        assertTrue(Double.isNaN(new DoubleWell().score().largestCurvature()));
    }

    @Test
    @DisplayName("a call leaves one array behind, the score, and x as it was")
    void nothingLeaks() {
        for (Mixture mixture : all()) {
            NDArray x = nd.randomNormal(new Shape(64, 2));
            float[] numbers = x.toFloatArray();
            int before = nd.getManagedArrays().size();
            mixture.score().at(x);
            assertEquals(before + 1, nd.getManagedArrays().size());
            assertArrayEquals(numbers, x.toFloatArray());
        }
    }

    @Test
    @DisplayName("what is no mixture is refused, with the mode at fault")
    void refusals() {
        double[][] unit = {{1, 0}, {0, 1}}, bad = {{1, 2}, {2, 1}};
        double[][] means = {{0, 0}, {1, 1}};
        message("not 1, 2 and 2", () -> Mixture.of(nd, new double[] {1}, means, new double[][][] {unit, unit}));
        message("weights are positive", () -> Mixture.of(nd, new double[] {1, 0}, means, new double[][][] {unit, unit}));
        message("weights are positive", () -> Mixture.of(nd, new double[] {1, Double.NaN}, means, new double[][][] {unit, unit}));
        message("one space", () -> Mixture.of(nd, new double[] {1, 1}, new double[][] {{0, 0}, {1}}, new double[][][] {unit, unit}));
        message("mode 1 of 2: a covariance is symmetric", () -> Mixture.of(nd, new double[] {1, 1}, means, new double[][][] {unit, bad}));
        message("mode 0 of 2: a mean of 2 numbers", () -> Mixture.of(nd, new double[] {1, 1}, means, new double[][][] {{{1}}, unit}));
        message("lives in 2 dimensions", () -> Mixture.twoModes(nd).score().at(nd.ones(new Shape(5, 3))));
        message("points are rows", () -> Mixture.twoModes(nd).at(nd.ones(new Shape(5))));
    }

    @Test
    @DisplayName("samples have the mixture's weights, means and covariances, within five standard errors")
    void samples() {
        nd.getEngine().setRandomSeed(5);
        var narrow = Gaussian.of(nd, new double[] {-3, 1}, new double[][] {{1, 0.6}, {0.6, 0.5}});
        var wide = Gaussian.of(nd, new double[] {3, 0}, new double[][] {{1, 0}, {0, 4}});
        int n = 40_000;
        NDArray x = Mixture.of(new double[] {1, 3}, narrow, wide).sample(n);
        NDArray left = x.get(x.get(":, 0").lt(0));
        assertEquals(0.25, (double) left.getShape().get(0) / n, 5 * Math.sqrt(0.25 * 0.75 / n));
        float[] mean = left.mean(new int[] {0}).toFloatArray();
        assertEquals(-3, mean[0], 5 * Math.sqrt(1.0 / 10_000) + 0.005); // a thousandth of each mode lies on the other side
        assertEquals(1, mean[1], 5 * Math.sqrt(0.5 / 10_000) + 0.005);
        NDArray away = narrow.sample(n).sub(narrow.mean());
        float[] covariance = away.transpose().matMul(away).div(n).toFloatArray();
        assertArrayEquals(new float[] {1, 0.6f, 0.6f, 0.5f}, covariance, (float) (5 * Math.sqrt(2.0 / n)));
    }

    @Test
    @DisplayName("scores add as logarithms do: a prior's and a likelihood's make the posterior's, and a factor is an inverse temperature")
    void scoresAdd() {
        NDArray x = nd.randomNormal(new Shape(50, 1));
        double[][] unit = {{1}};
        Score posterior = Gaussian.of(nd, new double[] {0}, unit).score().plus(Gaussian.of(nd, new double[] {2}, unit).score());
        assertTrue(maxDifference(Gaussian.of(nd, new double[] {1}, new double[][] {{0.5}}).score().at(x), posterior.at(x)) < 1e-6);
        assertEquals(2, posterior.largestCurvature(), 1e-12);
        assertTrue(maxDifference(Gaussian.of(nd, new double[] {0}, new double[][] {{4}}).score().at(x), Gaussian.standard(nd, 1).score().times(0.25).at(x)) < 1e-6);
    }

    private static void message(String part, org.junit.jupiter.api.function.Executable call) {
        var error = assertThrows(IllegalArgumentException.class, call);
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }
}
