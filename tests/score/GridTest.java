package tests.score;

import static org.junit.jupiter.api.Assertions.*;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import lib.score.Grid;
import org.junit.jupiter.api.*;

@DisplayName("Grid")
class GridTest {

    private final NDManager nd = Tensors.manager();

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("points are rows, the first coordinate slowest")
    void firstCoordinateSlowest() {
        var grid = Grid.over(nd.create(new float[] {0, 1}), nd.create(new float[] {5, 6, 7}));
        assertEquals(new Shape(6, 2), grid.getShape());
        assertArrayEquals(new float[] {0, 5, 0, 6, 0, 7, 1, 5, 1, 6, 1, 7}, grid.toFloatArray());
        assertArrayEquals(new float[] {-1, 0, 1}, Grid.line(nd, -1, 1, 3).toFloatArray());
    }
}
