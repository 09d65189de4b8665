package lib.score;

import ai.djl.ndarray.NDArray;

/**
 * An energy E(x), low where points are likely: p(x) = exp(-E(x)) / Z, the Boltzmann distribution.
 *
 * <p>Maps points (n, d) to energies (n).
 *
 * <pre>{@code
 * Energy bowl = x -> x.square().sum(new int[] {1}).div(2);   // E(x) = |x|²/2, a standard normal
 * Score s = bowl.score();                                    // x -> -x, by autograd
 * }</pre>
 */
@FunctionalInterface
public interface Energy {

    /**
     * The energy of each row of {@code x}.
     *
     * @param x points, shape (n, d)
     * @return energies, shape (n)
     */
    NDArray at(NDArray x);

    /** The score -∇E, by autograd: see {@link Score#ofEnergy}. */
    default Score score() {
        return Score.ofEnergy(this);
    }

    /**
     * This energy lifted by a constant: E(x) + c. Its density is the same, and so is its score, to the last bit.
     *
     * @param constant the height c, in units of energy
     */
    default Energy plus(double constant) {
        return x -> at(x).add(Shapes.number(x, constant));
    }
}
