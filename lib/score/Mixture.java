package lib.score;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A mixture of Gaussians in any dimension d: p(x) = Σₖ πₖ N(x; μₖ, Σₖ).
 *
 * <p>Its score is an average of the modes' own scores, by their shares of the density at x:
 * s(x) = Σₖ wₖ(x) Σₖ⁻¹ (μₖ - x), with w = softmaxₖ(log πₖ N(x; μₖ, Σₖ)).
 *
 * <p>Shares are computed from log odds ({@code LogOdds}), never from densities: far from all modes those are 0/0.
 *
 * <pre>{@code
 * var mixture = Mixture.twoModes(nd);
 * mixture.score().at(nd.create(new float[][] {{2, 0}, {0, 1e4f}}));   // [[-0.0013, 0], [0, -10000]]
 * }</pre>
 */
public final class Mixture implements LogDensity {

    private final Gaussian[] modes;         // of which the first, N(μ₀, Σ₀), is the one that odds are taken against
    private final double[] weights;         // π, which add up to 1
    private final LogOdds odds;
    private final boolean pair;             // two modes: one row of odds, for mode 1, says all
    private final Constant direction;       // b, (d): with two modes
    private final boolean plain;            // two modes of unit covariance about the origin
    private final long dimensions;
    private final double curvature;

    private Mixture(Gaussian[] modes, double[] weights, LogOdds odds) {
        this.modes = modes;
        this.weights = weights;
        this.odds = odds;
        this.pair = modes.length == 2;
        this.direction = odds.tilt().view(b -> b.get(0));
        this.plain = pair && odds.centre() == null && odds.bend() == null && odds.precision() == null;
        this.dimensions = modes[0].mu.length;
        this.curvature = Arrays.stream(modes).mapToDouble(mode -> mode.covariance.largestCurvature()).max()
                .orElse(Double.NaN);
    }

    /**
     * Σₖ πₖ N(μₖ, Σₖ).
     *
     * @param nd owner of the arrays; its device is where the density is evaluated
     * @param weights π, K positive numbers; they are divided by their sum
     * @param means μ, K rows of d numbers
     * @param covariances Σ, K matrices of shape (d, d): symmetric, positive definite
     * @throws IllegalArgumentException saying which of these does not hold, and for which mode
     */
    public static Mixture of(NDManager nd, double[] weights, double[][] means, double[][][] covariances) {
        int count = weights.length;
        if (count == 0 || means.length != count || covariances.length != count) {
            throw new IllegalArgumentException("a mixture has one weight, one mean and one covariance a mode,"
                    + " not %s, %s and %s".formatted(count, means.length, covariances.length));
        }
        require(weights, means);
        var modes = new Gaussian[count];
        for (int k = 0; k < count; k++) {
            try {
                modes[k] = Gaussian.of(nd, means[k], covariances[k]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("mode %s of %s: %s".formatted(k, count, e.getMessage()), e);
            }
        }
        return of(weights, modes);
    }

    /**
     * The mixture of these modes; its arrays belong to the owner of the first mode's.
     *
     * @param weights π, a positive number for each mode; they are divided by their sum
     * @throws IllegalArgumentException where a weight is not positive, or the modes do not live in one space
     */
    public static Mixture of(double[] weights, Gaussian... modes) {
        if (weights.length != modes.length || modes.length == 0) {
            throw new IllegalArgumentException("a mixture has one weight a mode, not %s for %s"
                    .formatted(weights.length, modes.length));
        }
        double[][] means = Arrays.stream(modes).map(mode -> mode.mu).toArray(double[][]::new);
        require(weights, means);
        double sum = Arrays.stream(weights).sum();
        double[] shares = Arrays.stream(weights).map(w -> w / sum).toArray();
        var sigmas = Arrays.stream(modes).map(mode -> mode.covariance).toArray(Gaussian.Covariance[]::new);
        return new Mixture(modes.clone(), shares, LogOdds.of(modes[0].mean().getManager(), weights, means, sigmas));
    }

    private static void require(double[] weights, double[][] means) {
        if (!Arrays.stream(weights).allMatch(w -> w > 0 && Double.isFinite(w))) {
            throw new IllegalArgumentException("weights are positive and finite, not " + Arrays.toString(weights));
        }
        if (means[0].length == 0 || Arrays.stream(means).anyMatch(mean -> mean.length != means[0].length)) {
            throw new IllegalArgumentException("the means live in one space, not " + Arrays.deepToString(means));
        }
    }

    /** The notebook's mixture: modes of equal weight at (±2, 0), unit covariance. s(x) = (-x₁ + 2 tanh 2x₁, -x₂). */
    public static Mixture twoModes(NDManager nd) {
        double[][] unit = Gaussian.identity(2);
        return of(nd, new double[] {1, 1}, new double[][] {{-2, 0}, {2, 0}}, new double[][][] {unit, unit});
    }

    /** log p(x): (n, d) to (n). log p = log π₀ N(x; μ₀, Σ₀) + log Σₖ exp uₖ(x), the log odds' log-sum-exp. */
    @Override
    public NDArray at(NDArray x) {
        Shapes.require(x, dimensions);
        NDArray y = odds.columns(x);                                   // (d, n)
        NDArray u = odds.at(y, odds.bendTimes(y));                     // (K, n)
        NDArray rise = pair ? Activation.softPlus(u).reshape(-1)       // log(1 + eᵘ): mode 0 has log odds 0
                : u.logSoftmax(0).get(0).neg();                        // -log(share of mode 0) = log Σₖ exp uₖ
        return modes[0].at(x).add(rise).add(Shapes.number(x, Math.log(weights[0])));
    }

    /** s(x) in closed form: (n, d) to (n, d). Its largest curvature is the narrowest mode's, a bound never exceeded. */
    @Override
    public Score score() {
        return new Score() {
            @Override
            public NDArray at(NDArray x) {
                Shapes.require(x, dimensions);
                return Temporaries.freed(() -> plain ? plainScoreAt(x) : scoreAt(x));
            }

            @Override
            public double largestCurvature() {
                return curvature;
            }

            @Override
            public Drift drift(NDArray eta) {
                // the rule as it is written has the notebook's last digits
                boolean exactly = eta.getDevice().equals(Device.cpu());
                return plain && !exactly ? odds.plainDrift(eta, direction) : Score.super.drift(eta);
            }
        };
    }

    /**
     * n independent samples by PyTorch's generator: a mode for each by its weight, then a point of that mode. Shape (n,
     * d), float32.
     */
    public NDArray sample(int n) {
        return Temporaries.freed(() -> {
            NDManager nd = modes[0].mean().getManager();
            Shape shape = new Shape(n, dimensions);
            // mode k from π₀ + ... + πₖ₋₁ up to π₀ + ... + πₖ
            NDArray share = nd.randomUniform(0, 1, new Shape(n, 1)).broadcast(shape);
            NDArray noise = nd.randomNormal(shape);
            NDArray samples = modes[0].sampleOf(noise);
            double below = 0;
            for (int k = 1; k < modes.length; k++) {
                below += weights[k - 1];
                samples = NDArrays.where(share.gte((float) below), modes[k].sampleOf(noise), samples);
            }
            return samples;
        });
    }

    @Override
    public String toString() {
        return IntStream.range(0, modes.length).mapToObj(k -> Shapes.digits(weights[k]) + " " + modes[k])
                .collect(Collectors.joining(" + "));
    }

    /**
     * Two modes of unit covariance about the origin: P₀ ν₀ - x + w b with w = sigmoid(c + b·x), in half as many calls.
     */
    private NDArray plainScoreAt(NDArray x) {
        NDArray u = odds.level(x, x.matMul(direction.like(x)));  // (n)
        NDArray pulls = odds.turn().like(x).mul(Activation.sigmoid(u)).addi(odds.pull().like(x)); // (d, n)
        return x.neg().addi(pulls.transpose());                        // (n, d)
    }

    /**
     * Σₖ wₖ Pₖ (νₖ - y), written as P₀ (ν₀ - y) + Σₖ wₖ (bₖ - (Pₖ - P₀) y): one covariance needs no more than the bₖ.
     */
    private NDArray scoreAt(NDArray x) {
        NDArray y = odds.columns(x);                                   // (d, n)
        NDArray bend = odds.bendTimes(y);                              // (K, d, n), or null
        NDArray u = odds.at(y, bend);                                  // (K, n)
        NDArray w = pair ? Activation.sigmoid(u) : u.softmax(0);       // (K, n)
        NDArray turn = odds.turn().like(x);                      // (d, K)
        NDArray s = (pair ? turn.mul(w) : turn.matMul(w)).addi(odds.pull().like(x)); // (d, n)
        if (bend != null) {
            s.subi(bend.muli(w.expandDims(1)).sum(new int[] {0}));
        }
        return s.transpose().sub(odds.precisionTimes(y).transpose());  // (n, d)
    }
}
