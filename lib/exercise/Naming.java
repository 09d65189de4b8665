package lib.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the name of a mistake, from the exact to the statistical: was the score asked for; where was it taken; is the noise
 * shared; which coefficients. A loop whose noise cannot be replayed comes here although it may be right.
 *
 * @param run runs the loop on a probe
 */
record Naming(Function<Probe, Run> run, int points, int dimensions, int seed) {

    private static final int MANY = 1000; // numbers for the tests

    /** What is wrong, or empty for a loop that passes the tests. */
    Optional<Diagnosis> diagnose(List<Run> few) {
        if (few.stream().allMatch(run -> run.asked().isEmpty())) {
            Coefficients slip = Unasked.name(run.apply(Probe.plain(seed, points, dimensions, 2, Checker.STEP_SIZES.get(0), 1e4)));
            return Optional.of(slip == null ? new Diagnosis.Named(Form.OWN_SCORE, "") : new Diagnosis.Named(slip, ""));
        }
        if (few.stream().allMatch(Inspection::stands)) {
            return Optional.of(new Diagnosis.Named(Form.ONE_STEP_TOO_FEW, "Two neighbouring entries of your trajectory are the same."));
        }
        Optional<Form> early = NoiseForm.beforeTheScore(few);
        if (early.isPresent()) {
            return early.map(Naming::named);
        }
        List<Reading> readings = few.stream().flatMap(run -> Reading.of(run).stream()).toList();
        if (readings.size() < few.size()) {
            return unexplained(few);
        }
        Optional<Form> form = readings.stream().flatMap(reading -> misplaced(reading).stream()).findFirst()
                .or(() -> NoiseForm.shared(readings));
        if (form.isPresent()) {
            return form.map(Naming::named);
        }
        double[] b = readings.stream().mapToDouble(Reading::b).map(Math::abs).toArray();
        if (readings.stream().noneMatch(reading -> Double.isNaN(reading.b()))) {
            return coefficients(readings, b, 0).or(() -> unexplained(few));
        }
        return byTests(few, readings);
    }

    /** For noise that cannot be replayed: many numbers of it. */
    private Optional<Diagnosis> byTests(List<Run> few, List<Reading> readings) {
        List<Reading> many = new ArrayList<>();
        for (double eta : Checker.STEP_SIZES) {
            Reading.of(run.apply(Probe.loud(seed, points, dimensions, MANY / (points * dimensions), eta))).ifPresent(many::add);
        }
        if (many.size() < Checker.STEP_SIZES.size()) {
            return unexplained(few);
        }
        List<Draws> draws = many.stream().map(reading -> Draws.of(reading.rest())).toList();
        Optional<Form> uniform = NoiseForm.uniform(draws);
        if (uniform.isPresent()) {
            return uniform.map(Naming::named);
        }
        boolean rightDrift = many.stream().allMatch(reading -> reading.a() == 1);
        boolean unit = rightDrift && draws.stream().allMatch(Draws::unitVariance);
        if (draws.stream().allMatch(sample -> sample.deviation() > 1e-3)) {
            List<Draws> shapes = unit ? draws : draws.stream().map(Draws::standardised).toList();
            if (rightDrift && !shapes.stream().allMatch(Draws::centred)) {
                return Optional.of(new Diagnosis.Unnamed(Difference.ofMean(many, draws)));
            }
            Optional<Form> flaw = shapes.stream().flatMap(shape -> shape.flaw().stream()).findFirst();
            if (flaw.isPresent()) {
                return rightDrift ? flaw.map(Naming::named) : unexplained(few);
            }
            if (unit) {
                return readings.stream().allMatch(Reading::nearlyReplayed) ? unexplained(few) : Optional.empty();
            }
        }
        return coefficients(many, draws.stream().mapToDouble(Draws::deviation).toArray(), draws.get(0).slack())
                .or(() -> rightDrift ? Optional.of(new Diagnosis.Unnamed(Difference.ofDeviation(many, draws))) : unexplained(few));
    }

    private static Optional<Diagnosis> coefficients(List<Reading> readings, double[] b, double slack) {
        Optional<Coefficients> row = Coefficients.named(readings, b, slack);
        return row.<Diagnosis>map(slip -> new Diagnosis.Named(slip, ""))
                .or(() -> Coefficients.namedByDrift(readings).map(slip -> new Diagnosis.Named(slip, "(The noise has another size than the rule's, too.)")));
    }

    private static Optional<Form> misplaced(Reading reading) {
        return Optional.ofNullable(switch (reading.place()) {
            case HERE, NOWHERE -> null;
            case START -> Form.SCORE_ONCE;
            case BEFORE -> Form.SCORE_LATE;
            case ASKED -> Form.SCORE_ELSEWHERE;
            case FORGOT_X -> Form.FORGOT_X;
            case FROM_START -> Form.FROM_START;
        });
    }

    /** Numbers for the person: on a plain run if it shows there, otherwise on the run that showed it. */
    private Optional<Diagnosis> unexplained(List<Run> few) {
        Run plain = run.apply(Probe.plain(seed, points, dimensions, 3, 0.1, 2));
        boolean shows = Inspection.of(plain).isEmpty() && !Checker.isReplayed(plain);
        return Optional.of(new Diagnosis.Unnamed(Difference.seen(shows ? plain : few.get(0))));
    }

    private static Diagnosis named(Form form) {
        return new Diagnosis.Named(form, "");
    }
}
