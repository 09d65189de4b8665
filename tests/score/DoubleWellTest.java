package tests.score;

import static org.junit.jupiter.api.Assertions.*;
import static tests.score.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import lib.score.*;
import org.junit.jupiter.api.*;

/** What the lesson and its figure say about the double well. */
@DisplayName("Double well")
class DoubleWellTest {

    private static final float PASS = (float) Math.sqrt(0.75);

    private final NDManager nd = manager();

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("wells, passes and hilltop are where the figure puts them, and the score vanishes there")
    void stationaryPoints() {
        NDArray points = nd.create(new float[][] {{1, 0}, {-1, 0}, {0, PASS}, {0, -PASS}, {0, 0}});
        assertArrayEquals(new float[] {0, 0, 0.4375f, 0.4375f, 1}, new DoubleWell().at(points).toFloatArray(), 1e-6f);
        assertTrue(new DoubleWell().score().at(points).abs().max().getFloat() <= 1e-6);
    }

    @Test
    @DisplayName("Z, E x1² and E x2² by quadrature are the values of the text")
    void moments() {
        NDArray x = Grid.square(nd, -4, 4, 401).toType(DataType.FLOAT64, false); // spacing 0.02
        NDArray weight = new DoubleWell().at(x).neg().exp();
        double cell = 0.02 * 0.02;
        double z = weight.sum().getDouble() * cell;
        assertEquals(4.01592912937, z, 1e-5);
        assertEquals(0.60461755, weight.mul(x.get(":, 0").square()).sum().getDouble() * cell / z, 1e-5);
        assertEquals(0.43017108, weight.mul(x.get(":, 1").square()).sum().getDouble() * cell / z, 1e-5);
    }
}
