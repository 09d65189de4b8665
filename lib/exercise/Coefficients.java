package lib.exercise;

import static java.lang.Math.sqrt;
import static lib.exercise.Slip.number;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Loops of the right form whose coefficients are wrong: x' = x + a η s(x) + b √(2η) ε. Each row says a and b as
 * functions of η; two step sizes tell rows apart that coincide at one. The variance is the stationary one on N(0, 1).
 */
public enum Coefficients implements Slip {

    NOISE_SQRT_ETA(a(1), eta -> sqrt(0.5),
            "Your noise has standard deviation √η; the rule's has √(2η).",
            eta -> "At η = %s that is %s where %s belongs: half the variance is missing, and the chain settles at variance 1/(2 - η) = %s, not 1."
                    .formatted(number(eta), number(sqrt(eta)), number(sqrt(2 * eta)), number(1 / (2 - eta)))),
    NOISE_ETA(a(1), eta -> sqrt(eta / 2),
            "Your noise has standard deviation η; the rule's has √(2η).",
            eta -> "At η = %s that is %s where %s belongs: the chain hardly explores, and its variance settles at η/(2 - η) = %s, not 1."
                    .formatted(number(eta), number(eta), number(sqrt(2 * eta)), number(eta / (2 - eta)))),
    NOISE_TWO_ETA(a(1), eta -> sqrt(2 * eta),
            "Your noise has standard deviation 2η; the rule's has √(2η). 2η is its variance.",
            eta -> "At η = %s that is %s where %s belongs: the chain's variance settles at 4η/(2 - η) = %s, not 1."
                    .formatted(number(eta), number(2 * eta), number(sqrt(2 * eta)), number(4 * eta / (2 - eta)))),
    NOISE_UNSCALED(a(1), eta -> 1 / sqrt(2 * eta),
            "Your noise is not scaled: its standard deviation is 1; the rule's is √(2η).",
            eta -> "At η = %s that is 1 where %s belongs: the chain is thrown about, and its variance settles at 1/(2η - η²) = %s, not 1."
                    .formatted(number(eta), number(sqrt(2 * eta)), number(1 / (2 * eta - eta * eta)))),
    NO_NOISE(a(1), eta -> 0,
            "There is no noise in your update: this is gradient ascent.",
            eta -> "x shrinks by the factor 1 - η = %s in every step. Every chain climbs to the peak and stays there: variance 0, not 1."
                    .formatted(number(1 - eta))),
    HALF_STEP(a(0.5), eta -> sqrt(0.5),
            "Your drift and your noise both belong to the step size η/2, not η.",
            eta -> "It is a valid chain, at half the speed: after n steps it is where the rule is after n/2. Its variance settles at 1/(1 - η/4) = %s; the rule's, at 1/(1 - η/2) = %s."
                    .formatted(number(1 / (1 - eta / 4), 5), number(1 / (1 - eta / 2), 5))),
    DRIFT_HALVED(a(0.5), eta -> 1,
            "Your drift is half the rule's: the score is multiplied by η/2.",
            eta -> "The noise is not pulled back hard enough: the variance settles at 2/(1 - η/4) = %s, not 1.".formatted(number(2 / (1 - eta / 4)))),
    DRIFT_DOUBLED(a(2), eta -> 1,
            "Your drift is twice the rule's: the score is multiplied by 2η.",
            eta -> "The pull is too strong for the noise: the variance settles at 1/(2 (1 - η)) = %s, not 1.".formatted(number(0.5 / (1 - eta)))),
    ETA_MISSING(eta -> 1 / eta, eta -> 1,
            "Your drift is not scaled: the score is added as it is, without η.",
            eta -> "x + s(x) is the peak itself. Every step lands there and keeps only its own noise: independent draws of variance 2η = %s, not 1.".formatted(number(2 * eta))),
    NO_DRIFT(a(0), eta -> 1,
            "The score does not enter your update: only the noise moves x.",
            eta -> "That is a random walk. Nothing pulls it back: its variance grows by 2η = %s a step, without end.".formatted(number(2 * eta))),
    WRONG_SIGN(a(-1), eta -> 1,
            "Your drift has the wrong sign: it moves against the score.",
            eta -> "The score points uphill in density; you walk downhill. The distance from the peak grows by 1 + η = %s a step, without end.".formatted(number(1 + eta))),
    NOISE_ROOT_TIMES_ETA(a(1), eta -> sqrt(eta),
            "Your noise has standard deviation √2 · η; the rule's has √(2η). η belongs under the root.",
            eta -> "At η = %s that is %s where %s belongs: the chain's variance settles at 2η/(2 - η) = %s, not 1."
                    .formatted(number(eta), number(sqrt(2) * eta), number(sqrt(2 * eta)), number(2 * eta / (2 - eta)))),
    SWAPPED(eta -> sqrt(2 / eta), eta -> sqrt(eta / 2),
            "Your two factors are swapped: η stands at the noise, √(2η) at the score.",
            eta -> "At η = %s the drift is %s times too strong and the noise as many times too weak.".formatted(number(eta), number(sqrt(2 / eta)))),
    MEAN_FOR_SUM(a(Double.NaN), eta -> 1,
            "Your drift shrinks with the number of points: it is an average over them where each point has a score of its own.",
            eta -> "The usual cause is mean() where sum() belongs. With N points the drift is N times too weak, and the variance settles near N, not 1.");

    private static final double CLOSE = 0.01;

    private final DoubleUnaryOperator drift;
    private final DoubleUnaryOperator noise;
    private final String says;
    private final DoubleFunction<String> means;

    Coefficients(DoubleUnaryOperator drift, DoubleUnaryOperator noise, String says, DoubleFunction<String> means) {
        this.drift = drift;
        this.noise = noise;
        this.says = says;
        this.means = means;
    }

    private static DoubleUnaryOperator a(double constant) {
        return eta -> constant;
    }

    @Override
    public Spot spot() {
        return this == MEAN_FOR_SUM ? Spot.SCORE : name().startsWith("NOISE_") ? Spot.KICK : Spot.UPDATE;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public String means(double eta) {
        return means.apply(eta);
    }

    private boolean drifts(Reading reading) {
        Probe probe = reading.steps().probe();
        if (this == MEAN_FOR_SUM) {
            int n = probe.points();
            return n > 1 && (near(reading.a(), 1.0 / n) || near(reading.a(), 1.0 / (n * probe.dimensions())));
        }
        return near(reading.a(), drift.applyAsDouble(probe.eta()));
    }

    private static boolean near(double value, double law) {
        return Math.abs(value - law) <= CLOSE * Math.max(Math.abs(law), 0.02);
    }

    /** The row that all readings fit, with the noise's coefficients b known up to a factor of 1 ± slack. */
    static Optional<Coefficients> named(List<Reading> readings, double[] b, double slack) {
        return Arrays.stream(values()).filter(row -> {
            for (int i = 0; i < b.length; i++) {
                double law = row.noise.applyAsDouble(readings.get(i).steps().eta());
                if (!row.drifts(readings.get(i)) || !(Math.abs(b[i] - law) <= Math.max(slack, CLOSE) * law + 1e-3)) {
                    return false;
                }
            }
            return true;
        }).findFirst();
    }

    /** The row whose drift all readings fit, whatever the noise does; not for the right drift. */
    static Optional<Coefficients> namedByDrift(List<Reading> readings) {
        return Arrays.stream(values()).filter(row -> readings.stream().allMatch(row::drifts))
                .filter(row -> !near(row.drift.applyAsDouble(0.5), 1)).filter(row -> row != HALF_STEP).findFirst();
    }

    /** The exact law for a coefficient that is known up to {@code doubt}; the coefficient itself if there is none. */
    static double nearestDrift(double a, Steps steps, double doubt) {
        int n = steps.probe().points();
        double eta = steps.eta();
        for (double law : new double[] {1, 0.5, 2, -1, 1 / eta, sqrt(2 / eta), 1.0 / n, 1.0 / (n * steps.probe().dimensions())}) {
            if (Math.abs(a - law) <= doubt) {
                return law;
            }
        }
        return a;
    }
}
