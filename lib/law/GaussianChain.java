package lib.law;

/**
 * The exact law of unadjusted Langevin dynamics on N(0, 1): xₜ₊₁ = (1 - η) xₜ + √(2η) ε, a normal number at every step.
 *
 * @param factor what a step keeps of x, 1 - η
 * @param noise the variance that a step adds, 2η
 */
public record GaussianChain(double factor, double noise) {

    /** The chain of step size η. It settles for η &lt; 2. */
    public static GaussianChain of(double eta) {
        return new GaussianChain(1 - eta, 2 * eta);
    }

    /** The same with its score multiplied by so much: what a wrong pull would make of it. */
    GaussianChain pulled(double times) {
        return new GaussianChain(1 - times * (1 - factor), noise);
    }

    /** What t steps keep of the start, (1 - η)ᵗ. */
    public double kept(long t) {
        return Math.pow(factor, t);
    }

    /** The variance that t steps add, V (1 - (1-η)²ᵗ). */
    public double fresh(long t) {
        double each = 1 - factor * factor;
        return t == 0 ? 0 : each == 0 ? noise * t : noise * -Math.expm1(t * Math.log(factor * factor)) / each;
    }

    /** The variance after t steps from a start of that variance: Vₜ = (1-η)²ᵗ V₀ + V (1 - (1-η)²ᵗ). */
    public double variance(double start, long t) {
        return kept(t) * kept(t) * start + fresh(t);
    }

    /** Where the variance settles, V = 1 / (1 - η/2). The target's is 1. */
    public double limit() {
        return noise / (1 - factor * factor);
    }
}
