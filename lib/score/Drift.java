package lib.score;

import ai.djl.ndarray.NDArray;

/** What a score does to chains in one step: x ← x + η s(x), for one η and for points of one type on one device. */
@FunctionalInterface
public interface Drift extends AutoCloseable {

    /**
     * Moves the chains.
     *
     * @param x points, shape (n, d): overwritten
     */
    void move(NDArray x);

    /** Frees the constants that were made for η. */
    @Override
    default void close() {}
}
