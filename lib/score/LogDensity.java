package lib.score;

import ai.djl.ndarray.NDArray;

/** A log density, log p(x), normalised or not: maps points (n, d) to values (n). */
@FunctionalInterface
public interface LogDensity {

    /**
     * The log density at each row of {@code x}.
     *
     * @param x points, shape (n, d)
     * @return log densities, shape (n)
     */
    NDArray at(NDArray x);

    /** The score ∇ log p: by autograd, unless a distribution knows a closed form and overrides this. */
    default Score score() {
        return Score.ofLogDensity(this);
    }
}
