package lib.exercise;

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
     * Uniform noise, of whatever width: kurtosis 1.8 at both step sizes. That of 1000 Gaussian numbers is 3 ± 0.16, of
     * uniform ones 1.8 ± 0.03.
     */
    static Optional<Form> uniform(List<Draws> draws) {
        if (draws.stream().allMatch(sample -> sample.deviation() > 0 && Math.abs(sample.kurtosis() - 1.8) < 0.2)) {
            boolean centred = draws.stream().allMatch(sample -> Math.abs(sample.mean()) < 0.3 * sample.deviation());
            return Optional.of(centred ? Form.NOISE_UNIFORM : Form.NOISE_UNIFORM_POSITIVE);
        }
        return Optional.empty();
    }
}
