package lib.sampling;

import ai.djl.ndarray.NDArray;
import java.util.Objects;

/** Sees a chain as it runs: recording, plotting and statistics live here, not in the sampler. */
@FunctionalInterface
public interface Observer {

    /** Sees nothing. */
    Observer NONE = (step, x) -> { };

    /**
     * Called once before the first step and after each step.
     *
     * @param step 0 at the start, then 1, 2, ...
     * @param x the points, shape (n, d): a copy, so that whatever is done to it the chain is not changed. It is
     *     freed when the call returns: keep {@code x.duplicate()}, or numbers read from it
     */
    void after(int step, NDArray x);

    /** This observer, then another, each with its own copy of the points. */
    default Observer and(Observer next) {
        Objects.requireNonNull(next, "an observer");
        return (step, x) -> {
            try (NDArray own = x.duplicate()) {
                after(step, own);
            }
            next.after(step, x);
        };
    }
}
