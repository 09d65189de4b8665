package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

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
        this.standard = Arrays.equals(mu, new double[mu.length]) && Arrays.deepEquals(covariance.precision(), identity(mu.length));
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
        return "Gaussian in %s dimension%s with mean %s".formatted(dimensions(), dimensions() == 1 ? "" : "s", Rows.text(mu));
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
}
