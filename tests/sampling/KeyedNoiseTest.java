package tests.sampling;

import static org.junit.jupiter.api.Assertions.*;
import static tests.sampling.Tensors.*;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import lib.sampling.*;
import org.junit.jupiter.api.*;

/** What several GPUs draw from one generator's seed, tried on a CPU: no two shards share a number. */
@DisplayName("KeyedNoise and RunningMean")
class KeyedNoiseTest {

    private static final int DRAWS = 20;

    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager nd = manager(42);

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("numbers follow from seed, shard and step, not from who else draws meanwhile")
    void keyed() {
        NDArray x = nd.zeros(new Shape(50, 2));
        var alone = KeyedNoise.of(engine, 7, 3, DRAWS);
        float[][] expected = {alone.like(x).toFloatArray(), alone.like(x).toFloatArray()};
        var one = KeyedNoise.of(engine, 7, 3, DRAWS);
        var other = KeyedNoise.of(engine, 7, 4, DRAWS);
        assertArrayEquals(expected[0], one.like(x).toFloatArray());
        other.like(x);
        assertArrayEquals(expected[1], one.like(x).toFloatArray());
    }

    @Test
    @DisplayName("all draws of all shards of a run, and of the next seeds, differ; together they are N(0, 1)")
    void different() {
        NDArray x = nd.zeros(new Shape(500, 2));
        var first = new HashSet<Float>();
        double sum = 0;
        double squares = 0;
        int shards = 8;
        for (int seed = 41; seed < 44; seed++) {
            for (int shard = 0; shard < shards; shard++) {
                var noise = KeyedNoise.of(engine, seed, shard, DRAWS);
                for (int t = 0; t < DRAWS; t++) {
                    double[] e = doubles(noise.like(x));
                    first.add((float) e[0]);
                    sum += mean(e);
                    squares += spread(0, e);
                }
            }
        }
        int draws = 3 * shards * DRAWS;
        assertEquals(draws, first.size());
        double n = draws * 1000.0;
        assertEquals(0, sum / draws, Z / Math.sqrt(n));
        assertEquals(1, squares / draws, Z * Math.sqrt(2 / n));
    }

    @Test
    @DisplayName("more draws than there are seeds are refused, and so is one more than was set aside")
    void limit() {
        int draws = 1 << 20;
        KeyedNoise.of(engine, 42, (int) (KeyedNoise.DRAWS / draws) - 1, draws);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> KeyedNoise.of(engine, 42, (int) (KeyedNoise.DRAWS / draws), draws))
                .getMessage().contains("4,294,967,296"));
        NDArray x = nd.zeros(new Shape(2, 2));
        var one = KeyedNoise.of(engine, 42, 0, 1);
        one.like(x);
        assertThrows(IllegalStateException.class, () -> one.like(x));
    }

    @Test
    @DisplayName("noise drawn as wide as a step needs it is the same noise, scaled")
    void scaled() {
        NDArray x = nd.zeros(new Shape(500, 2));
        NDArray scale = nd.create(0.3f);
        NDArray made = KeyedNoise.of(engine, 42, 0, 1).like(x).mul(scale);
        assertEquals(0, KeyedNoise.of(engine, 42, 0, 1).scaled(x, 0.3, scale).sub(made).abs().max().getFloat(), 1e-6);
    }

    @Test
    @DisplayName("shards on two devices at once give the numbers of one device")
    void sideBySide() {
        List<Double> one = chains(1);
        assertEquals(one, chains(2));
        assertEquals(one.size(), new HashSet<>(one).size(), "two shards are copies of each other");
    }

    private List<Double> chains(int devices) {
        return new Shards(Collections.nCopies(devices, Device.cpu()), 100).run(engine::newBaseManager, 1000, (nd, shard) ->
                (double) Langevin.of(x -> x.neg(), 0.5).noise(KeyedNoise.of(engine, 42, shard.index(), DRAWS))
                        .run(nd.zeros(new Shape(shard.chains(), 2)), DRAWS).sum().getFloat());
    }

    @Test
    @DisplayName("the running mean at 1, 2, 4, ... and at the end, over uneven shards, is the mean of so many")
    void runningMean() {
        int n = 1000;
        float[] values = new float[n];
        IntStream.range(0, n).forEach(i -> values[i] = i % 7 - 2);
        for (int size : new int[] {1, 3, 64, 100, 999, 1000, 5000}) {
            var mean = new RunningMean();
            for (var shard : new Shards(List.of(Device.cpu()), size).of(n)) {
                mean.add(RunningMean.parts(nd.create(values).get("%d:%d".formatted(shard.from(), shard.from() + shard.chains())), shard));
            }
            assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1000L), mean.notes().stream().map(note -> note.count()).toList());
            mean.notes().forEach(note -> assertEquals(IntStream.range(0, (int) note.count()).mapToDouble(i -> values[i]).average().orElseThrow(), note.mean(), 1e-12));
        }
    }
}
