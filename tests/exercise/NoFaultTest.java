package tests.exercise;

import static org.junit.jupiter.api.Assertions.*;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.Stream;
import lib.exercise.*;
import lib.lesson.Lesson;
import lib.lesson.Session;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** Whatever a loop does, a lesson with it ends in words for its author: plots and figures of odd numbers included. */
@DisplayName("Exercise: no slip is a fault of ours")
class NoFaultTest {

    private static Session session;

    @Command(name = "langevin-2d")
    private static final class Plane implements Lesson.Script {

        private final Loop loop;

        Plane(Loop loop) {
            this.loop = loop;
        }

        @Override
        public void teach(Lesson lesson) {
            var solved = Exercise.LANGEVIN_2D.solve(lesson, new ExerciseOptions(), Plane.class, loop,
                    nd -> nd.randomNormal(new Shape(200, 2)).mul(3), 20, 0.01);
            assertTrue(solved.isEmpty(), "accepted");
        }
    }

    @BeforeAll
    static void start() {
        session = Session.start("cpu");
    }

    static Stream<WrongLoops.Wrong> wrong() {
        return WrongLoops.all(2).stream().filter(wrong -> !wrong.style().matches(".*(andom|JAVA).*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void isSaid(WrongLoops.Wrong wrong) {
        var taught = session.teach(new Plane(wrong.loop()), List.of("--device", "cpu"));
        assertEquals(1, taught.failures().size());
    }
}
