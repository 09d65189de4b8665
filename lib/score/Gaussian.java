package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.NonSymmetricMatrixException;

/**
 * The Gaussian N(μ, Σ) in any dimension d: log p(x) = -½ (x-μ)ᵀ Σ⁻¹ (x-μ) - ½ log((2π)ᵈ |Σ|).
 *
 * @param mean μ, shape (d)
 * @param precision Σ⁻¹, shape (d, d)
 * @param logDeterminant log |Σ|
 */
public record Gaussian(NDArray mean, NDArray precision, double logDeterminant) implements LogDensity {

    /**
     * N(μ, Σ).
     *
     * @param nd owner of the arrays; its device is where the density is evaluated
     * @param mean μ, d numbers
     * @param covariance Σ, d rows of d numbers: symmetric, positive definite
     * @throws IllegalArgumentException saying which of these does not hold
     */
    public static Gaussian of(NDManager nd, double[] mean, double[][] covariance) {
        int d = mean.length;
        if (covariance.length != d || Arrays.stream(covariance).anyMatch(row -> row.length != d)) {
            throw new IllegalArgumentException("a mean of %d numbers needs a covariance of shape (%d, %d), not %s"
                    .formatted(d, d, d, Arrays.deepToString(covariance)));
        }
        if (!Arrays.stream(mean).allMatch(Double::isFinite)
                || !Arrays.stream(covariance).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a mean and a covariance are finite, not %s and %s"
                    .formatted(Arrays.toString(mean), Arrays.deepToString(covariance)));
        }
        try {
            var cholesky = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false), 1e-12, 0);
            return new Gaussian(
                    nd.create(floats(mean)),
                    nd.create(floats(cholesky.getSolver().getInverse().getData())),
                    Math.log(cholesky.getDeterminant()));
        } catch (NonSymmetricMatrixException | NonPositiveDefiniteMatrixException e) {
            throw new IllegalArgumentException("a covariance is symmetric and positive definite; this one is not: "
                    + Arrays.deepToString(covariance), e);
        }
    }

    /** N(0, I) in d dimensions, the standard Gaussian. */
    public static Gaussian standard(NDManager nd, int d) {
        double[][] identity = new double[d][d];
        for (int i = 0; i < d; i++) {
            identity[i][i] = 1;
        }
        return of(nd, new double[d], identity);
    }

    /** log p(x): (n, d) to (n). */
    @Override
    public NDArray at(NDArray x) {
        Rows.require(x, mean.size());
        NDArray away = x.sub(mean);                                               // (n, d)
        NDArray squaredDistance = away.matMul(precision).mul(away).sum(new int[] {1}); // (n)
        return squaredDistance.add(mean.size() * Math.log(2 * Math.PI) + logDeterminant).mul(-0.5);
    }

    /** s(x) = -Σ⁻¹ (x - μ), in closed form: (n, d) to (n, d). */
    @Override
    public Score score() {
        return x -> {
            Rows.require(x, mean.size());
            return mean.sub(x).matMul(precision); // rows: (x - μ)ᵀ Σ⁻¹, and Σ⁻¹ is symmetric
        };
    }

    private static float[] floats(double... values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }

    private static float[][] floats(double[][] rows) {
        return Arrays.stream(rows).map(Gaussian::floats).toArray(float[][]::new);
    }
}
