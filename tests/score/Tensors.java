package tests.score;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** Engine and comparisons for the tests of the mathematics. */
final class Tensors {

    private Tensors() {}

    static NDManager manager() {
        return Engine.getEngine("PyTorch").newBaseManager();
    }

    static double maxDifference(NDArray a, NDArray b) {
        return a.sub(b).abs().max().toType(DataType.FLOAT64, false).getDouble();
    }

    /** ∇f by central differences in float64, row by row: an oracle that knows nothing of autograd. */
    static NDArray centralDifference(java.util.function.UnaryOperator<NDArray> f, NDArray x, double h) {
        NDArray wide = x.toType(DataType.FLOAT64, true);
        int d = (int) x.getShape().get(1);
        NDArray[] columns = new NDArray[d];
        for (int j = 0; j < d; j++) {
            NDArray e = x.getManager().eye(d).get(j).toType(DataType.FLOAT64, false).mul(h);
            columns[j] = f.apply(wide.add(e)).sub(f.apply(wide.sub(e))).div(2 * h).reshape(-1, 1);
        }
        NDArray result = columns[0];
        for (int j = 1; j < d; j++) {
            result = result.concat(columns[j], 1);
        }
        return result;
    }
}
