package lib.score;

import ai.djl.ndarray.NDArray;

/**
 * A score function, s(x) = ∇ₓ log p(x): at each point, the direction in which log density rises fastest.
 *
 * <p>Points are rows. A score maps (n, d) to (n, d); it returns a new array and leaves {@code x} as it is.
 *
 * <pre>{@code
 * Score standardNormal = x -> x.neg();                       // ∇ log exp(-|x|²/2) = -x
 * Score doubleWell = new DoubleWell().score();               // -∇E by autograd, no Z anywhere
 * NDArray s = standardNormal.at(nd.create(new float[][] {{3, 0}}));   // [[-3, 0]]
 * }</pre>
 *
 * @see <a href="https://jmlr.org/papers/v6/hyvarinen05a.html">Hyvärinen 2005</a>, section 2, where the
 *     gradient of the log density with respect to the data is called the score
 */
@FunctionalInterface
public interface Score {

    /**
     * The score at each row of {@code x}.
     *
     * @param x points, shape (n, d)
     * @return scores, shape (n, d), on the device of {@code x}: a new array, the caller's to overwrite
     */
    NDArray at(NDArray x);

    /**
     * The largest curvature of -log p anywhere: the largest eigenvalue of -∇s, or a bound on it; NaN where nobody
     * knows. Langevin dynamics is stable for step sizes below 2 / curvature.
     */
    default double largestCurvature() {
        return Double.NaN;
    }

    /**
     * What this score does to chains in one step, x ← x + η s(x). A score that knows a way with fewer passes over all
     * chains, which is what a step costs on a GPU, overrides this.
     *
     * @param eta η, a tensor without dimensions, of the number type and on the device of the points
     */
    default Drift drift(NDArray eta) {
        return x -> x.addi(at(x).muli(eta));
    }

    /** What a score does to chains in one step: x ← x + η s(x), for one η and for points of one type on one device. */
    @FunctionalInterface
    interface Drift extends AutoCloseable {

        /**
         * Moves the chains.
         *
         * @param x points, shape (n, d): overwritten
         */
        void move(NDArray x);

        /** Frees the constants that were made for η. */
        @Override
        default void close() {}
    }

    /**
     * This score, with what is known of its curvature.
     *
     * <pre>{@code
     * Score standardNormal = ((Score) x -> x.neg()).withCurvature(1);
     * }</pre>
     *
     * @param curvature the largest eigenvalue of -∇s, positive
     */
    default Score withCurvature(double curvature) {
        Score self = this;
        return new Score() {
            @Override
            public NDArray at(NDArray x) {
                return self.at(x);
            }

            @Override
            public double largestCurvature() {
                return curvature;
            }

            @Override
            public Drift drift(NDArray eta) {
                return self.drift(eta);
            }
        };
    }

    /**
     * The score of a product of densities, up to its normalisation: scores add, for logarithms do. A prior's and a
     * likelihood's make a posterior's.
     */
    default Score plus(Score other) {
        Score self = this;
        return ((Score) x -> Temporaries.freed(() -> self.at(x).add(other.at(x))))
                .withCurvature(largestCurvature() + other.largestCurvature()); // a bound
    }

    /**
     * The score of p(x)ᵝ, up to its normalisation: below 1 a landscape at a higher temperature 1/β, above 1 at a lower
     * one.
     *
     * @param beta β, the factor
     */
    default Score times(double beta) {
        Score self = this;
        return ((Score) x -> Temporaries.freed(() -> self.at(x).mul(Shapes.number(x, beta))))
                .withCurvature(Math.abs(beta) * largestCurvature());
    }

    /**
     * The score of p(x) = exp(-E(x)) / Z by automatic differentiation: s(x) = -∇ₓE(x).
     * Z does not depend on x, so it drops out of the gradient and is never computed.
     *
     * @param energy maps (n, d) to (n); each row's energy must depend on that row only
     * @return a score that throws {@link IllegalArgumentException} for points that are not rows, for an
     *     energy whose shape is not (n), and for one whose gradient autograd cannot have: its graph is not connected to
     *     x, or, as the first call finds out ({@code Audit}), connected in part, or its rows see each other. Where the
     *     energy is no finite number the score is NaN
     */
    static Score ofEnergy(Energy energy) {
        return new Autograd(energy::at, true, Double.NaN);
    }

    /**
     * The score of a log density by automatic differentiation: s(x) = ∇ₓ log p(x).
     *
     * @param logDensity maps (n, d) to (n), normalised or not
     * @return a score with the same conditions as {@link #ofEnergy}
     */
    static Score ofLogDensity(LogDensity logDensity) {
        return new Autograd(logDensity::at, false, Double.NaN);
    }
}
