package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A constant of a density, known in double precision, as a tensor of the number type that the points have: float64
 * points get float64 constants, to the last bit. Those are made when they are first asked for, since not every device
 * has them.
 */
final class Constant {

    private final NDArray single;
    private final Supplier<NDArray> made;
    private NDArray wide;

    private Constant(NDArray single, Supplier<NDArray> made) {
        this.single = single;
        this.made = made;
    }

    /** So many numbers of that shape, owned by {@code nd}. */
    static Constant of(NDManager nd, double[] values, long... shape) {
        return new Constant(nd.create(Gaussian.floats(values), new Shape(shape)),
                () -> nd.create(values, new Shape(shape)));
    }

    /** Rows of numbers, one length each. */
    static Constant of(NDManager nd, double[][] rows) {
        double[] flat = java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
        return of(nd, flat, rows.length, rows[0].length);
    }

    /** A view of this constant, such as its transpose. */
    Constant view(UnaryOperator<NDArray> operation) {
        return new Constant(operation.apply(single), () -> operation.apply(wide()));
    }

    /** In float32. */
    NDArray single() {
        return single;
    }

    /** In the number type of x. */
    NDArray like(NDArray x) {
        return x.getDataType() == DataType.FLOAT64 ? wide() : single.toType(x.getDataType(), false);
    }

    private synchronized NDArray wide() {
        if (wide == null) {
            wide = made.get();
            NDScope.unregister(wide); // it outlives the computation that asks first
        }
        return wide;
    }
}
