package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.NonSymmetricMatrixException;

/**
 * The Gaussian N(μ, Σ) in any dimension d: log p(x) = -½ (x-μ)ᵀ Σ⁻¹ (x-μ) - ½ log((2π)ᵈ |Σ|).
 *
 * <p>Points in float64 meet μ and Σ⁻¹ in float64, points in float32 in float32.
 */
public final class Gaussian implements LogDensity {

    final double[] mu;
    final Covariance covariance;
    private final Constant mean;         // μ, (d)
    private final Constant precision;    // Σ⁻¹, (d, d)
    private final boolean standard;

    private Gaussian(NDManager nd, double[] mu, Covariance covariance) {
        this.mu = mu;
        this.covariance = covariance;
        this.mean = Constant.of(nd, mu, mu.length);
        this.precision = Constant.of(nd, covariance.precision());
        this.standard = Arrays.equals(mu, new double[mu.length])
                && Arrays.deepEquals(covariance.precision(), identity(mu.length));
    }

    /**
     * N(μ, Σ).
     *
     * @param nd owner of the arrays; its device is where the density is evaluated
     * @param mean μ, d numbers
     * @param covariance Σ, d rows of d numbers: symmetric, positive definite
     * @throws IllegalArgumentException saying which of these does not hold
     */
    public static Gaussian of(NDManager nd, double[] mean, double[][] covariance) {
        return new Gaussian(nd, mean.clone(), Covariance.of(mean, covariance));
    }

    /** N(0, I) in d dimensions, the standard Gaussian. */
    public static Gaussian standard(NDManager nd, int d) {
        return of(nd, new double[d], identity(d));
    }

    static double[][] identity(int d) {
        double[][] identity = new double[d][d];
        for (int i = 0; i < d; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** μ, float32, shape (d). */
    public NDArray mean() {
        return mean.single();
    }

    /** Σ⁻¹, float32, shape (d, d). */
    public NDArray precision() {
        return precision.single();
    }

    /** log |Σ|. */
    public double logDeterminant() {
        return covariance.logDeterminant();
    }

    private long dimensions() {
        return mu.length;
    }

    /** log p(x): (n, d) to (n). */
    @Override
    public NDArray at(NDArray x) {
        Shapes.require(x, dimensions());
        NDArray away = x.sub(mean.like(x));                                            // (n, d)
        NDArray squaredDistance = away.matMul(precision.like(x)).mul(away).sum(new int[] {1}); // (n)
        double logVolume = dimensions() * Math.log(2 * Math.PI) + logDeterminant();    // log((2π)ᵈ |Σ|)
        return squaredDistance.add(Shapes.number(x, logVolume)).mul(-0.5f);
    }

    /**
     * s(x) = -Σ⁻¹ (x - μ), in closed form: (n, d) to (n, d). Its largest curvature is the largest eigenvalue of Σ⁻¹.
     */
    @Override
    public Score score() {
        Score closedForm = x -> {
            Shapes.require(x, dimensions());
            return standard ? x.neg() // a product with I takes as long as all else in a step
                    : mean.like(x).sub(x).matMul(precision.like(x)); // rows: (x - μ)ᵀ Σ⁻¹, and Σ⁻¹ is symmetric
        };
        return closedForm.withCurvature(covariance.largestCurvature());
    }

    /** n independent samples, μ + L ε with L Lᵀ = Σ, by PyTorch's generator: shape (n, d), float32. */
    public NDArray sample(int n) {
        return Temporaries.freed(() -> sampleOf(nd().randomNormal(new Shape(n, dimensions()))));
    }

    /** μ + L ε for each row of ε. */
    NDArray sampleOf(NDArray noise) {
        return noise.matMul(nd().create(floats(covariance.root())).transpose()).add(mean());
    }

    private NDManager nd() {
        return mean().getManager();
    }

    @Override
    public String toString() {
        return "Gaussian in %s dimension%s with mean %s"
                .formatted(dimensions(), dimensions() == 1 ? "" : "s", Shapes.text(mu));
    }

    static float[] floats(double... values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }

    private static float[][] floats(double[][] rows) {
        return Arrays.stream(rows).map(Gaussian::floats).toArray(float[][]::new);
    }

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
                return new Covariance(covariance, cholesky.getSolver().getInverse().getData(),
                        cholesky.getL().getData(), Math.log(cholesky.getDeterminant()));
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
}
