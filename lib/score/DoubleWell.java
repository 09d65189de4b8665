package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

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
        Shapes.require(x, 2);
        // Constants are filled in on the device of x, where a Java number would have to be copied to; and rows are
        // added up as a product with a vector, because PyTorch adds up rows of two numbers twenty times as slowly.
        NDManager nd = x.getManager();
        NDArray squares = x.mul(x);                                                 // (x₁², x₂²), shape (n, 2)
        NDArray rim = squares.matMul(nd.ones(new Shape(2), x.getDataType()))
                .sub(nd.ones(new Shape(), x.getDataType()));                        // |x|² - 1, shape (n)
        NDArray second = nd.arange(0, 1, 0.5f, x.getDataType());                    // (0, ½)
        return rim.mul(rim).add(squares.matMul(second));
    }

    /** ∇E by hand, to hold autograd to: (4 x₁ (|x|² - 1), 4 x₂ (|x|² - 1) + x₂), shape (n, 2). */
    public NDArray gradient(NDArray x) {
        Shapes.require(x, 2);
        NDArray rim = x.square().sum(new int[] {1}).sub(1);
        NDArray x1 = x.get(":, 0");
        NDArray x2 = x.get(":, 1");
        return NDArrays.stack(new NDList(x1.mul(rim).mul(4), x2.mul(rim).mul(4).add(x2)), 1);
    }
}
