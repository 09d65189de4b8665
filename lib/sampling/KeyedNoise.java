package lib.sampling;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import java.util.Locale;

/**
 * PyTorch's own generator, seeded anew for each draw: what several GPUs need.
 *
 * <p>{@code torch.manual_seed} gives every device the same seed, so that two GPUs which then draw side by side draw the
 * same numbers, and their chains are copies. Here draw t of shard k has a seed of its own, and no two are equal; the
 * numbers follow from the seed, the shard and the step, not from which device ran when. A seed counts when a draw is
 * launched, so the lock is held for that long and not while the device computes.
 */
public final class KeyedNoise implements Noise {

    /** How many draws have a seed of their own, over all shards. */
    public static final long DRAWS = 1L << 32;

    private final Engine engine;
    private int key;
    private int left;

    private KeyedNoise(Engine engine, int key, int draws) {
        this.engine = engine;
        this.key = key;
        this.left = draws;
    }

    /**
     * Noise of one shard of a run.
     *
     * @param seed of the run
     * @param shard which, from 0
     * @param draws how many each shard takes at most
     * @throws IllegalArgumentException where shards times draws are more than the {@value #DRAWS} seeds there are
     */
    public static KeyedNoise of(Engine engine, int seed, int shard, int draws) {
        if ((shard + 1L) * draws > DRAWS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "%,d shards of %,d draws each are more than the %,d that have a seed of their own",
                    shard + 1L, draws, DRAWS));
        }
        // an odd factor: neighbouring seeds lie far apart
        return new KeyedNoise(engine, seed * 0x9E3779B9 + shard * draws, draws);
    }

    @Override
    public NDArray like(NDArray x) {
        return draw(x, 1);
    }

    @Override
    public NDArray scaled(NDArray x, double sigma, NDArray scale) {
        return draw(x, sigma);
    }

    private NDArray draw(NDArray x, double sigma) {
        if (left-- == 0) {
            throw new IllegalStateException("this shard has taken all the draws that were set aside for it:"
                    + " the next would be another shard's");
        }
        synchronized (KeyedNoise.class) { // one generator a device, and one seed for all
            engine.setRandomSeed(key++);
            return x.getManager().randomNormal(0, (float) sigma, x.getShape(), x.getDataType());
        }
    }
}
