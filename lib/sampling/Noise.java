package lib.sampling;

import ai.djl.ndarray.NDArray;

/**
 * Where a sampler's random numbers come from.
 *
 * <p>A test or an exercise may script them: {@code x -> x.zerosLike()} is Langevin dynamics without its noise, gradient
 * ascent.
 */
@FunctionalInterface
public interface Noise {

    /**
     * Standard normal numbers, independent of each other and of every call before.
     *
     * @param x points, shape (n, d); neither changed nor kept
     * @return ε ~ N(0, I), of the shape, number type and device of {@code x}: the caller's to overwrite, and
     *     valid until the next call
     */
    NDArray like(NDArray x);

    /**
     * σ ε, as wide as a step needs it: {@link #like}, scaled. Noise that can be drawn as wide overrides this, which
     * saves a pass over all chains.
     *
     * @param sigma σ, positive
     * @param scale the same as a tensor without dimensions, of the number type and on the device of {@code x}
     */
    default NDArray scaled(NDArray x, double sigma, NDArray scale) {
        return like(x).muli(scale);
    }

    /**
     * PyTorch's own generator, seeded by {@code engine.setRandomSeed}: one draw of the shape of x a call. On a CPU
     * these are the numbers that {@code torch.randn_like(x)} gives in Python after {@code torch.manual_seed}.
     */
    static Noise pyTorch() {
        return x -> x.getManager().randomNormal(0, 1, x.getShape(), x.getDataType());
    }
}
