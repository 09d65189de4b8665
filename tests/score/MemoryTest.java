package tests.score;

import static org.junit.jupiter.api.Assertions.*;
import static tests.score.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import lib.score.*;
import org.junit.jupiter.api.*;

/** A score does not depend on Java's garbage collector: each is taken thousands of times while it runs all the time. */
@Tag("slow")
@DisplayName("Scores while the collector runs")
class MemoryTest {

    private static final int[] COLUMNS = {1};
    private static final int TIMES = Integer.parseInt(System.getenv().getOrDefault("WORKBOOK_SCORES", "1000")); // without the mend one in a hundred is wrong

    private final NDManager nd = manager();
    private final Thread collector = new Thread(() -> {
        while (!Thread.currentThread().isInterrupted()) {
            System.gc();
        }
    });

    @BeforeEach
    void collect() {
        collector.setDaemon(true);
        collector.start();
    }

    @AfterEach
    void free() throws InterruptedException {
        collector.interrupt();
        collector.join();
        nd.close();
    }

    private Map<String, Score> scores() {
        var scores = new LinkedHashMap<String, Score>();
        Energy bowl = x -> x.square().sum(COLUMNS).div(2);
        Energy student = x -> x.square().div(3).add(1).log().mul(2).sum(COLUMNS); // 3 degrees of freedom
        LogDensity learners = x -> { // a constant closed by hand, a scope of its own, another's array in front
            try (NDArray half = nd.create(new float[] {0.5f}); var scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray value = nd.zeros(new Shape(1)).sub(x).square().mul(half).mul(1.5).sum(COLUMNS).neg();
                NDScope.unregister(value);
                return value;
            }
        };
        scores.put("the bowl of Energy's own example", bowl.score());
        scores.put("Student's t", student.score());
        scores.put("a learner's lambda", learners.score());
        scores.put("the double well", new DoubleWell().score());
        scores.put("the double well, lifted", new DoubleWell().plus(7).score());
        LogDensity mixture = Mixture.twoModes(nd), gaussian = Gaussian.of(nd, new double[] {1, 2}, new double[][] {{2, 1}, {1, 2}});
        scores.put("a mixture, by autograd", Score.ofLogDensity(mixture));
        scores.put("a Gaussian, by autograd", Score.ofLogDensity(gaussian));
        return scores;
    }

    @Test
    @DisplayName("a thousand scores of each energy, none of another value, on this thread and on another at once")
    void noneIsWrong() {
        NDArray x = nd.full(new Shape(64, 2), 3f);
        var other = Executors.newSingleThreadExecutor();
        try {
            for (var each : scores().entrySet()) {
                float[] expected = each.getValue().at(x).toFloatArray();
                var theirs = CompletableFuture.supplyAsync(() -> wrong(each.getValue(), x, expected, TIMES / 2), other);
                assertEquals(0, wrong(each.getValue(), x, expected, TIMES / 2) + theirs.join(), each.getKey());
            }
        } finally {
            other.shutdown();
        }
    }

    private static int wrong(Score score, NDArray x, float[] expected, int times) {
        int wrong = 0;
        for (int k = 0; k < times; k++) {
            try (NDArray s = score.at(x)) {
                wrong += java.util.Arrays.equals(expected, s.toFloatArray()) ? 0 : 1;
            }
        }
        return wrong;
    }

    @Test
    @DisplayName("a gradient that a learner takes with DJL's own collector, on a thread that is watched")
    void learnersOwnTape() {
        GraphMemory.watchThisThread();
        NDArray x = nd.full(new Shape(64, 2), 3f);
        for (int k = 0; k < TIMES; k++) {
            try (var scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray leaf = x.stopGradient();
                leaf.setRequiresGradient(true);
                try (var tape = nd.getEngine().newGradientCollector()) {
                    NDArray hidden = leaf.mul(2).div(4);
                    tape.backward(hidden.square().mul(3).sum());
                }
                assertEquals(4.5f, leaf.getGradient().getFloat(0, 0), "time " + k);
            }
        }
    }

    @Test
    @DisplayName("inside a learner's open collector a score by autograd works, and so does the collector afterwards")
    void scoreInsideATape() {
        NDArray x = nd.full(new Shape(8, 2), 3f);
        Score s = new DoubleWell().score();
        float[] expected = s.at(x).toFloatArray();
        NDArray weight = nd.ones(new Shape(2));
        weight.setRequiresGradient(true);
        try (var tape = nd.getEngine().newGradientCollector()) {
            NDArray target = s.at(x);
            assertArrayEquals(expected, target.toFloatArray());
            tape.backward(target.mul(weight).sum());
        }
        assertArrayEquals(new float[] {8 * expected[0], 8 * expected[1]}, weight.getGradient().toFloatArray(), 1e-2f);
        assertArrayEquals(expected, s.at(x).toFloatArray());
    }
}
