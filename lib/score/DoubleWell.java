package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/**
 * The double well in two dimensions, E(x) = (|x|² - 1)² + x₂²/2.
 *
 * <p>Two wells of energy 0 at (±1, 0), joined by a low ring near |x| = 1 whose passes, at (0, ±√3/2), have energy
 * 7/16; a hilltop of energy 1 at the centre. Nobody has a closed form for Z = ∫ exp(-E); by quadrature it is
 * 4.01592912937. The score never asks for it.
 */
public record DoubleWell() implements Energy {

    /** E: (n, 2) to (n). */
    @Override
    public NDArray at(NDArray x) {
        Rows.require(x, 2);
        NDArray squares = x.mul(x);                               // (x₁², x₂²), shape (n, 2)
        NDArray rim = Rows.weighted(squares, 1, 1).sub(1f);       // |x|² - 1, shape (n)
        return rim.mul(rim).add(Rows.weighted(squares, 0, 0.5f));
    }

    /** ∇E by hand, to hold autograd to: (4 x₁ (|x|² - 1), 4 x₂ (|x|² - 1) + x₂), shape (n, 2). */
    public NDArray gradient(NDArray x) {
        Rows.require(x, 2);
        NDArray rim = x.square().sum(new int[] {1}).sub(1);
        NDArray x1 = x.get(":, 0");
        NDArray x2 = x.get(":, 1");
        return NDArrays.stack(new NDList(x1.mul(rim).mul(4), x2.mul(rim).mul(4).add(x2)), 1);
    }
}
