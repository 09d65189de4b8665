package tests.lesson;

import static org.junit.jupiter.api.Assertions.*;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import lib.lesson.Columns;
import org.junit.jupiter.api.*;

@DisplayName("Columns of a tensor")
class ColumnsTest {

    private final NDManager nd = Engine.getEngine("PyTorch").newBaseManager();

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("rows stay rows, float32 stays float32 to the last bit")
    void values() {
        var points = nd.create(new float[][] {{0.1f, 1 / 3f}, {1e-38f, -2}});
        var energy = nd.create(new float[] {7, 8});
        var table = Columns.table("t", Columns.of(points, "x1", "x2"), Columns.of(energy, "energy"));
        assertEquals("t", table.name());
        assertEquals(java.util.List.of("x1", "x2", "energy"), table.columnNames());
        assertArrayEquals(new float[] {0.1f, 1e-38f}, table.floatColumn("x1").asFloatArray());
        assertArrayEquals(new float[] {1 / 3f, -2}, table.floatColumn("x2").asFloatArray());
        assertArrayEquals(new float[] {7, 8}, table.floatColumn("energy").asFloatArray());
    }

    @Test
    @DisplayName("names that do not fit the shape are refused")
    void shapes() {
        assertThrows(IllegalArgumentException.class, () -> Columns.of(nd.zeros(new Shape(3, 2)), "x1"));
        assertThrows(IllegalArgumentException.class, () -> Columns.of(nd.zeros(new Shape(3)), "x1", "x2"));
        assertThrows(IllegalArgumentException.class, () -> Columns.of(nd.zeros(new Shape(3, 2, 1)), "x1", "x2"));
    }
}
