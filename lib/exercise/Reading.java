package lib.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a run says of the update, in the terms of x' = x + a η s(·) + b √(2η) ε. The right loop has a = b = 1 and takes
 * the score at x.
 *
 * @param place where the score was taken, and what the step started from
 * @param a the drift's coefficient
 * @param b the noise's, where the noise is known by replaying the engine's generator; otherwise NaN
 * @param rest the noise term divided by √(2η), step by step: b ε
 * @param replayed the engine's noise after the same seed
 * @param tolerance what rounding may have added to a number of {@code rest}
 */
record Reading(Steps steps, Place place, double a, double b, double[][] rest, float[][] replayed, double tolerance) {

    /** Where a loop takes its score, and what it adds the step to. */
    enum Place {
        /** x + s(x). */
        HERE,
        /** x + s(z), where z is where the score was last asked for. */
        ASKED,
        /** x + s(x₀). */
        START,
        /** x + s(previous x). */
        BEFORE,
        /** s(x) alone. */
        FORGOT_X,
        /** x₀ + s(x). */
        FROM_START,
        /** x + the direction of s(x). */
        DIRECTION,
        /** x + s(one point, or the mean of all). */
        ONE_FOR_ALL,
        /** x alone. */
        NOWHERE
    }

    /**
     * More than this part of the movement that the score does not explain is too much: the noise itself, were it as
     * large as 20 times the rule's, leaves about 0.02 beside a loud score.
     */
    private static final double UNEXPLAINED = 0.02;
    private static final double UNEXPLAINED_HERE = 0.15; // the drift may be weak, an average over points

    /** The reading of a run, or empty where no way to read it explains the movement. */
    static Optional<Reading> of(Run run) {
        Steps steps = run.steps();
        Way here = Way.of(steps, Place.HERE, steps.y(), steps.y());
        if (here.unexplained(here.slope()) < UNEXPLAINED_HERE) {
            return Optional.of(read(run, steps, here));
        }
        // the loud score left no trace, or only its direction
        if (here.size() < Target.LOUDNESS / 10 * steps.noiseScale()) {
            return quiet(run, steps, here);
        }
        return others(run, steps).stream()
                .filter(way -> way.unexplained(way.slope()) < UNEXPLAINED)
                .min(java.util.Comparator.comparingDouble(way -> way.unexplained(way.slope())))
                .map(way -> read(run, steps, way));
    }

    /** Of a score that is hardly seen: whether its direction is, for a point, for a coordinate or for all together. */
    private static Optional<Reading> quiet(Run run, Steps steps, Way here) {
        double scale = steps.noiseScale();
        boolean silent = Math.abs(here.slope()) <= here.doubt(scale);
        for (int group : new int[] {run.probe().dimensions(), 1, steps.size()}) {
            Way way = here.directed(steps.eta(), group);
            var replayed = Replay.fit(steps, way.move(), way.push(), run.replayedNoise(steps.size()));
            boolean seen = Math.abs(way.slope()) > way.doubt(scale);
            boolean one = seen && Math.abs(way.slope() - 1) < way.doubt(scale);
            if (replayed.map(fit -> Math.abs(fit.a() - 1) < 1e-3).orElse(one)) {
                return Optional.of(read(run, steps, way));
            }
            silent &= !seen;
        }
        Way still = new Way(Place.NOWHERE, here.move(), new double[steps.count()][steps.size()]);
        return silent ? Optional.of(read(run, steps, still)) : Optional.empty();
    }

    private static List<Way> others(Run run, Steps steps) {
        float[][] y = steps.y();
        float[][] start = new float[y.length][];
        float[][] before = new float[y.length][];
        for (int t = 0; t < y.length; t++) {
            start[t] = y[0];
            before[t] = y[Math.max(0, t - 1)];
        }
        var ways = new ArrayList<Way>();
        if (run.asked().stream().allMatch(z -> Arrays.equals(z, run.probe().start()))) {
            ways.add(Way.of(steps, Place.START, y, start));
        }
        ways.add(Way.of(steps, Place.BEFORE, y, before));
        ways.add(Way.of(steps, Place.FORGOT_X, new float[y.length][steps.size()], y));
        ways.add(Way.of(steps, Place.FROM_START, start, y));
        asked(run, steps).ifPresent(z -> ways.add(Way.of(steps, z[0].length < steps.size() ? Place.ONE_FOR_ALL : Place.ASKED, y, z)));
        return ways;
    }

    /**
     * Where the score was last asked for in each step, if the calls can be told apart by step: in one call, or point by
     * point.
     */
    static Optional<float[][]> asked(Run run, Steps steps) {
        int calls = run.asked().size() / steps.count();
        if (calls == 0 || run.asked().size() != calls * steps.count()) {
            return Optional.empty();
        }
        float[][] z = new float[steps.count()][];
        for (int t = 0; t < z.length; t++) {
            z[t] = run.asked().get(t * calls + calls - 1);
            if (z[t].length < steps.size() && calls * z[t].length == steps.size()) {
                z[t] = joined(run.asked().subList(t * calls, (t + 1) * calls), steps.size());
            }
            if (z[t].length != z[0].length || steps.size() % z[t].length != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(z);
    }

    private static float[] joined(List<float[]> parts, int size) {
        float[] all = new float[size];
        int k = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, k, Math.min(part.length, size - k));
            k += part.length;
        }
        return all;
    }

    private static Reading read(Run run, Steps steps, Way way) {
        float[][] epsilon = run.replayedNoise(steps.size());
        var replayed = Replay.fit(steps, way.move(), way.push(), epsilon);
        double a = replayed.isPresent() ? Coefficients.nearestDrift(replayed.get().a(), steps, 1e-3)
                : Coefficients.nearestDrift(way.slope(), steps, way.doubt(steps.noiseScale()));
        double tolerance = 0;
        double[][] rest = new double[steps.count()][steps.size()];
        for (int t = 0; t < rest.length; t++) {
            for (int k = 0; k < rest[t].length; k++) {
                rest[t][k] = (way.move()[t][k] - a * way.push()[t][k]) / steps.noiseScale();
                tolerance = Math.max(tolerance, steps.rounding(t, k, a * way.push()[t][k], 0) / steps.noiseScale());
            }
        }
        return new Reading(steps, way.place(), a, replayed.map(Replay::b).orElse(Double.NaN), rest, epsilon, 2 * tolerance);
    }

    /** Whether the noise follows the engine's generator, though more than rounding keeps it from being that. */
    boolean nearlyReplayed() {
        double sign = Math.signum(rest[0][0] * replayed[0][0]);
        double re = 0;
        double rr = 0;
        double ee = 0;
        double away = 0;
        for (int t = 0; t < rest.length; t++) {
            for (int k = 0; k < rest[t].length; k++) {
                re += sign * rest[t][k] * replayed[t][k];
                rr += rest[t][k] * rest[t][k];
                ee += replayed[t][k] * replayed[t][k];
                away = Math.max(away, Math.abs(rest[t][k] - sign * replayed[t][k]));
            }
        }
        return re > 0.9 * Math.sqrt(rr * ee) && away > 0.002;
    }
}
