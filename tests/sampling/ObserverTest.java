package tests.sampling;

import static org.junit.jupiter.api.Assertions.*;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import lib.sampling.Langevin;
import lib.sampling.Observer;
import org.junit.jupiter.api.*;

@DisplayName("Observers of a chain")
class ObserverTest {

    private final NDManager nd = Engine.getEngine("PyTorch").newBaseManager();

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("every third step: the start, 3, 6; one beside it that wants all sees all; points are copied only for these")
    void every() {
        List<Integer> thirds = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        Observer rare = ((Observer) (step, x) -> thirds.add(step)).every(3);
        Observer both = rare.and((step, x) -> all.add(step));
        Langevin.of(x -> x.neg(), 0.1).observe(both).run(nd.zeros(new Shape(4, 1)), 7);
        assertEquals(List.of(0, 3, 6), thirds);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), all);
        assertTrue(rare.wants(6) && !rare.wants(7));
        assertFalse(Observer.NONE.wants(0));
        assertSame(rare, rare.and(Observer.NONE));
    }
}
