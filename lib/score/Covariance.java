package lib.score;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.NonSymmetricMatrixException;

/**
 * What a Gaussian needs of its covariance Σ, in double precision.
 *
 * @param sigma Σ, d rows of d numbers
 * @param precision Σ⁻¹
 * @param root L, lower triangular, with L Lᵀ = Σ: L ε is a sample where ε is one of N(0, I)
 * @param logDeterminant log |Σ|
 */
record Covariance(double[][] sigma, double[][] precision, double[][] root, double logDeterminant) {

    /**
     * The covariance of a Gaussian with that mean.
     *
     * @throws IllegalArgumentException if the shapes differ, a number is not finite, or Σ is not symmetric and
     *     positive definite; the message says which
     */
    static Covariance of(double[] mean, double[][] covariance) {
        int d = mean.length;
        if (covariance.length != d || Arrays.stream(covariance).anyMatch(row -> row.length != d)) {
            throw new IllegalArgumentException("a mean of %s numbers needs a covariance of shape (%s, %s), not %s"
                    .formatted(d, d, d, Arrays.deepToString(covariance)));
        }
        if (!Arrays.stream(mean).allMatch(Double::isFinite)
                || !Arrays.stream(covariance).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a mean and a covariance are finite, not %s and %s"
                    .formatted(Arrays.toString(mean), Arrays.deepToString(covariance)));
        }
        try {
            var cholesky = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false), 1e-12, 0);
            return new Covariance(covariance, cholesky.getSolver().getInverse().getData(), cholesky.getL().getData(), Math.log(cholesky.getDeterminant()));
        } catch (NonSymmetricMatrixException | NonPositiveDefiniteMatrixException e) {
            throw new IllegalArgumentException("a covariance is symmetric and positive definite; this one is not: "
                    + Arrays.deepToString(covariance), e);
        }
    }

    /** The largest eigenvalue of Σ⁻¹: the largest curvature of -log N(μ, Σ). */
    double largestCurvature() {
        var a = new Array2DRowRealMatrix(precision);
        var symmetric = a.add(a.transpose()).scalarMultiply(0.5); // rounding may have broken the symmetry
        return Arrays.stream(new EigenDecomposition(symmetric).getRealEigenvalues()).max().orElse(Double.NaN);
    }
}
