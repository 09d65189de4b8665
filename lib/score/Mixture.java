package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import java.util.Arrays;

/**
 * A mixture of Gaussians in any dimension d: p(x) = Σₖ πₖ N(x; μₖ, Σₖ).
 *
 * <p>Its score is an average of the modes' own scores, by their shares of the density at x:
 * s(x) = Σₖ wₖ(x) Σₖ⁻¹ (μₖ - x), with w = softmaxₖ(log πₖ N(x; μₖ, Σₖ)).
 *
 * <p>Shares are computed from log odds ({@code Odds}), never from densities: far from all modes those are 0/0.
 *
 * <pre>{@code
 * var mixture = Mixture.twoModes(nd);
 * mixture.score().at(nd.create(new float[][] {{2, 0}, {0, 1e4f}}));   // [[-0.0013, 0], [0, -10000]]
 * }</pre>
 */
public final class Mixture implements LogDensity {

    private final Gaussian first;           // N(μ₀, Σ₀), the mode that odds are taken against
    private final double firstLogWeight;    // log π₀
    private final Odds odds;
    private final boolean pair;             // two modes: one row of odds, for mode 1, says all
    private final Constant direction;       // b, (d): with two modes
    private final boolean plain;            // two modes of unit covariance about the origin
    private final long dimensions;
    private final double curvature;

    private Mixture(Gaussian first, double firstLogWeight, Odds odds, boolean pair, double curvature) {
        this.first = first;
        this.firstLogWeight = firstLogWeight;
        this.odds = odds;
        this.pair = pair;
        this.direction = odds.tilt().view(b -> b.get(0));
        this.plain = pair && odds.centre() == null && odds.bend() == null && odds.precision() == null;
        this.dimensions = first.mean().size();
        this.curvature = curvature;
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
        int modes = weights.length;
        if (modes == 0 || means.length != modes || covariances.length != modes) {
            throw new IllegalArgumentException("a mixture has one weight, one mean and one covariance a mode, not %s, %s and %s"
                    .formatted(modes, means.length, covariances.length));
        }
        if (!Arrays.stream(weights).allMatch(w -> w > 0 && Double.isFinite(w))) {
            throw new IllegalArgumentException("weights are positive and finite, not " + Arrays.toString(weights));
        }
        int d = means[0].length;
        if (d == 0 || Arrays.stream(means).anyMatch(mean -> mean.length != d)) {
            throw new IllegalArgumentException("the means live in one space, not " + Arrays.deepToString(means));
        }
        var sigmas = new Covariance[modes];
        for (int k = 0; k < modes; k++) {
            try {
                sigmas[k] = Covariance.of(means[k], covariances[k]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("mode %s of %s: %s".formatted(k, modes, e.getMessage()), e);
            }
        }
        return new Mixture(
                Gaussian.of(nd, means[0], covariances[0]),
                Math.log(weights[0] / Arrays.stream(weights).sum()),
                Odds.of(nd, weights, means, sigmas),
                modes == 2,
                Arrays.stream(sigmas).mapToDouble(Covariance::largestCurvature).max().orElse(Double.NaN));
    }

    /** The notebook's mixture: modes of equal weight at (±2, 0), unit covariance. s(x) = (-x₁ + 2 tanh 2x₁, -x₂). */
    public static Mixture twoModes(NDManager nd) {
        double[][] unit = Gaussian.identity(2);
        return of(nd, new double[] {1, 1}, new double[][] {{-2, 0}, {2, 0}}, new double[][][] {unit, unit});
    }

    /** log p(x): (n, d) to (n). log p = log π₀ N(x; μ₀, Σ₀) + log Σₖ exp uₖ(x), the log odds' log-sum-exp. */
    @Override
    public NDArray at(NDArray x) {
        Rows.require(x, dimensions);
        NDArray y = odds.columns(x);                                   // (d, n)
        NDArray u = odds.at(y, odds.bendTimes(y));                     // (K, n)
        NDArray rise = pair ? Activation.softPlus(u).reshape(-1)       // log(1 + eᵘ): mode 0 has log odds 0
                : u.logSoftmax(0).get(0).neg();                        // -log(share of mode 0) = log Σₖ exp uₖ
        return first.at(x).add(rise).add(Odds.number(x, firstLogWeight));
    }

    /** s(x) in closed form: (n, d) to (n, d). Its largest curvature is the narrowest mode's, a bound never exceeded. */
    @Override
    public Score score() {
        Score closedForm = x -> {
            Rows.require(x, dimensions);
            return Temporaries.freed(() -> plain ? plainScoreAt(x) : scoreAt(x));
        };
        return closedForm.withCurvature(curvature);
    }

    /** Two modes of unit covariance about the origin: P₀ ν₀ - x + w b with w = sigmoid(c + b·x), in half as many calls. */
    private NDArray plainScoreAt(NDArray x) {
        NDArray u = odds.level(x, x.matMul(direction.like(x)));  // (n)
        NDArray pulls = odds.turn().like(x).mul(Activation.sigmoid(u)).addi(odds.pull().like(x)); // (d, n)
        return x.neg().addi(pulls.transpose());                        // (n, d)
    }

    /** Σₖ wₖ Pₖ (νₖ - y), written as P₀ (ν₀ - y) + Σₖ wₖ (bₖ - (Pₖ - P₀) y): one covariance needs no more than the bₖ. */
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
