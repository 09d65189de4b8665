package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;

/**
 * The Gaussian N(μ, Σ) in any dimension d: log p(x) = -½ (x-μ)ᵀ Σ⁻¹ (x-μ) - ½ log((2π)ᵈ |Σ|).
 *
 * <p>Points in float64 meet μ and Σ⁻¹ in float64, points in float32 in float32.
 */
public final class Gaussian implements LogDensity {

    private final Constant mean;         // μ, (d)
    private final Constant precision;    // Σ⁻¹, (d, d)
    private final Covariance covariance;
    private final boolean standard;

    private Gaussian(Constant mean, Constant precision, Covariance covariance, boolean standard) {
        this.mean = mean;
        this.precision = precision;
        this.covariance = covariance;
        this.standard = standard;
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
        var sigma = Covariance.of(mean, covariance);
        boolean standard = Arrays.equals(mean, new double[mean.length]) && Arrays.deepEquals(sigma.precision(), identity(mean.length));
        return new Gaussian(Constant.of(nd, mean, mean.length), Constant.of(nd, sigma.precision()), sigma, standard);
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
        return covariance.precision().length;
    }

    /** log p(x): (n, d) to (n). */
    @Override
    public NDArray at(NDArray x) {
        Rows.require(x, dimensions());
        NDArray away = x.sub(mean.like(x));                                            // (n, d)
        NDArray squaredDistance = away.matMul(precision.like(x)).mul(away).sum(new int[] {1}); // (n)
        return squaredDistance.add(Odds.number(x, dimensions() * Math.log(2 * Math.PI) + logDeterminant())).mul(-0.5f);
    }

    /** s(x) = -Σ⁻¹ (x - μ), in closed form: (n, d) to (n, d). Its largest curvature is the largest eigenvalue of Σ⁻¹. */
    @Override
    public Score score() {
        Score closedForm = x -> {
            Rows.require(x, dimensions());
            return standard ? x.neg() // a product with I takes as long as all else in a step
                    : mean.like(x).sub(x).matMul(precision.like(x)); // rows: (x - μ)ᵀ Σ⁻¹, and Σ⁻¹ is symmetric
        };
        return closedForm.withCurvature(covariance.largestCurvature());
    }

    @Override
    public String toString() {
        return "Gaussian in %s dimension%s with mean %s".formatted(dimensions(), dimensions() == 1 ? "" : "s", Rows.text(Rows.numbers(mean.single())));
    }

    static float[] floats(double... values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }
}
