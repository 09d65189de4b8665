package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;

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
        var sigma = Covariance.of(mean, covariance);
        return new Gaussian(nd.create(floats(mean)), nd.create(floats(sigma.precision())), sigma.logDeterminant());
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

    /** log p(x): (n, d) to (n). */
    @Override
    public NDArray at(NDArray x) {
        Rows.require(x, mean.size());
        NDArray away = x.sub(Odds.like(x, mean));                                 // (n, d)
        NDArray squaredDistance = away.matMul(Odds.like(x, precision)).mul(away).sum(new int[] {1}); // (n)
        return squaredDistance.add(mean.size() * Math.log(2 * Math.PI) + logDeterminant).mul(-0.5);
    }

    /** s(x) = -Σ⁻¹ (x - μ), in closed form: (n, d) to (n, d). Its largest curvature is the largest eigenvalue of Σ⁻¹. */
    @Override
    public Score score() {
        boolean standard = isStandard();
        return new Score() {
            @Override
            public NDArray at(NDArray x) {
                Rows.require(x, mean.size());
                if (standard) {
                    return x.neg(); // a product with I takes as long as all else in a step
                }
                return Odds.like(x, mean).sub(x).matMul(Odds.like(x, precision)); // rows: (x - μ)ᵀ Σ⁻¹, and Σ⁻¹ is symmetric
            }

            @Override
            public double largestCurvature() {
                return Covariance.largestEigenvalue(precision);
            }
        };
    }

    private boolean isStandard() {
        return Arrays.equals(mean.toFloatArray(), new float[(int) mean.size()])
                && Arrays.equals(precision.toFloatArray(), precision.getManager().eye((int) mean.size()).toFloatArray());
    }

    static float[] floats(double... values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }

    static float[][] floats(double[][] rows) {
        return Arrays.stream(rows).map(Gaussian::floats).toArray(float[][]::new);
    }
}
