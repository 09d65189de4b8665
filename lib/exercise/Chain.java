package lib.exercise;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What a {@link Loop} returns.
 *
 * @param x the points after the last update, shape (n, d)
 * @param trajectory the start, then the points after each update: steps + 1 arrays that share no memory, of shape
 *     (n, d), or (k, d) where only the first k points are kept
 */
public record Chain(NDArray x, List<NDArray> trajectory) {}
