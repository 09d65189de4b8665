package tests.law;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import lib.sampling.Langevin;
import lib.sampling.Noise;
import lib.score.Gaussian;
import lib.score.Mixture;
import lib.score.Score;

/**
 * Samplers with one mistake. A lesson's script is compiled with {@link #CHANGES}, and then runs whichever is {@link #now}.
 *
 * <p>Public, since the scripts' classes, which are in no package, call it.
 */
public final class Mutants {

    /** One mistake each. */
    public enum Mutant {
        RIGHT("none"), HALF_NOISE("noise √η"), NO_NOISE("no noise"), STRONG("pull × 1.25"), WEAK("pull × 0.9"), SIGN("sign"),
        UNBIASED("no bias"), WEIGHTS("weights .7 .3"), ONE_MODE("a mode lost");

        final String words;

        Mutant(String words) {
            this.words = words;
        }
    }

    /** What a sampling lesson's script is changed to. */
    static final Map<String, String> CHANGES = Map.of("Langevin.of(", "tests.law.Mutants.of(", "Mixture.twoModes(", "tests.law.Mutants.mixture(");

    /** The same for gpu-chains, which brings noise of its own. */
    static final Map<String, String> WITH_NOISE = Map.of("Langevin.of(", "tests.law.Mutants.of(", "Mixture.twoModes(", "tests.law.Mutants.mixture(",
            ".noise(part.noise(nd, seed, steps))", ".noise(tests.law.Mutants.noise(part.noise(nd, seed, steps), eta))");

    static volatile Mutant now = Mutant.RIGHT;

    private Mutants() {}

    /** In place of {@link Langevin#of}. */
    public static Langevin of(Score s, double eta) {
        Score wrong = switch (now) {
            case STRONG -> x -> s.at(x).mul(1.25f);
            case WEAK -> x -> s.at(x).mul(0.9f);
            case SIGN -> x -> s.at(x).neg();
            case UNBIASED -> x -> s.at(x).mul((float) ((1 - Math.exp(-eta)) / eta)); // on N(0, 1) the diffusion itself, at any step
            default -> s;
        };
        return Langevin.of(wrong, eta).noise(noise(Noise.pyTorch(), eta));
    }

    /** In place of a noise. */
    public static Noise noise(Noise noise, double eta) {
        return switch (now) {
            case HALF_NOISE -> x -> noise.like(x).mul((float) Math.sqrt(0.5));
            case NO_NOISE -> NDArray::zerosLike;
            case UNBIASED -> x -> noise.like(x).mul((float) Math.sqrt((1 - Math.exp(-2 * eta)) / (2 * eta)));
            default -> noise;
        };
    }

    /** In place of {@link Mixture#twoModes}. */
    public static Mixture mixture(NDManager nd) {
        double[][] unit = {{1, 0}, {0, 1}};
        return switch (now) {
            case WEIGHTS -> Mixture.of(nd, new double[] {0.7, 0.3}, new double[][] {{-2, 0}, {2, 0}}, new double[][][] {unit, unit});
            case ONE_MODE -> Mixture.of(nd, new double[] {1, 1}, new double[][] {{2, 0}, {2, 0}}, new double[][][] {unit, unit});
            default -> Mixture.twoModes(nd);
        };
    }
}
