package lib.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lib.chart.Chart;
import lib.chart.Palette;
import lib.chart.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How a wrong loop shows on the standard Gaussian: its numbers over time beside those of the rule.
 *
 * @param yours a value a step, from step 0
 * @param theory one curve, or the two edges of a band
 */
record Symptom(String title, String theoryName, double[] yours, List<double[]> theory, double low, double high) {

    private static final int POINTS = 200;

    /** The symptom of a loop in one or two dimensions, or empty if the loop gives no numbers. */
    static Optional<Symptom> of(Loop loop, int dimensions, int seed, Diagnosis diagnosis) {
        try {
            return Optional.of(dimensions == 1 ? path(loop, seed) : spread(loop, seed, diagnosis));
        } catch (RuntimeException | Recorder.TooManyCalls e) { // what went wrong has been said
            return Optional.empty();
        }
    }

    /** One chain from 4 at step size 0.02, and where 95 of 100 right chains are: mean ± 2 deviations. */
    private static Symptom path(Loop loop, int seed) {
        double eta = 0.02;
        Run run = Run.of(loop, new Probe(seed, 1, 1, 500, eta, Target.STANDARD_NORMAL, new float[] {4}));
        double[] yours = run.entries().stream().mapToDouble(entry -> entry[0]).toArray();
        double[] below = new double[yours.length];
        double[] above = new double[yours.length];
        for (int t = 0; t < yours.length; t++) {
            double mean = 4 * Math.pow(1 - eta, t);
            double deviation = Math.sqrt(variance(eta, t, 0));
            below[t] = mean - 2 * deviation;
            above[t] = mean + 2 * deviation;
        }
        return new Symptom("x over the steps, η = 0.02", "at each step, 95 of 100 right chains are between these", yours, List.of(below, above), -4, 6);
    }

    /** The variance of 200 points from N(0, 9 I), or the correlation of their coordinates, at step size 0.05. */
    private static Symptom spread(Loop loop, int seed, Diagnosis diagnosis) {
        double eta = 0.05;
        int steps = 150;
        var random = new SplittableRandom(seed);
        float[] start = new float[2 * POINTS];
        for (int k = 0; k < start.length; k++) {
            start[k] = (float) (3 * Math.sqrt(2) * Math.cos(2 * Math.PI * random.nextDouble()) * Math.sqrt(-Math.log(1 - random.nextDouble())));
        }
        Run run = Run.of(loop, new Probe(seed, POINTS, 2, steps, eta, Target.STANDARD_NORMAL, start));
        boolean known = run.asked().size() == steps && run.asked().stream().allMatch(asked -> asked.length == start.length);
        List<float[]> points = known ? run.asked() : run.entries();
        boolean correlated = diagnosis instanceof Diagnosis.Named named && named.slip() == Form.NOISE_SHARED_BY_DIMENSIONS;
        double[] yours = points.stream().mapToDouble(correlated ? Symptom::correlation : Symptom::variance).toArray();
        double[] expected = new double[yours.length];
        for (int t = 0; t < expected.length; t++) {
            expected[t] = correlated ? 0 : variance(eta, t, yours[0]);
        }
        return correlated
                ? new Symptom("correlation of x₁ and x₂ over the steps, η = 0.05", "the rule's", yours, List.of(expected), -0.5, 1)
                : new Symptom("variance of the points over the steps, η = 0.05", "the rule's", yours, List.of(expected), 0, 1.25 * yours[0]);
    }

    /** V_t = (1-η)²ᵗ V₀ + V (1 - (1-η)²ᵗ) with V = 1/(1 - η/2), on N(0, 1). */
    private static double variance(double eta, int t, double start) {
        double left = Math.pow(1 - eta, 2 * t);
        return left * start + (1 - left) / (1 - eta / 2);
    }

    private static double variance(float[] x) {
        return (covariance(x, 0, 0) + covariance(x, 1, 1)) / 2;
    }

    private static double correlation(float[] x) {
        return covariance(x, 0, 1) / Math.sqrt(covariance(x, 0, 0) * covariance(x, 1, 1));
    }

    private static double covariance(float[] x, int i, int j) {
        int n = x.length / 2;
        double mi = 0;
        double mj = 0;
        double ij = 0;
        for (int k = 0; k < n; k++) {
            mi += x[2 * k + i] / (double) n;
            mj += x[2 * k + j] / (double) n;
        }
        for (int k = 0; k < n; k++) {
            ij += (x[2 * k + i] - mi) * (x[2 * k + j] - mj) / n;
        }
        return ij;
    }

    /** The symptom as a figure: yours, and theory dashed. */
    Chart chart() {
        var panel = Panel.titled(title).x("step").y("", low, high);
        theory.forEach(curve -> panel.lineDashed(table(curve), "step", "value", Palette.THEORY));
        return Chart.of(panel.line(table(yours), "step", "value", Palette.SAMPLE));
    }

    private Table table(double[] values) {
        double[] step = new double[values.length];
        Arrays.setAll(step, t -> t);
        double[] shown = Arrays.stream(values).map(value -> Double.isNaN(value) ? high : Math.max(low, Math.min(high, value))).toArray();
        return Table.create("symptom", DoubleColumn.create("step", step), DoubleColumn.create("value", shown));
    }
}
