package lib.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a loop is the Langevin update, and if not, which mistake it is.
 *
 * <p>The checker chooses the score and knows it, so it knows what the rule adds to x up to the noise. It runs the loop
 * under a loud score ({@link Target#loud}), whose push is up to 300 times the noise, at step sizes 0.3, 0.02 and 0.1,
 * and subtracts: (x' - x - η s(x)) / √(2η) must be the noise ε, whatever the style of the code. Then
 *
 * <ol>
 *   <li><b>Replay.</b> If these numbers are, up to rounding, what the engine's generator gives after the same seed, one draw
 *       of x's shape a step, then they are standard normal and independent by construction. No statistics, no false alarm.
 *       Noise from {@code randn.like(x)} and from {@code nd.randomNormal(x.getShape())} is of this kind.
 *   <li><b>Tests.</b> If not (java.util.Random, one block drawn before the loop, chain after chain), 10,000
 *       of them at one step size and 2500 at another must pass for independent N(0, 1) draws: {@link Draws}; and the push must
 *       be the rule's as far as such noise lets it be known: {@link Way#doubt}.
 * </ol>
 *
 * <p><b>False alarms.</b> By replay: none. By tests, with ideal noise: {@link Draws} bounds six tails (mean; variance
 * up and down; lags; shape; tails) by α = 1e-9 each, and {@link Way#doubt} one more, for two samples: 1.4e-8. That a
 * step has no noise is said where all |ε| of the same step of three runs are below what float32 may lose, about 1e-4:
 * on a line (8e-5)³ for each of 17 steps, 1e-11. In the first runs no |ε| may exceed 8: fewer than 300 numbers, each
 * with 1.3e-15. Together below 3e-8 a check, and so below 1e-6 with all that float32 moves. These are bounds for every
 * sample size, not limits, and they hold for any seed.
 *
 * <p><b>Misses.</b> With replayed noise a coefficient that is off by 1e-3 is seen. With noise that cannot be replayed
 * the drift is known to 0.1 percent and the deviation of 10,000 numbers to 5. Wrong code that behaves rightly in all
 * runs (a schedule that sets in after step 64, a mistake in the sixth point only) passes.
 */
public final class Checker {

    static final List<Double> STEP_SIZES = List.of(0.3, 0.02);
    private static final double BETWEEN = 0.1;
    private static final int FEW = 16;
    private static final int MORE = 7; // points: more than the trajectory keeps, few enough to be drawn in any order
    private static final double LARGEST_NOISE = 8;

    private final int points;
    private final int dimensions;
    private final int seed;
    private int runs;
    private int steps;

    /**
     * A checker for loops in one or two dimensions.
     *
     * @param dimensions 1: one point on a line; 2: several points in the plane
     * @param seed any number: probes start elsewhere and draw other noise
     */
    public Checker(int dimensions, int seed) {
        this.dimensions = dimensions;
        this.points = dimensions == 1 ? 1 : 5;
        this.seed = seed;
    }

    /** How many runs and steps the last examination took, in words. */
    public String effort() {
        return "%s runs of your loop, %s steps, step sizes 0.3, 0.1 and 0.02".formatted(runs, steps);
    }

    /**
     * Examines a loop by running it. What the loop throws comes through: {@link Unsolved}, and whatever else.
     *
     * @return what is wrong with it, or empty if it is right
     */
    public Optional<Diagnosis> examine(Loop loop) {
        runs = 0;
        steps = 0;
        List<Run> few = new ArrayList<>();
        for (Probe probe : List.of(loud(0, points, FEW, STEP_SIZES.get(0)), loud(1, points, FEW, STEP_SIZES.get(1)), loud(2, points, 64, BETWEEN))) {
            Run run = run(loop, probe);
            Optional<Finding> finding = Inspection.of(run);
            if (finding.isPresent()) {
                return finding.map(Checker::named);
            }
            few.add(run);
        }
        var naming = new Naming(probe -> run(loop, probe), points, dimensions, seed);
        boolean replayed = few.stream().allMatch(Checker::isReplayed);
        Optional<Diagnosis> diagnosis = replayed ? Optional.empty() : naming.diagnose(few);
        if (diagnosis.isPresent()) {
            return diagnosis;
        }
        Run more = run(loop, loud(3, dimensions == 1 ? 1 : MORE, dimensions == 1 ? FEW : 1, BETWEEN));
        Optional<Finding> finding = Inspection.of(more);
        few.add(more);
        if (finding.isPresent()) {
            return finding.map(Checker::named);
        }
        if (few.stream().filter(run -> !isReplayed(run)).anyMatch(run -> run.steps().largestNoise() > LARGEST_NOISE)) {
            return Optional.of(new Diagnosis.Unnamed(Difference.seen(more)));
        }
        return replayed && !isReplayed(more) ? naming.byTests(few.subList(0, few.size() - 1)) : Optional.empty();
    }

    private Probe loud(int more, int points, int steps, double eta) {
        return Probe.loud(seed + more, points, dimensions, steps, eta);
    }

    static Diagnosis named(Finding finding) {
        return new Diagnosis.Named(finding.slip(), finding.detail());
    }

    static boolean isReplayed(Run run) {
        Steps steps = run.steps();
        return steps.followTheRule(run.replayedNoise(steps.size()));
    }

    private Run run(Loop loop, Probe probe) {
        runs++;
        steps += probe.steps();
        return Run.of(loop, probe);
    }
}
