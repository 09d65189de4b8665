package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Points are rows, shape (n, d): the checks that say so when they are not. */
public final class Rows {

    private Rows() {}

    /**
     * Refuses anything but rows of points.
     *
     * @throws IllegalArgumentException naming the shape and the reshape that mends it
     */
    public static void require(NDArray x) {
        Shape shape = x.getShape();
        if (shape.dimension() != 2) {
            String mend = shape.dimension() == 1
                    ? "x.reshape(-1, 1) for %s points on a line, x.reshape(1, -1) for one point".formatted(shape.size())
                    : "x.reshape(-1, d) for points in d dimensions";
            throw new IllegalArgumentException("x has shape %s; points are rows, shape (n, d). Try %s.".formatted(shape, mend));
        }
    }

    /**
     * Refuses points whose number of columns is not {@code d}.
     *
     * @throws IllegalArgumentException naming both
     */
    public static void require(NDArray x, long d) {
        require(x);
        if (x.getShape().get(1) != d) {
            throw new IllegalArgumentException(
                    "x has shape %s, but this density lives in %s dimension%s: its points have shape (n, %s)."
                            .formatted(x.getShape(), d, d == 1 ? "" : "s", d));
        }
    }

    /**
     * The weighted sum of each row, w·xᵢ: (n, d) to (n). As a product with a vector, because PyTorch adds up rows of two
     * numbers twenty times as slowly.
     */
    static NDArray weighted(NDArray rows, float... weights) {
        return rows.matMul(Odds.like(rows, rows.getManager().create(weights)));
    }

    static void requireOneValueEach(NDArray values, NDArray x) {
        Shape expected = new Shape(x.getShape().get(0));
        if (!values.getShape().equals(expected)) {
            throw new IllegalArgumentException(("x has shape %s, so its energy or log density has shape %s, one value a point;"
                    + " this one has shape %s. Sum over the columns: sum(new int[] {1}).")
                    .formatted(x.getShape(), expected, values.getShape()));
        }
    }
}
