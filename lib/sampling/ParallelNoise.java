package lib.sampling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Standard normal numbers drawn on all cores, for many chains on a CPU: PyTorch draws them on one, which is most of the
 * time of a step.
 *
 * <p>Numbers come in blocks of {@value #BLOCK}, and each block has a generator of its own: one seeded stream, entered
 * 2⁶⁴ numbers further on for each block, so that no two blocks ever share a part of it. Which thread fills a block does
 * not matter, so the numbers depend on the seed and on the shapes asked for, never on the number of threads. They are
 * not PyTorch's numbers.
 *
 * <p>The array shares its memory with the buffer that the threads fill, so nothing is copied; on a GPU it is copied
 * there. The next call overwrites it. Threads are those of the fork-join pool that calls, else of the common pool.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman and Vigna 2021</a>, the generator (xoroshiro128++)
 */
public final class ParallelNoise implements Noise {

    /** How many numbers one generator makes a call. */
    static final int BLOCK = 1 << 13;

    private final boolean parallel;
    private final JumpableGenerator stream;
    private final List<RandomGenerator> generators = new ArrayList<>();
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    private ParallelNoise(long seed, boolean parallel) {
        this.parallel = parallel;
        stream = RandomGeneratorFactory.<JumpableGenerator>of("Xoroshiro128PlusPlus").create(seed);
    }

    /** Noise whose every number follows from the seed. */
    public static ParallelNoise seeded(long seed) {
        return new ParallelNoise(seed, true);
    }

    /**
     * The same for one shard of a run, numbered from 0: drawn by the thread that calls, as the shards have a thread
     * each.
     */
    public static ParallelNoise seeded(long seed, int shard) {
        // an odd factor: neighbouring seeds lie far apart
        return new ParallelNoise(seed * 0x9E3779B97F4A7C15L + shard, false);
    }

    /**
     * Standard normal numbers of the shape of x.
     *
     * @throws IllegalArgumentException for more than 2²⁹ - 1 numbers, the most that one buffer holds
     */
    @Override
    public synchronized NDArray like(NDArray x) {
        long size = x.size();
        if (size > Integer.MAX_VALUE / Float.BYTES) {
            throw new IllegalArgumentException(
                    "x has shape %s; one call makes at most %s numbers: run fewer chains at a"
                    .formatted(x.getShape(), Integer.MAX_VALUE / Float.BYTES) + " time");
        }
        reserve((int) size);
        FloatBuffer numbers = bytes.asFloatBuffer();
        IntStream blocks = IntStream.range(0, blocks((int) size));
        (parallel && size > BLOCK ? blocks.parallel() : blocks).forEach(block -> fill(numbers, block, (int) size));
        NDArray noise = x.getManager().create(bytes.slice(0, (int) size * Float.BYTES).order(ByteOrder.nativeOrder()),
                x.getShape(), DataType.FLOAT32);
        return noise.toType(x.getDataType(), false);
    }

    private void fill(FloatBuffer numbers, int block, int size) {
        Ziggurat.fill(numbers, block * BLOCK, (int) Math.min(size, (block + 1L) * BLOCK), generators.get(block));
    }

    /** A generator for each block, and room for so many numbers. */
    private void reserve(int size) {
        while (generators.size() < blocks(size)) {
            generators.add(stream.copyAndJump());
        }
        if (bytes.capacity() < size * Float.BYTES) {
            bytes = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder());
        }
    }

    private static int blocks(int size) {
        return (int) ((size + (long) BLOCK - 1) / BLOCK);
    }
}
