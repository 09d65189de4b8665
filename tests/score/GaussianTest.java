package tests.score;

import static org.junit.jupiter.api.Assertions.*;
import static tests.score.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import lib.score.*;
import org.junit.jupiter.api.*;

/** Gaussians against their definition, autograd and the standard case. */
@DisplayName("Gaussian")
class GaussianTest {

    private static final double[] MEAN = {1, -2, 0.5};
    private static final double[][] COVARIANCE = {{2, 0.6, 0}, {0.6, 1, -0.3}, {0, -0.3, 0.5}};

    private final NDManager nd = manager();

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("the closed form is the gradient of the log density, in three dimensions")
    void closedFormIsTheGradient() {
        var gaussian = Gaussian.of(nd, MEAN, COVARIANCE);
        NDArray x = nd.randomNormal(new Shape(200, 3)).mul(3);
        double largest = gaussian.score().at(x).abs().max().getFloat();
        assertTrue(maxDifference(gaussian.score().at(x), Score.ofLogDensity(gaussian).at(x)) <= 16 * largest * 0x1p-24);
    }

    @Test
    @DisplayName("the density has mass 1: a sum over a fine grid")
    void densityIntegratesToOne() {
        var gaussian = Gaussian.of(nd, new double[] {0.5, -0.25}, new double[][] {{1, 0.5}, {0.5, 0.8}});
        NDArray grid = Grid.square(nd, -8, 8, 161); // spacing 0.1
        double mass = gaussian.at(grid).exp().sum().getFloat() * 0.01;
        assertEquals(1, mass, 1e-4);
    }

    @Test
    @DisplayName("N(0, I): log p(0) = -d/2 log 2π and the score is -x, to the last bit")
    void standardCase() {
        var standard = Gaussian.standard(nd, 4);
        assertEquals(-2 * Math.log(2 * Math.PI), standard.at(nd.zeros(new Shape(1, 4))).getFloat(), 1e-6);
        NDArray x = nd.randomNormal(new Shape(100, 4));
        assertEquals(0, maxDifference(x.neg(), standard.score().at(x)));
    }

    @Test
    @DisplayName("the score is zero at the mean and linear in x")
    void linearAboutTheMean() {
        var score = Gaussian.of(nd, MEAN, COVARIANCE).score();
        NDArray mean = nd.create(new float[][] {{1, -2, 0.5f}});
        assertEquals(0, score.at(mean).abs().max().getFloat());
        NDArray v = nd.randomNormal(new Shape(1, 3));
        assertTrue(maxDifference(score.at(mean.add(v.mul(2))), score.at(mean.add(v)).mul(2)) <= 1e-5);
    }

    @Test
    @DisplayName("a covariance that is none is refused by name")
    void badCovariances() {
        for (double[][] bad : new double[][][] {{{1, 2}, {2, 1}}, {{1, 0.5}, {0.4, 1}}, {{0, 0}, {0, 1}}, {{1, 0}, {0, -1}}}) {
            var error = assertThrows(IllegalArgumentException.class, () -> Gaussian.of(nd, new double[2], bad));
            assertTrue(error.getMessage().contains("symmetric and positive definite"), error.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> Gaussian.of(nd, new double[3], new double[][] {{1, 0}, {0, 1}}));
        assertThrows(IllegalArgumentException.class, () -> Gaussian.of(nd, new double[2], new double[][] {{Double.NaN, 0}, {0, 1}}));
        assertThrows(IllegalArgumentException.class, () -> Gaussian.of(nd, new double[] {Double.NaN, 0}, new double[][] {{1, 0}, {0, 1}}));
    }
}
