package lib.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a loop is the Langevin update, and if not, which mistake it is.
 *
 * <p>The checker chooses the score and knows it, so it knows what the rule adds to x up to the noise. It runs the loop
 * under a loud score ({@link Target#loud}), whose push is up to 200 times the noise, at step sizes 0.3 and 0.02, and
 * subtracts: (x' - x - η s(x)) / √(2η) must be the noise ε, whatever the style of the code. Then
 *
 * <ol>
 *   <li><b>Replay.</b> If these numbers are, up to rounding, what the engine's generator gives after the same seed, one draw
 *       of x's shape a step, then they are standard normal and independent by construction. No statistics, no false alarm.
 *       Noise from {@code randn.like(x)} and from {@code nd.randomNormal(x.getShape())} is of this kind.
 *   <li><b>Tests.</b> If not (java.util.Random, one block drawn before the loop), 1000 of them at each step size must
 *       pass for independent N(0, 1) draws: {@link Draws}.
 * </ol>
 *
 * <p><b>False alarms.</b> By replay: none. By tests, with ideal noise: {@link Draws} bounds five tails (mean; variance up and
 * down; lags; shape) by α = 1e-9 each, at two step sizes: 1e-8. Everywhere else, no |ε| may exceed 8 after an allowance
 * for rounding: with M ≤ 10,000 numbers that is 1e4 · 1.25e-15 = 1.3e-11. Together below 2e-8 a check, hence below 1e-6.
 * These are bounds for every sample size, not limits, and they hold for any seed.
 *
 * <p><b>Misses.</b> With replayed noise a coefficient that is off by 1e-3 is seen. With noise that cannot be replayed, the
 * deviation of 1000 numbers is known to 16 percent, the drift's coefficient to 1 percent. Wrong code that behaves rightly in
 * all runs (a schedule that sets in after step 64) passes.
 */
public final class Checker {

    static final List<Double> STEP_SIZES = List.of(0.3, 0.02);
    private static final int FEW = 16;
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
        for (double eta : STEP_SIZES) {
            Run run = run(loop, Probe.loud(seed, points, dimensions, FEW, eta));
            Optional<Finding> finding = Inspection.of(run);
            if (finding.isPresent()) {
                return finding.map(Checker::named);
            }
            few.add(run);
        }
        boolean replayed = few.stream().allMatch(Checker::isReplayed);
        Optional<Diagnosis> diagnosis = replayed ? Optional.empty() : new Naming(probe -> run(loop, probe), points, dimensions, seed).diagnose(few);
        return diagnosis.isPresent() ? diagnosis : confirm(loop, replayed);
    }

    /** More of the same for a loop that is right so far: a longer run, more points than the trajectory keeps. */
    private Optional<Diagnosis> confirm(Loop loop, boolean replayed) {
        List<Probe> probes = new ArrayList<>(List.of(Probe.loud(seed + 1, points, dimensions, 64, 0.1)));
        if (dimensions > 1) {
            probes.add(Probe.loud(seed + 2, 12, dimensions, 1, 0.1));
        }
        for (Probe probe : probes) {
            Run run = run(loop, probe);
            Optional<Finding> finding = Inspection.of(run);
            if (finding.isPresent()) {
                return finding.map(Checker::named);
            }
            if (replayed ? !isReplayed(run) : run.steps().largestNoise() > LARGEST_NOISE) {
                return Optional.of(new Diagnosis.Unnamed(Difference.seen(run)));
            }
        }
        return Optional.empty();
    }

    private static Diagnosis named(Finding finding) {
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
