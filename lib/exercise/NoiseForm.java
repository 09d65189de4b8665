package lib.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Wrong forms of the noise that show in the numbers themselves. */
final class NoiseForm {

    private NoiseForm() {}

    /** Whether the score was taken at x + noise: then x' is that point plus η times its score, exactly. */
    static Optional<Form> beforeTheScore(List<Run> runs) {
        return runs.stream().allMatch(NoiseForm::beforeTheScore) ? Optional.of(Form.NOISE_FIRST) : Optional.empty();
    }

    private static boolean beforeTheScore(Run run) {
        Steps steps = run.steps();
        Optional<float[][]> asked = Reading.asked(run, steps);
        if (asked.isEmpty()) {
            return false;
        }
        boolean elsewhere = false;
        for (int t = 0; t < steps.count(); t++) {
            float[] z = asked.get()[t];
            float[] s = run.probe().target().at(z, run.probe().dimensions());
            for (int k = 0; k < steps.size(); k++) {
                double push = steps.eta() * s[k];
                if (Math.abs(steps.y()[t + 1][k] - z[k] - push) > 2 * steps.rounding(t, k, push, z[k])) {
                    return false;
                }
                elsewhere |= z[k] != steps.y()[t][k];
            }
        }
        return elsewhere;
    }

    /** Noise that is there and is shared: by all steps, all points, or both dimensions. */
    static Optional<Form> shared(List<Reading> readings) {
        if (readings.stream().allMatch(NoiseForm::silent)) {
            return Optional.empty();
        }
        int d = readings.get(0).steps().probe().dimensions();
        int n = readings.get(0).steps().size() / d;
        if (readings.stream().allMatch(reading -> same(reading, (t, k) -> reading.rest()[0][k]))) {
            return Optional.of(Form.NOISE_FROZEN);
        }
        if (n > 1 && readings.stream().allMatch(reading -> same(reading, (t, k) -> reading.rest()[t][k % d]))) {
            return Optional.of(Form.NOISE_SHARED_BY_POINTS);
        }
        if (d > 1 && readings.stream().allMatch(reading -> same(reading, (t, k) -> reading.rest()[t][k - k % d]))) {
            return Optional.of(Form.NOISE_SHARED_BY_DIMENSIONS);
        }
        return Optional.empty();
    }

    private interface Other {
        double of(int t, int k);
    }

    private static boolean same(Reading reading, Other other) {
        for (int t = 0; t < reading.rest().length; t++) {
            for (int k = 0; k < reading.rest()[t].length; k++) {
                if (Math.abs(reading.rest()[t][k] - other.of(t, k)) > 2 * reading.tolerance()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean silent(Reading reading) {
        return same(reading, (t, k) -> 0);
    }

    /**
     * The steps, counted from 1 at the start or from -1 at the end, that have no noise in any run, where others have.
     */
    static List<Integer> missing(List<Reading> readings) {
        var steps = new ArrayList<Integer>();
        int least = readings.stream().mapToInt(reading -> reading.rest().length).min().orElse(0);
        for (int t = 0; t < least; t++) {
            int step = t;
            if (readings.stream().allMatch(reading -> silent(reading, step))) {
                steps.add(t + 1);
            }
        }
        if (readings.stream().allMatch(reading -> silent(reading, reading.rest().length - 1))) {
            steps.add(-1);
        }
        boolean understood = readings.stream().allMatch(reading -> reading.place() == Reading.Place.HERE);
        return !understood || readings.stream().allMatch(NoiseForm::silent) ? List.of() : steps;
    }

    private static boolean silent(Reading reading, int t) {
        return Arrays.stream(reading.rest()[t]).allMatch(noise -> Math.abs(noise) <= 2 * reading.tolerance());
    }

    /** Uniform noise, of whatever width and mean: on (0, 1), around 0, or anywhere. */
    static Optional<Finding> uniform(List<Draws> draws) {
        if (!draws.stream().allMatch(Draws::uniform)) {
            return Optional.empty();
        }
        if (like(draws, 0.5, 0.289)) {
            return Optional.of(new Finding(Form.NOISE_UNIFORM_POSITIVE, ""));
        }
        double mean = draws.get(0).mean();
        double deviation = draws.get(0).deviation();
        return Optional.of(new Finding(Form.NOISE_UNIFORM, like(draws, 0, 0.577)
                ? "On (-1, 1) its deviation is 0.577, not 1: the variance settles at a third."
                : "Yours has mean %s and deviation %s.".formatted(Slip.number(Math.abs(mean) < 0.05 ? 0 : mean), Slip.number(deviation))));
    }

    private static boolean like(List<Draws> draws, double mean, double deviation) {
        return draws.stream().allMatch(sample -> Math.abs(sample.mean() - mean) < 0.05 && Math.abs(sample.deviation() - deviation) < 0.05 * deviation);
    }
}
