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
     *     freed when the call returns, and so is what was computed from it: keep {@code x.duplicate()}, which stays as
     *     long as the chain's start does, or numbers
     */
    void after(int step, NDArray x);

    /**
     * Whether it wants to see that step: for one that nobody wants the points are not copied. Asked before each step's
     * {@link #after}.
     */
    default boolean wants(int step) {
        return this != NONE;
    }

    /** This observer at the start and at every {@code period}th step only. */
    default Observer every(int period) {
        Observer all = this;
        return new Observer() {
            @Override
            public boolean wants(int step) {
                return step % period == 0 && all.wants(step);
            }

            @Override
            public void after(int step, NDArray x) {
                all.after(step, x);
            }
        };
    }

    /** This observer, then another, each with its own copy of the points, at the steps that it wants. */
    default Observer and(Observer next) {
        Objects.requireNonNull(next, "an observer");
        if (next == NONE) {
            return this;
        }
        Observer first = this;
        return new Observer() {
            @Override
            public boolean wants(int step) {
                return first.wants(step) || next.wants(step);
            }

            @Override
            public void after(int step, NDArray x) {
                if (first.wants(step)) {
                    try (NDArray own = x.duplicate()) {
                        first.after(step, own);
                    }
                }
                if (next.wants(step)) {
                    next.after(step, x);
                }
            }
        };
    }
}
