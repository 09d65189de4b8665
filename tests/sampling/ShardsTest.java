package tests.sampling;

import static org.junit.jupiter.api.Assertions.*;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lib.sampling.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shards on injected devices: the GPU path without a GPU. */
@DisplayName("Shards")
class ShardsTest {

    private static final Function<Device, NDManager> CPU = device -> Engine.getEngine("PyTorch").newBaseManager(Device.cpu());

    private static Double sum(NDManager nd, Shards.Shard shard) {
        var x = Langevin.of(y -> y.neg(), 0.5).noise(ParallelNoise.seeded(shard.index())).run(nd.zeros(new Shape(shard.chains(), 2)), 40);
        return x.square().sum().getFloat() + 0.0;
    }

    @Test
    @DisplayName("every chain runs once, and results do not depend on how many devices there are; V = 1/(1 - η/2)")
    void devicesDoNotMatter() {
        long chains = 20_001;
        List<Double> one = new Shards(List.of(Device.cpu()), 4096).run(CPU, chains, ShardsTest::sum);
        List<Double> two = new Shards(Collections.nCopies(2, Device.cpu()), 4096).run(CPU, chains, ShardsTest::sum);
        assertEquals(5, one.size());
        assertEquals(one, two);
        double variance = one.stream().mapToDouble(v -> v).sum() / (2 * chains);
        assertEquals(4.0 / 3, variance, 5 * 4.0 / 3 * Math.sqrt(1.0 / chains)); // five standard errors
    }

    @Test
    @DisplayName("all devices given are used")
    void allDevicesWork() {
        Set<Device> used = ConcurrentHashMap.newKeySet();
        new Shards(List.of(Device.gpu(0), Device.gpu(1)), 10).run(device -> {
            used.add(device);
            return CPU.apply(device);
        }, 200, (nd, shard) -> {
            try {
                Thread.sleep(20); // long enough for the other thread to take a shard, on a machine that is busy too
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return shard.chains();
        });
        assertEquals(Set.of(Device.gpu(0), Device.gpu(1)), used);
    }

    @Test
    @DisplayName("out of memory is one message, with a number that fits; other errors stay what they are")
    void outOfMemory() {
        var shards = new Shards(List.of(Device.gpu(0)), 1_000_000);
        var error = assertThrows(Shards.OutOfMemory.class, () -> shards.run(CPU, 5_000_000, (nd, shard) -> {
            throw new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB");
        }));
        assertTrue(error.getMessage().contains("gpu(0) has no room for 1,000,000 chains at a time. Run shards of 262,144"), error.getMessage());
        assertThrows(DivergedException.class, () -> shards.run(CPU, 10, (nd, shard) ->
                Langevin.of(y -> y.neg(), 5).run(nd.ones(new Shape(shard.chains(), 2)), 200).getFloat(0, 0)));
    }

    @ParameterizedTest(name = "{0} chains over {1}: {2} shards of at most {3}")
    @CsvSource(delimiter = '|', textBlock = """
            1         | cpu,cpu   | 1  | 1
            32768     | cpu,cpu   | 1  | 32768
            100000    | cpu,cpu   | 4  | 25000
            1000000   | cpu       | 31 | 32259
            1000000   | cpu,cpu   | 31 | 32259
            1000000   | gpu0      | 1  | 1000000
            1000000   | gpu0,gpu1 | 2  | 500000
            10000000  | gpu0      | 10 | 1000000
            """)
    void suitableSizes(long chains, String devices, int count, int size) {
        var over = java.util.stream.Stream.of(devices.split(",")).map(name -> name.equals("cpu") ? Device.cpu() : Device.gpu(name.charAt(3) - '0')).toList();
        var shards = Shards.over(over, chains);
        assertEquals(size, shards.size());
        assertEquals(count, shards.of(chains).size());
    }

    @Test
    @DisplayName("no chains, and 10^12 in shards of 1000, are refused")
    void refusals() {
        var shards = new Shards(List.of(Device.cpu()), 1000);
        assertThrows(IllegalArgumentException.class, () -> shards.of(0));
        var error = assertThrows(IllegalArgumentException.class, () -> shards.of(1_000_000_000_000L));
        assertTrue(error.getMessage().contains("at most 16,777,216,000 chains"), error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Shards(List.of(), 1));
    }
}
