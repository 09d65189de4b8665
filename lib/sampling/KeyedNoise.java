package lib.sampling;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;

/**
 * PyTorch's own generator, seeded anew for each draw: what several GPUs need.
 *
 * <p>{@code torch.manual_seed} gives every device the same seed, so that two GPUs which then draw side by side draw the
 * same numbers, and their chains are copies. Here draw t of shard k has a seed of its own, and no two are equal; the
 * numbers follow from the seed, the shard and the step, not from which device ran when. A seed counts when a draw is
 * launched, so the lock is held for that long and not while the device computes.
 */
public final class KeyedNoise implements Noise {

    private final Engine engine;
    private int key;

    private KeyedNoise(Engine engine, int key) {
        this.engine = engine;
        this.key = key;
    }

    /**
     * Noise of one shard of a run.
     *
     * @param seed of the run
     * @param shard which, from 0
     * @param draws how many each shard takes at most; shards times draws stays below 2³²
     */
    public static KeyedNoise of(Engine engine, int seed, int shard, int draws) {
        return new KeyedNoise(engine, seed * 0x9E3779B9 + shard * draws); // an odd factor: neighbouring seeds lie far apart
    }

    @Override
    public NDArray like(NDArray x) {
        synchronized (KeyedNoise.class) { // one generator a device, and one seed for all
            engine.setRandomSeed(key++);
            return x.getManager().randomNormal(0, 1, x.getShape(), x.getDataType());
        }
    }
}
