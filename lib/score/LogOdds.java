package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The log odds of each mode k of a mixture against its mode 0,
 * uₖ(x) = log πₖ N(x; μₖ, Σₖ) - log π₀ N(x; μ₀, Σ₀) = cₖ + bₖ·y - ½ yᵀ (Pₖ - P₀) y,
 * where P = Σ⁻¹, y = x - centre, and the centre is the mean of the means.
 *
 * <p>The large terms of the two log densities have cancelled on paper, before rounding could lose their difference:
 * odds between modes of one covariance are as exact at 1e4 standard deviations as they are near by.
 *
 * <p>Points are columns here. With (K, n) instead of (n, K) a sum over modes is a few long additions, not n short
 * ones: over ten times as fast for a million points. A mixture of two modes has one row, for mode 1.
 *
 * @param centre the mean of the means, (d, 1); null where it is 0
 * @param level c, (K, 1); null where it is 0
 * @param tilt b, (K, d), with bₖ = Pₖ νₖ - P₀ ν₀ and ν = μ - centre
 * @param turn the same, as columns, (d, K)
 * @param bend Pₖ - P₀, one below the other, (K·d, d); null where all covariances are equal
 * @param precision P₀, (d, d); null where it is the identity
 * @param pull P₀ ν₀, (d, 1)
 */
record LogOdds(Constant centre, Constant level, Constant tilt, Constant turn, Constant bend, Constant precision,
        Constant pull) {

    static LogOdds of(NDManager nd, double[] weights, double[][] means, Gaussian.Covariance[] sigmas) {
        int modes = weights.length;
        int d = means[0].length;
        double[] centre = IntStream.range(0, d)
                .mapToDouble(j -> Arrays.stream(means).mapToDouble(m -> m[j]).average().orElse(0)).toArray();
        double[] nu0 = minus(means[0], centre);
        RealMatrix p0 = new Array2DRowRealMatrix(sigmas[0].precision());
        double[] pull0 = p0.operate(nu0);

        int from = modes == 2 ? 1 : 0;
        double[][] level = new double[modes - from][1];
        double[][] tilt = new double[modes - from][];
        double[][] bend = new double[(modes - from) * d][];
        for (int k = from; k < modes; k++) {
            double[] nu = minus(means[k], centre);
            RealMatrix p = new Array2DRowRealMatrix(sigmas[k].precision());
            double[] pull = p.operate(nu);
            level[k - from][0] = Math.log(weights[k] / weights[0])
                    - (sigmas[k].logDeterminant() - sigmas[0].logDeterminant()) / 2
                    - (dot(nu, pull) - dot(nu0, pull0)) / 2;
            tilt[k - from] = minus(pull, pull0);
            System.arraycopy(p.subtract(p0).getData(), 0, bend, (k - from) * d, d);
        }
        boolean identity = Arrays.deepEquals(sigmas[0].precision(), Gaussian.identity(d));
        Constant b = Constant.of(nd, tilt);
        return new LogOdds(
                isZero(centre) ? null : Constant.of(nd, centre, d, 1),
                isZero(level) ? null : Constant.of(nd, level),
                b,
                b.view(NDArray::transpose),
                isZero(bend) ? null : Constant.of(nd, bend),
                identity ? null : Constant.of(nd, sigmas[0].precision()),
                Constant.of(nd, pull0, d, 1));
    }

    /** y = x - centre as columns: (n, d) to (d, n). */
    NDArray columns(NDArray x) {
        return centre == null ? x.transpose() : x.transpose().sub(centre.like(x));
    }

    /** P₀ y, shape (d, n). */
    NDArray precisionTimes(NDArray y) {
        return precision == null ? y : precision.like(y).matMul(y);
    }

    /** (Pₖ - P₀) y, shape (K, d, n); null where it is 0. */
    NDArray bendTimes(NDArray y) {
        return bend == null ? null : bend.like(y).matMul(y)
                .reshape(tilt.single().getShape().get(0), y.getShape().get(0), y.getShape().get(1));
    }

    /** u, shape (K, n), from y and what {@link #bendTimes} made of it. */
    NDArray at(NDArray y, NDArray bendTimesY) {
        NDArray u = tilt.like(y).matMul(y);
        u = level(y, u);
        return bendTimesY == null ? u : u.sub(bendTimesY.mul(y).sum(new int[] {1}).div(2));
    }

    /** u + c. */
    NDArray level(NDArray y, NDArray u) {
        return level == null ? u : u.add(level.like(y));
    }

    /**
     * The drift of two modes of unit covariance about the origin, x (1 - η) + η (P₀ ν₀ + w b): with η in the constants,
     * and x shrunk in place, six passes over all chains instead of eight.
     *
     * @param direction b, shape (d)
     */
    Score.Drift plainDrift(NDArray eta, Constant direction) {
        NDArray kept = eta.neg().addi(1);
        NDArray turned = turn.like(eta).mul(eta);
        NDArray pulled = pull.like(eta).mul(eta);
        return new Score.Drift() {
            @Override
            public void move(NDArray x) {
                NDArray u = level(x, x.matMul(direction.like(x)));                              // (n)
                x.muli(kept).addi(turned.mul(Activation.sigmoid(u)).addi(pulled).transpose());  // (n, d)
            }

            @Override
            public void close() {
                kept.close();
                turned.close();
                pulled.close();
            }
        };
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(j -> a[j] - b[j]).toArray();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
    }

    private static boolean isZero(double[]... rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(v -> v == 0);
    }
}
