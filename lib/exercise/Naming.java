package lib.exercise;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the name of a mistake, from the exact to the statistical: was the score asked for; where was it taken; is the
 * noise shared; which coefficients. A loop whose noise cannot be replayed comes here although it may be right.
 *
 * @param run runs the loop on a probe
 */
record Naming(Function<Probe, Run> run, int points, int dimensions, int seed) {

    private static final List<Integer> MANY = List.of(10_000, 2500); // numbers for the tests, at either step size

    /** What is wrong, or empty for a loop that passes the tests. */
    Optional<Diagnosis> diagnose(List<Run> few) {
        if (few.stream().allMatch(run -> run.asked().isEmpty())) {
            Coefficients slip = Unasked.name(run.apply(Probe.plain(seed, points, dimensions, 2, Checker.STEP_SIZES.get(0), 1e4)));
            return Optional.of(slip == null ? named(Form.OWN_SCORE) : new Diagnosis.Named(slip, ""));
        }
        Optional<Shape> odd = few.stream().flatMap(run -> run.askedShapes().stream()).filter(shape -> dimensions > 1
                && (shape.dimension() == 0 || shape.get(shape.dimension() - 1) != dimensions)).findFirst();
        if (odd.isPresent()) {
            return Optional.of(new Diagnosis.Named(Form.SCORE_SHAPE, "x0 has shape %s; s was asked at an array of shape %s."
                    .formatted(new Shape(points, dimensions), odd.get())));
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
        Optional<Form> form = misplaced(readings).or(() -> NoiseForm.shared(readings));
        if (form.isPresent()) {
            return form.map(Naming::named);
        }
        if (few.get(0).after().equals(few.get(1).after())) { // as long as each other, under different seeds
            return Optional.of(named(Form.SEEDS_ENGINE));
        }
        List<Integer> missing = NoiseForm.missing(readings);
        if (!missing.isEmpty()) {
            return Optional.of(new Diagnosis.Named(Form.NOISE_MISSING, inWords(missing)));
        }
        double[] b = readings.stream().mapToDouble(Reading::b).map(Math::abs).toArray();
        if (readings.stream().noneMatch(reading -> Double.isNaN(reading.b()))) {
            return coefficients(readings, b, 0).or(() -> unexplained(few));
        }
        return byTests(few);
    }

    /** For noise that cannot be replayed: many numbers of it. */
    Optional<Diagnosis> byTests(List<Run> few) {
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i < MANY.size(); i++) {
            Run each = run.apply(Probe.loud(seed + i, points, dimensions, MANY.get(i) / (points * dimensions), Checker.STEP_SIZES.get(i)));
            Optional<Finding> finding = Inspection.of(each);
            if (finding.isPresent()) {
                return finding.map(Checker::named);
            }
            Reading.of(each).ifPresent(many::add);
        }
        if (many.size() < Checker.STEP_SIZES.size()) {
            return unexplained(few);
        }
        Optional<Form> form = misplaced(many);
        if (form.isPresent()) {
            return form.map(Naming::named);
        }
        List<Draws> draws = many.stream().map(reading -> Draws.of(reading.rest())).toList();
        Optional<Finding> uniform = NoiseForm.uniform(draws);
        if (uniform.isPresent()) {
            return uniform.map(Checker::named);
        }
        boolean rightDrift = many.stream().allMatch(reading -> reading.a() == 1);
        boolean unit = rightDrift && draws.stream().allMatch(Draws::unitVariance);
        if (rightDrift && draws.stream().allMatch(sample -> sample.deviation() > 1e-3)) {
            List<Draws> shapes = unit ? draws : draws.stream().map(Draws::standardised).toList();
            if (!shapes.stream().allMatch(Draws::centred)) {
                return Optional.of(new Diagnosis.Unnamed(Difference.ofMean(many, draws)));
            }
            Optional<Form> flaw = shapes.stream().flatMap(shape -> shape.flaw().stream()).findFirst();
            if (flaw.isPresent()) {
                return flaw.map(Naming::named);
            }
            if (unit) {
                return few.stream().allMatch(Naming::nearlyReplayed) ? unexplained(few) : Optional.empty();
            }
        }
        return coefficients(many, draws.stream().mapToDouble(Draws::deviation).toArray(), draws.get(1).slack())
                .or(() -> Optional.of(new Diagnosis.Unnamed(rightDrift ? Difference.ofDeviation(many, draws) : Difference.ofDrift(many))));
    }

    private static boolean nearlyReplayed(Run run) {
        return Reading.of(run).filter(Reading::nearlyReplayed).isPresent();
    }

    /** The first few of these steps; -1 is the last one. */
    private static String inWords(List<Integer> steps) {
        return steps.stream().limit(5).map(step -> step == 1 ? "the first step" : step < 0 ? "the last step" : "step " + step)
                .collect(Collectors.joining(", ", "None in ", steps.size() > 5 ? " and others." : "."));
    }

    private static Optional<Diagnosis> coefficients(List<Reading> readings, double[] b, double slack) {
        Optional<Coefficients> row = Coefficients.named(readings, b, slack);
        return row.<Diagnosis>map(slip -> new Diagnosis.Named(slip, ""))
                .or(() -> OwnStepSize.in(readings, b, slack))
                .or(() -> Coefficients.namedByDrift(readings).filter(slip -> slip != Coefficients.NO_DRIFT || slack == 0).map(slip -> new Diagnosis.Named(slip, "(The noise has another size than the rule's, too.)")));
    }

    private static Optional<Form> misplaced(List<Reading> readings) {
        return readings.stream().flatMap(reading -> misplaced(reading.place()).stream()).findFirst();
    }

    private static Optional<Form> misplaced(Reading.Place place) {
        return Optional.ofNullable(switch (place) {
            case HERE, NOWHERE -> null;
            case DIRECTION -> Form.SCORE_NORMALISED;
            case ONE_FOR_ALL -> Form.SCORE_OF_ONE_POINT;
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
