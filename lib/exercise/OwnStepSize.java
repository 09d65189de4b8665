package lib.exercise;

import static lib.exercise.Slip.number;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** A number written where eta belongs: the same step at every step size. */
final class OwnStepSize {

    private OwnStepSize() {}

    /**
     * Whether drift, noise or both are of one step size c whatever η is, the noise known up to a factor of 1 ± slack.
     */
    static Optional<Diagnosis> in(List<Reading> readings, double[] b, double slack) {
        double drift = constant(readings.size(), i -> readings.get(i).a() * readings.get(i).steps().eta(), 0.01);
        double noise = constant(readings.size(), i -> b[i] * readings.get(i).steps().noiseScale(), Math.max(0.01, slack));
        boolean rightDrift = readings.stream().allMatch(reading -> reading.a() == 1);
        boolean rightNoise = java.util.Arrays.stream(b).allMatch(value -> Math.abs(value - 1) <= Math.max(0.01, slack));
        if (drift > 0 && (noise > 0 || rightNoise)) {
            return found(noise > 0 ? "The score is multiplied by %s and the noise by %s, whatever eta is.".formatted(number(drift), number(noise))
                    : "The score is multiplied by %s, whatever eta is.".formatted(number(drift)));
        }
        return rightDrift && noise > 0 ? found("The noise is multiplied by %s, whatever eta is.".formatted(number(noise))) : Optional.empty();
    }

    private static Optional<Diagnosis> found(String detail) {
        return Optional.of(new Diagnosis.Named(Form.OWN_STEP_SIZE, detail));
    }

    /** The value that all have, or NaN. */
    private static double constant(int count, IntToDoubleFunction value, double slack) {
        for (int i = 1; i < count; i++) {
            if (!(Math.abs(value.applyAsDouble(i) - value.applyAsDouble(0)) <= slack * value.applyAsDouble(0))) {
                return Double.NaN;
            }
        }
        return value.applyAsDouble(0);
    }
}
