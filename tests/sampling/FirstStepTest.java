package tests.sampling;

import static org.junit.jupiter.api.Assertions.*;
import static tests.sampling.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import lib.sampling.*;
import lib.score.*;
import org.junit.jupiter.api.*;

/** What people hand over as a score, a noise or an observer: the sampler says what is wrong with it, where and why. */
@DisplayName("Langevin: scores, noise and observers that are none")
class FirstStepTest {

    private static final int[] COLUMNS = {1};
    private static final Noise NONE = x -> x.zerosLike();

    private final NDManager nd = manager(42);

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("a score that changes x, is a view of x, or returns an array that it keeps, which stays as it was")
    void notANewArray() {
        NDArray x0 = nd.ones(new Shape(1, 1));
        refused("changes the array x", () -> Langevin.of(x -> x.subi(1).neg(), 0.5).noise(NONE).run(x0, 3));
        refused("a view of x", () -> Langevin.of(x -> x.reshape(1, 1), 0.5).noise(NONE).run(x0, 3));
        refused("a view of x", () -> Langevin.of(x -> x.get(":, :"), 0.5).noise(NONE).run(nd.zeros(new Shape(4, 2)), 3));
        NDArray drift = nd.ones(new Shape(1, 1));
        refused("an array that it keeps", () -> Langevin.of(x -> drift, 0.5).noise(NONE).run(x0, 1));
        assertEquals(1, drift.getFloat());
        assertEquals(2.5f, Langevin.of(x -> drift.duplicate(), 0.5).noise(NONE).run(x0, 3).getFloat());
    }

    @Test
    @DisplayName("a score that is no number at the start: which, where, and what the energy is there")
    void scoreIsNaN() {
        Energy ring = x -> x.square().sum(COLUMNS).sqrt().sub(1).square();
        stopped(1, () -> Langevin.of(ring.score(), 1e-9).run(nd.zeros(new Shape(1, 2)), 40), "the score, not the step size", "at x = (0, 0)", "energy is 1 there and has no gradient");
        Energy two = x -> x.sub(2).square().div(-2).exp().add(x.add(2).square().div(-2).exp()).log().neg().sum(COLUMNS);
        stopped(1, () -> Langevin.of(two.score(), 1e-9).run(nd.create(new float[][] {{3}, {20}}), 40), "at x = (20) it is (NaN)", "energy is Infinity");
        Energy either = x -> NDArrays.where(x.gt(0), x.sqrt(), x.square()).sum(COLUMNS);
        stopped(1, () -> Langevin.of(either.score(), 1e-9).run(nd.create(new float[][] {{4}, {-1}}), 40), "at x = (-1)", "not taken");
        stopped(1, () -> Langevin.of(x -> x.neg(), 0.1).noise(x -> x.zerosLike().div(0)).run(nd.ones(new Shape(3, 2)), 10), "The cause is the noise");
    }

    @Test
    @DisplayName("chains that leave the support are stopped, with the point and the energy there")
    void outsideTheSupport() {
        Energy gamma = x -> x.sub(x.log()).sum(COLUMNS);
        stopped(0, () -> Langevin.of(gamma.score(), 0.01).run(nd.ones(new Shape(1000, 1)), 1000), "the score, not the step size", "at x = (-0.", "The energy is NaN there: the point is outside the support");
    }

    @Test
    @DisplayName("a log density handed over as an energy runs away, and is told; a target that lies far off is reached")
    void runsAway() {
        Energy wrong = x -> x.square().sum(COLUMNS).div(-2);
        stopped(0, () -> Langevin.of(wrong.score(), 0.01).run(nd.ones(new Shape(10, 2)), 3000), "runs away", "Look at the sign");
        NDArray far = Langevin.of(x -> x.neg().add(1e12), 0.01).run(nd.zeros(new Shape(10, 2)), 3000);
        assertEquals(1, far.mean().getFloat() / 1e12, 1e-4);
    }

    @Test
    @DisplayName("an observer may compute: what it leaves is freed, its duplicate is kept, and points it kept are told of")
    void observers() {
        NDArray x0 = nd.ones(new Shape(10, 2));
        int before = nd.getManagedArrays().size();
        double[] meanSquare = new double[201];
        NDArray end = Langevin.of(x -> x.neg(), 0.01).observe((step, x) -> meanSquare[step] = x.square().mean().getFloat()).run(x0, 200);
        assertEquals(before + 1, nd.getManagedArrays().size());
        assertTrue(meanSquare[200] > 0);
        List<NDArray> points = new ArrayList<>();
        List<NDArray> copies = new ArrayList<>();
        Langevin.of(x -> x.neg(), 0.01).observe((step, x) -> {
            points.add(x);
            copies.add(x.duplicate());
        }).run(x0, 3);
        assertArrayEquals(x0.toFloatArray(), copies.get(0).toFloatArray());
        var error = assertThrows(IllegalStateException.class, () -> points.get(2).toFloatArray());
        assertTrue(error.getMessage().contains("the points of step 2") && error.getMessage().contains("x.duplicate()"), error.getMessage());
        assertEquals(20, end.size());
    }

    @Test
    @DisplayName("points in float64 meet constants in float64")
    void float64() {
        for (double mean : new double[] {16777217, 1700000000.5}) {
            NDArray at = nd.create(new double[] {mean}, new Shape(1, 1));
            double[][] one = {{1}};
            assertEquals(0, Gaussian.of(nd, new double[] {mean}, one).score().at(at).getDouble());
            assertEquals(0, Mixture.of(nd, new double[] {1}, new double[][] {{mean}}, new double[][][] {one}).score().at(at).getDouble());
        }
        NDArray x = nd.create(new double[][] {{0.1, 0.2}, {-3, 4}});
        var mixture = Mixture.of(nd, new double[] {.2, .3, .5}, new double[][] {{1 / 3., 0}, {0, 1}, {2, .1}},
                new double[][][] {{{1, 0}, {0, 1}}, {{2, .1}, {.1, 1}}, {{1 / 3., 0}, {0, 1}}});
        NDArray byHand = mixture.score().at(x);
        assertEquals(DataType.FLOAT64, byHand.getDataType());
        assertTrue(byHand.sub(Score.ofLogDensity(mixture).at(x)).abs().max().getDouble() < 1e-13);
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable call) {
        var error = assertThrows(IllegalArgumentException.class, call);
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }

    private static void stopped(int step, org.junit.jupiter.api.function.Executable call, String... parts) {
        var error = assertThrows(DivergedException.class, call);
        if (step > 0) {
            assertEquals(step, error.step());
        }
        for (String part : parts) {
            assertTrue(error.getMessage().contains(part), error.getMessage());
        }
    }
}
