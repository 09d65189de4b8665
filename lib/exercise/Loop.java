package lib.exercise;

import ai.djl.ndarray.NDArray;
import lib.sampling.Noise;
import lib.score.Score;

/** What the person at the exercise writes: Langevin dynamics from a start, as a function. */
@FunctionalInterface
public interface Loop {

    /**
     * Follows the score with noise.
     *
     * @param s the score function: (n, d) to (n, d)
     * @param randn fresh standard normal numbers, {@code randn.like(x)} of shape (n, d)
     * @param x0 where the chains start, shape (n, d); not to be changed
     * @param steps how many updates
     * @param eta the step size η
     * @return the points after the last update, and the way there
     */
    Chain run(Score s, Noise randn, NDArray x0, int steps, double eta);
}
