package lib.exercise;

import java.util.SplittableRandom;

/**
 * One run that the checker asks of a loop.
 *
 * @param seed given to the engine's generator before the run
 * @param points n
 * @param dimensions d
 * @param steps how many updates
 * @param eta the step size η
 * @param target the score
 * @param start n·d numbers, row after row
 */
record Probe(int seed, int points, int dimensions, int steps, double eta, Target target, float[] start) {

    /**
     * A run under the loud score, from points that are all different, at each of which the score is at least half as
     * loud as it can be.
     */
    static Probe loud(int seed, int points, int dimensions, int steps, double eta) {
        Target target = Target.loud(eta);
        var random = new SplittableRandom(seed);
        float[] start = start(seed, points * dimensions, 1);
        for (int k = 0; k < start.length; k++) {
            while (Math.abs(eta * target.at(start, dimensions)[k]) < Target.LOUDNESS / 2 * Math.sqrt(2 * eta)) {
                start[k] += (float) (0.2 * random.nextDouble());
            }
        }
        return new Probe(seed, points, dimensions, steps, eta, target, start);
    }

    /**
     * A run on the standard Gaussian, from points that are all different and about {@code scale} away from its peak.
     */
    static Probe plain(int seed, int points, int dimensions, int steps, double eta, double scale) {
        return new Probe(seed, points, dimensions, steps, eta, Target.STANDARD_NORMAL, start(seed, points * dimensions, scale));
    }

    private static float[] start(int seed, int size, double scale) {
        var random = new SplittableRandom(seed);
        float[] start = new float[size];
        for (int k = 0; k < size; k++) {
            start[k] = (float) (scale * (k % 2 == 0 ? 1 : -1) * (1 + random.nextDouble() + k * 0.125));
        }
        return start;
    }
}
