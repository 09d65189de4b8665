package tests.sampling;

import static org.junit.jupiter.api.Assertions.*;
import static tests.sampling.Tensors.*;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import lib.sampling.*;
import lib.score.*;
import org.junit.jupiter.api.*;

/** The sampler as a piece of software: what it changes, keeps, shows and refuses. */
@DisplayName("Langevin: the sampler")
class LangevinTest {

    private static final Score MINUS_X = x -> x.neg();

    private final NDManager nd = manager(42);

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("every bit is that of x + η s + √(2η) ε, written plainly")
    void plainArithmetic() {
        for (Shape shape : new Shape[] {new Shape(1, 1), new Shape(7, 3), new Shape(1000, 2)}) {
            NDArray x0 = nd.randomNormal(shape).mul(4);
            Engine.getEngine("PyTorch").setRandomSeed(7);
            NDArray ours = Langevin.of(MINUS_X, 0.01).run(x0, 50);
            Engine.getEngine("PyTorch").setRandomSeed(7);
            NDArray x = x0;
            for (int t = 0; t < 50; t++) {
                x = x.add(x.neg().mul(0.01)).add(nd.randomNormal(shape).mul(Math.sqrt(0.02)));
            }
            assertArrayEquals(x.toFloatArray(), ours.toFloatArray(), "shape " + shape);
        }
    }

    @Test
    @DisplayName("a run is its public step again and again, bit for bit: shapes, number types, scores of every make")
    void runIsManySteps() {
        for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
            for (Shape shape : new Shape[] {new Shape(1, 2), new Shape(7, 2), new Shape(1000, 2)}) {
                for (Score score : new Score[] {MINUS_X, Mixture.twoModes(nd).score(), new DoubleWell().score(),
                        Gaussian.of(nd, new double[] {1, -0.5}, new double[][] {{2, 1.2}, {1.2, 1}}).score(), MINUS_X.plus(MINUS_X.times(0.3))}) {
                    var chain = Langevin.of(score, 0.03);
                    NDArray x0 = nd.randomNormal(0, 0.7f, shape, type);
                    Engine.getEngine("PyTorch").setRandomSeed(7);
                    NDArray ran = chain.run(x0, 100);
                    Engine.getEngine("PyTorch").setRandomSeed(7);
                    NDArray x = x0;
                    for (int t = 0; t < 100; t++) {
                        x = chain.step(x, nd.randomNormal(0, 1, shape, type));
                    }
                    assertEquals(type, x.getDataType());
                    assertArrayEquals(Shapes.numbers(x), Shapes.numbers(ran), shape + " " + type + ", " + score);
                }
            }
        }
    }

    @Test
    @DisplayName("a step changes neither the points nor the noise, and leaves one array; what does not fit is refused")
    void stepIsPure() {
        var chain = Langevin.of(new DoubleWell().score(), 0.1);
        NDArray x = nd.randomNormal(new Shape(5, 2));
        NDArray noise = nd.randomNormal(new Shape(5, 2));
        float[] points = x.toFloatArray();
        float[] draws = noise.toFloatArray();
        int arrays = nd.getManagedArrays().size();
        NDArray next = chain.step(x, noise);
        assertEquals(arrays + 1, nd.getManagedArrays().size());
        assertArrayEquals(points, x.toFloatArray());
        assertArrayEquals(draws, noise.toFloatArray());
        assertArrayEquals(next.toFloatArray(), chain.step(x, noise).toFloatArray());
        assertEquals(4.0307, Langevin.of(MINUS_X, 0.01).step(nd.full(new Shape(1, 1), 4f), nd.full(new Shape(1, 1), 0.5f)).getFloat(), 5e-5, "by hand");
        message("its noise has that shape too, not (1, 2)", () -> chain.step(x, noise.get("0:1")));
        message("its score has that shape too, not (5, 1)", () -> Langevin.of(y -> y.sum(new int[] {1}, true), 0.1).step(x, noise));
        message("points are rows", () -> chain.step(nd.ones(new Shape(5)), nd.ones(new Shape(5))));
    }

    @Test
    @DisplayName("the observer sees steps 0 to n, in order, the start first and the result last")
    void observerSeesAll() {
        NDArray x0 = nd.randomNormal(new Shape(5, 2));
        List<Integer> steps = new ArrayList<>();
        List<NDArray> seen = new ArrayList<>();
        NDArray x = Langevin.of(MINUS_X, 0.1).observe((step, y) -> {
            steps.add(step);
            seen.add(y.duplicate());
        }).run(x0, 4);
        assertEquals(List.of(0, 1, 2, 3, 4), steps);
        assertArrayEquals(x0.toFloatArray(), seen.get(0).toFloatArray());
        assertArrayEquals(x.toFloatArray(), seen.get(4).toFloatArray());
        assertTrue(maxDifference(seen.get(1), seen.get(2)) > 0);
    }

    @Test
    @DisplayName("an observer that overwrites and closes what it sees changes nothing, nor does it disturb another")
    void observerCannotCorrupt() {
        NDArray x0 = nd.randomNormal(new Shape(5, 2));
        NDArray untouched = seeded(Langevin.of(MINUS_X, 0.1), x0);
        List<float[]> seen = new ArrayList<>();
        var vandal = Langevin.of(MINUS_X, 0.1).observe((step, y) -> y.muli(0).close()).observe((step, y) -> seen.add(y.toFloatArray()));
        NDArray vandalised = seeded(vandal, x0);
        assertArrayEquals(untouched.toFloatArray(), vandalised.toFloatArray());
        assertArrayEquals(untouched.toFloatArray(), seen.get(20));
    }

    private NDArray seeded(Langevin chain, NDArray x0) {
        Engine.getEngine("PyTorch").setRandomSeed(3);
        return chain.run(x0, 20);
    }

    @Test
    @DisplayName("x0 keeps its numbers; 0 steps give a copy; the same seed gives the same bits, another seed others")
    void startIsUntouched() {
        NDArray x0 = nd.randomNormal(new Shape(100, 2));
        float[] before = x0.toFloatArray();
        var chain = Langevin.of(MINUS_X, 0.1);
        float[] first = seeded(chain, x0).toFloatArray();
        assertArrayEquals(first, seeded(chain, x0).toFloatArray());
        Engine.getEngine("PyTorch").setRandomSeed(4);
        assertNotEquals(first[0], chain.run(x0, 20).toFloatArray()[0]);
        NDArray copy = chain.run(x0, 0);
        assertArrayEquals(before, copy.toFloatArray());
        assertNotSame(x0, copy);
        copy.muli(0);
        assertArrayEquals(before, x0.toFloatArray());
    }

    @Test
    @DisplayName("without noise it is gradient ascent, (1 - η)^t x₀; float64 points stay float64")
    void scriptedNoise() {
        NDArray x0 = nd.create(new double[][] {{4, -8}});
        NDArray x = Langevin.of(MINUS_X, 0.25).noise(y -> y.zerosLike()).run(x0, 10);
        assertEquals(DataType.FLOAT64, x.getDataType());
        assertArrayEquals(new double[] {4 * Math.pow(0.75, 10), -8 * Math.pow(0.75, 10)}, x.toDoubleArray(), 1e-15);
    }

    @Test
    @DisplayName("200,000 steps of 10 x 2 leave one array, the result, and no heap behind")
    void nothingPilesUp() {
        NDArray x0 = nd.randomNormal(new Shape(10, 2));
        Score score = Mixture.twoModes(nd).score(); // with temporaries of its own
        Langevin.of(score, 0.01).run(x0, 2_000).close();
        int arrays = nd.getManagedArrays().size();
        int others = Engine.getEngine("PyTorch").newBaseManager().getParentManager().getManagedArrays().size();
        long heap = heap();
        NDArray x = Langevin.of(MINUS_X, 0.01).run(x0, 170_000);
        x.close();
        x = Langevin.of(score, 0.01).run(x0, 30_000);
        assertEquals(arrays + 1, nd.getManagedArrays().size());
        assertEquals(others + 1, Engine.getEngine("PyTorch").newBaseManager().getParentManager().getManagedArrays().size());
        assertTrue(heap() - heap < 4 << 20, "heap grew by " + (heap() - heap) + " bytes"); // 20 bytes a step at most
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    @DisplayName("a run that fails leaves nothing; a caller's scope owns the result")
    void failureAndScope() {
        NDArray x0 = nd.ones(new Shape(10, 2));
        int before = nd.getManagedArrays().size();
        assertThrows(IllegalStateException.class, () -> Langevin.of(x -> { throw new IllegalStateException(); }, 0.1).run(x0, 3));
        assertThrows(DivergedException.class, () -> Langevin.of(MINUS_X, 5).run(x0, 300));
        try (var scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Langevin.of(MINUS_X, 0.1).run(x0, 3);
        }
        assertEquals(before, nd.getManagedArrays().size());
    }

    @Test
    @DisplayName("step sizes that are none, wrong shapes, no chains and negative steps are refused")
    void refusals() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            message("a step size is a positive number, such as 0.01, not " + bad, () -> Langevin.of(MINUS_X, bad));
        }
        var chain = Langevin.of(MINUS_X, 0.1);
        NDArray good = nd.ones(new Shape(5, 2));
        message("x has shape (5); points are rows", () -> chain.run(nd.ones(new Shape(5)), 1));
        message("there is no chain to run", () -> chain.run(nd.ones(new Shape(0, 2)), 1));
        message("0 or more, not -1", () -> chain.run(good, -1));
        message("not finite", () -> chain.run(nd.create(new float[][] {{Float.NaN, 0}}), 1));
        message("holds int32", () -> chain.run(nd.create(new int[][] {{1, 2}}), 1));
        message("its score has that shape too, not (5, 1)", () -> Langevin.of(x -> x.sum(new int[] {1}, true), 0.1).run(good, 1));
        message("its noise has that shape too, not (5)", () -> chain.noise(x -> x.get(":, 0")).run(good, 1));
        message("the score is the array x itself", () -> Langevin.of(x -> x, 0.1).run(good, 1));
    }

    @Test
    @DisplayName("η = 5 on N(0, I) is stopped, naming the step, the step size, the value and the largest stable step, 2")
    void divergence() {
        var error = assertThrows(DivergedException.class,
                () -> Langevin.of(Gaussian.standard(nd, 2).score(), 5).run(nd.ones(new Shape(10, 2)), 1000));
        assertEquals(5, error.stepSize());
        assertEquals(2, error.largestStable());
        assertTrue(error.step() >= 62 && error.step() <= 96, "4^64 is beyond float32; stopped at " + error.step());
        assertTrue(error.value() > 1e18 && error.value() < Float.MAX_VALUE);
        for (String part : new String[] {"step size 5 ", "after step " + error.step(), "below 2 (2 / largest curvature)"}) {
            assertTrue(error.getMessage().contains(part), error.getMessage());
        }
        var unknown = assertThrows(DivergedException.class, () -> Langevin.of(MINUS_X, 5).run(nd.ones(new Shape(10, 2)), 1000));
        assertTrue(unknown.getMessage().contains("smaller step size"), unknown.getMessage());
        assertEquals(2, assertThrows(DivergedException.class,
                () -> Langevin.of(MINUS_X.withCurvature(1), 5).run(nd.ones(new Shape(10, 2)), 1000)).largestStable());
    }

    private static void message(String part, org.junit.jupiter.api.function.Executable call) {
        var error = assertThrows(IllegalArgumentException.class, call);
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }
}
