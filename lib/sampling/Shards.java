package lib.sampling;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Very many chains, divided into shards that run side by side: over all GPUs, or over the cores of a CPU.
 *
 * <p>Chains do not interact, so a shard runs all its steps on its own, with noise of its own: the numbers depend on the
 * seed and on the sizes of the shards, not on which device or thread ran one. A shard that fits into a core's cache
 * takes the memory out of the picture.
 *
 * @param devices where to run, one worker each; {@code Device.cpu()} as often as cores are to be used
 * @param size how many chains a shard has at most
 */
public record Shards(List<Device> devices, int size) {

    /**
     * Chains whose points in two dimensions, a quarter of a megabyte, stay near a core, and are so many that calls do
     * not count.
     */
    public static final int IN_CACHE = 1 << 15;

    private static final int ON_GPU = 1 << 20;

    public Shards {
        devices = List.copyOf(devices);
        if (devices.isEmpty() || size < 1) {
            throw new IllegalArgumentException("shards need a device and a size of at least 1, not %s and %s"
                    .formatted(devices, size));
        }
    }

    /**
     * Shards of a size that suits the devices and of nearly one size: as many chains as a processor's cache holds,
     * however many processors there are, or on GPUs an equal share for each, at most a million at a time.
     */
    public static Shards over(List<Device> devices, long chains) {
        boolean cpu = devices.get(0).equals(Device.cpu());
        long most = Math.max(1, cpu ? IN_CACHE : Math.min(ON_GPU, above(chains, devices.size())));
        return new Shards(devices, (int) Math.max(1, above(chains, above(chains, most))));
    }

    /** a / b, rounded up, at least 1. */
    private static long above(long a, long b) {
        return Math.max(1, (a + b - 1) / b);
    }

    /**
     * What one shard is.
     *
     * @param index its number, which picks its noise
     * @param from how many chains the shards before it have
     * @param chains how many it has
     */
    public record Shard(int index, long from, int chains) {

        /**
         * The shard's own noise: drawn in Java on a CPU, by PyTorch elsewhere, where shards times draws are at most
         * {@link KeyedNoise#DRAWS}.
         */
        public Noise noise(NDManager nd, int seed, int draws) {
            return nd.getDevice().equals(Device.cpu())
                    ? ParallelNoise.seeded(seed, index) : KeyedNoise.of(nd.getEngine(), seed, index, draws);
        }
    }

    /** Runs one shard with arrays of the manager given, and closes none of them. */
    @FunctionalInterface
    public interface Work<T> {
        T run(NDManager nd, Shard shard);
    }

    /** The shards of so many chains. */
    public List<Shard> of(long chains) {
        if (chains < 1) {
            throw new IllegalArgumentException("there is no chain to run; take at least one");
        }
        long count = above(chains, size);
        if (count > 1 << 24) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "%,d chains are %,d shards of %,d; take at most %,d chains", chains, count, size,
                    (1L << 24) * size));
        }
        List<Shard> shards = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            long from = (long) k * size;
            shards.add(new Shard(k, from, (int) Math.min(size, chains - from)));
        }
        return shards;
    }

    /**
     * Runs all shards and gives their results in the order of the shards. A worker takes shards in turn, and frees each
     * shard's arrays before its next: results are numbers, not arrays.
     *
     * @param manager makes a manager for a device, {@code engine::newBaseManager}; a test injects its own
     * @throws OutOfMemory when a device has no room for one shard
     */
    public <T> List<T> run(Function<Device, NDManager> manager, long chains, Work<T> work) {
        List<Shard> shards = of(chains);
        var workers = Executors.newFixedThreadPool(devices.size());
        try {
            var next = new AtomicInteger();
            List<T> results = new ArrayList<>(Collections.nCopies(shards.size(), null));
            List<Future<?>> running = new ArrayList<>();
            for (Device device : devices) {
                Callable<Void> worker = () -> {
                    for (int k = next.getAndIncrement(); k < shards.size(); k = next.getAndIncrement()) {
                        try (NDManager nd = manager.apply(device)) {
                            results.set(k, work.run(nd, shards.get(k)));
                        } catch (RuntimeException | Error e) {
                            next.set(shards.size()); // the others stop after the shard in hand
                            if (OutOfMemory.isOne(e)) {
                                throw new OutOfMemory(device, shards.get(k).chains(), e);
                            }
                            throw e;
                        }
                    }
                    return null;
                };
                running.add(workers.submit(worker));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** A device had no room for a shard; a number of chains that does fit is in the message. */
    public static final class OutOfMemory extends RuntimeException {

        private static final long serialVersionUID = 1;

        OutOfMemory(Device device, int chains, Throwable cause) {
            super(String.format(Locale.ROOT,
                    "%s has no room for %,d chains at a time. Run shards of %,d: all chains run, in turn.",
                    device.equals(Device.cpu()) ? "the CPU" : device, chains,
                    Math.max(1, Integer.highestOneBit(Math.max(1, chains / 2)))), cause);
        }

        /** PyTorch says "CUDA out of memory" or "not enough memory: you tried to allocate ... bytes". */
        static boolean isOne(Throwable e) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            return e instanceof OutOfMemoryError || message.contains("out of memory")
                    || message.contains("not enough memory")
                    || message.contains("can't allocate memory");
        }
    }
}
