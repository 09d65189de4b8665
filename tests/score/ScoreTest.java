package tests.score;

import static org.junit.jupiter.api.Assertions.*;
import static tests.score.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.concurrent.CompletableFuture;
import lib.score.*;
import org.junit.jupiter.api.*;

/** The laws of a score: it is a gradient, Z drops out, rows do not see each other, nothing is left behind. */
@DisplayName("Score by autograd")
class ScoreTest {

    private final NDManager nd = manager();

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("the double well: autograd = hand-derived gradient = central difference")
    void threeWaysOneGradient() {
        NDArray x = Grid.square(nd, -3, 3, 15);
        var well = new DoubleWell();
        NDArray s = well.score().at(x);
        assertTrue(maxDifference(s, well.gradient(x).neg()) <= 16 * 207 * 0x1p-24, "autograd against the hand-derived gradient");
        NDArray differences = centralDifference(well::at, x, 1e-4).neg();
        assertTrue(maxDifference(s.toType(DataType.FLOAT64, true), differences) <= 1e-4, "autograd against central differences");
    }

    @Test
    @DisplayName("log density and energy are two signs of one score")
    void logDensityIsMinusEnergy() {
        NDArray x = nd.randomNormal(new Shape(50, 3));
        Energy bowl = y -> y.square().sum(new int[] {1}).div(2);
        LogDensity log = y -> bowl.at(y).neg();
        assertEquals(0, maxDifference(bowl.score().at(x), log.score().at(x)));
        assertEquals(0, maxDifference(bowl.score().at(x), x.neg()));
    }

    @Test
    @DisplayName("a constant added to the energy changes no bit of the score")
    void constantDropsOut() {
        NDArray x = nd.randomNormal(new Shape(500, 2));
        NDArray s = new DoubleWell().score().at(x);
        for (double c : new double[] {-1e6, 1e-3, Math.log(4.01592912937), 1e30}) {
            assertEquals(0, maxDifference(s, new DoubleWell().plus(c).score().at(x)), "c = " + c);
        }
    }

    @Test
    @DisplayName("each row's score depends on that row only")
    void rowsAreIndependent() {
        NDArray x = nd.randomNormal(new Shape(64, 2));
        Score s = new DoubleWell().score();
        assertEquals(0, maxDifference(s.at(x).get("10:20"), s.at(x.get("10:20"))));
    }

    @Test
    @DisplayName("a call changes neither x nor the next call: gradients do not add up")
    void callsDoNotAccumulate() {
        NDArray x = nd.randomNormal(new Shape(64, 2));
        NDArray before = x.duplicate();
        Score s = new DoubleWell().score();
        NDArray first = s.at(x);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, maxDifference(first, s.at(x)));
        }
        assertEquals(0, maxDifference(before, x));
        assertFalse(x.hasGradient());
    }

    @Test
    @DisplayName("a call leaves one array behind: the score")
    void nothingLeaks() {
        NDArray x = nd.randomNormal(new Shape(64, 2));
        NDArray constant = nd.create(new float[] {1, 2});
        Score s = Score.ofEnergy(y -> constant.mul(y).square().sum(new int[] {1})); // temporaries of another owner
        s.at(x).close();
        int before = nd.getManagedArrays().size();
        for (int i = 0; i < 100; i++) {
            s.at(x).close();
        }
        assertEquals(before, nd.getManagedArrays().size());
    }

    @Test
    @DisplayName("inside a caller's scope, the score is freed with it")
    void theCallersScopeOwnsTheScore() {
        NDArray x = nd.randomNormal(new Shape(64, 2));
        int before = nd.getManagedArrays().size();
        try (var scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            new DoubleWell().score().at(x);
        }
        assertEquals(before, nd.getManagedArrays().size());
    }

    @Test
    @DisplayName("threads side by side, and in turns with the one that loaded the engine, get the same score")
    void threads() {
        NDArray x = nd.randomNormal(new Shape(64, 2));
        Score s = new DoubleWell().score();
        float[] expected = s.at(x).toFloatArray();
        var tasks = java.util.stream.Stream.generate(() -> CompletableFuture.supplyAsync(() -> s.at(x).toFloatArray())).limit(8).toList();
        tasks.forEach(task -> assertArrayEquals(expected, task.join()));
    }

    @Test
    @DisplayName("wrong shapes are refused with the shapes in the message")
    void shapesAreNamed() {
        Score s = new DoubleWell().score();
        assertMessage("x has shape (3); points are rows", () -> s.at(nd.zeros(new Shape(3))));
        assertMessage("x has shape (5, 3), but this density lives in 2 dimensions", () -> s.at(nd.zeros(new Shape(5, 3))));
        assertMessage("this one has shape (5, 2)", () -> Score.ofEnergy(NDArray::square).at(nd.zeros(new Shape(5, 2))));
        assertMessage("this one has shape ()", () -> Score.ofEnergy(NDArray::sum).at(nd.zeros(new Shape(5, 2))));
    }

    @Test
    @DisplayName("a graph cut on the way is named, and the next call works")
    void cutGraphIsNamed() {
        NDArray x = nd.ones(new Shape(5, 2));
        assertMessage("not connected to x", () -> Score.ofEnergy(y -> y.duplicate().sum(new int[] {1})).at(x));
        assertEquals(0, maxDifference(nd.zeros(new Shape(5, 2)), Score.ofEnergy(y -> y.mul(0).sum(new int[] {1})).at(x)));
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable call) {
        var error = assertThrows(IllegalArgumentException.class, call);
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }
}
