package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Points on a regular grid, as rows, the first coordinate slowest. */
public final class Grid {

    private Grid() {}

    /** n evenly spaced points on a line, both ends included: shape (n, 1). */
    public static NDArray line(NDManager nd, double low, double high, int n) {
        return nd.linspace((float) low, (float) high, n).reshape(n, 1);
    }

    /** n × n points over the square [low, high]²: shape (n², 2). */
    public static NDArray square(NDManager nd, double low, double high, int n) {
        NDArray axis = nd.linspace((float) low, (float) high, n);
        return over(axis, axis);
    }

    /**
     * The points of two axes, x₁ slowest.
     *
     * @param x1 shape (n), the values of the first coordinate
     * @param x2 shape (m), the values of the second
     * @return shape (n·m, 2)
     */
    public static NDArray over(NDArray x1, NDArray x2) {
        long n = x1.size();
        long m = x2.size();
        NDArray rows = x1.reshape(n, 1, 1).broadcast(n, m, 1);
        NDArray columns = x2.reshape(1, m, 1).broadcast(n, m, 1);
        return rows.concat(columns, 2).reshape(n * m, 2);
    }
}
