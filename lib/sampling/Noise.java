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
     * PyTorch's own generator, seeded by {@code engine.setRandomSeed}: one draw of the shape of x a call. On a CPU these are
     * the numbers that {@code torch.randn_like(x)} gives in Python after {@code torch.manual_seed}.
     */
    static Noise pyTorch() {
        return x -> x.getManager().randomNormal(0, 1, x.getShape(), x.getDataType());
    }
}
