package tests.lesson;

import static org.junit.jupiter.api.Assertions.*;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import lib.lesson.Recording;
import lib.sampling.Langevin;
import org.junit.jupiter.api.*;
import tech.tablesaw.api.FloatColumn;

@DisplayName("A recording of chains")
class RecordingTest {

    private NDManager nd;

    @BeforeEach
    void open() {
        nd = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    }

    @AfterEach
    void close() {
        nd.close();
    }

    @Test
    @DisplayName("points of one, two and three dimensions have a column each, and every number stays with its point")
    void dimensions() {
        for (int d = 1; d <= 3; d++) {
            var recording = new Recording(4, step -> step % 2 == 0);
            Langevin.of(x -> x.neg(), 0.1).noise(x -> x.zerosLike()).observe(recording).run(nd.arange(5f * d).reshape(5, d), 4);
            var table = recording.table("frames");
            assertEquals(12, table.rowCount());
            assertEquals(2 + d, table.columnCount());
            for (int row = 0; row < 12; row++) {
                int step = table.intColumn("step").get(row);
                int chain = table.intColumn("chain").get(row);
                for (int i = 0; i < d; i++) {
                    assertEquals((chain * d + i) * Math.pow(0.9, step), ((FloatColumn) table.column("x" + (i + 1))).get(row), 1e-5);
                }
            }
            var path = recording.path(2);
            assertEquals(List.of(0, 2, 4), path.intColumn("step").asList());
            assertEquals(List.of(2, 2, 2), path.intColumn("chain").asList());
        }
        var even = new Recording(4, step -> step % 2 == 0);
        even.after(1, nd.zeros(new Shape(3, 2)));
        assertEquals(0, even.table("none").rowCount(), "a step that nobody asked for");
        assertEquals(List.of("step", "chain"), new Recording(3, step -> true).table("none").columnNames());
    }

    @Test
    @DisplayName("another shape and more than there is room for are refused in a sentence, and no array is left behind")
    void refusals() {
        var recording = new Recording(1_000_000, step -> true);
        recording.after(0, nd.zeros(new Shape(3, 2)));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> recording.after(1, nd.zeros(new Shape(3, 3)))).getMessage().contains("(n, 2)"));
        assertThrows(IllegalArgumentException.class, () -> recording.after(1, nd.zeros(new Shape(3))));
        int before = nd.getManagedArrays().size();
        try (var many = nd.zeros(new Shape(1_000_000, 2))) {
            for (int step = 1; step <= 9; step++) {
                recording.after(step, many);
            }
            var full = assertThrows(IllegalArgumentException.class, () -> recording.after(10, many));
            assertTrue(full.getMessage().contains("fewer"), full.getMessage());
        }
        assertEquals(before, nd.getManagedArrays().size());
        assertEquals(9_000_003, recording.table("all").rowCount());
    }
}
