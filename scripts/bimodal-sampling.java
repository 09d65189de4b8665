///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 7 Two modes: a thousand chains sample a mixture, and what they do not show
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES bimodal-sampling.java
//MAIN BimodalSampling
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import lib.chart.*;
import lib.law.*;
import lib.lesson.*;
import lib.sampling.*;
import lib.score.*;
import picocli.CommandLine.*;
import tech.tablesaw.api.*;

/** p(x) = ½ N(x; (-2, 0), I) + ½ N(x; (2, 0), I): one score, two places to go. */
@Command(name = "bimodal-sampling", description = "A thousand chains sample a mixture of two Gaussians; then all start in one mode.")
class BimodalSampling implements Lesson.Script {

    @Mixin
    SamplingOptions sampling = new SamplingOptions(1000, 2000, 0.005);

    // s(x) = Σₖ wₖ(x) (μₖ - x),  wₖ(x) = N(x; μₖ, I) / Σⱼ N(x; μⱼ, I); from log N, for N itself is 0/0 far from both modes
    static NDArray score(NDArray x, NDArray mu) {
        NDArray pull = mu.expandDims(0).sub(x.expandDims(1));              // (n, K, 2): μₖ - x
        NDArray logN = pull.square().sum(new int[] {2}).div(-2);           // (n, K), up to a constant
        NDArray w = logN.softmax(1).expandDims(2);                         // (n, K, 1)
        return w.mul(pull).sum(new int[] {1});                             // (n, 2)
    }

    @Override
    public void teach(Lesson lesson) {
        int n = sampling.chains();
        int steps = sampling.steps();
        double eta = sampling.stepSize();
        Lesson.require(eta >= 1e-5, "--step-size " + eta + " makes time 50 longer than five million steps.", "Take at least --step-size 0.00001.");
        var mixture = Mixture.twoModes(lesson.nd());
        Score score = mixture.score();                                         // the same, from log odds, in fewer operations

        NDArray start = lesson.nd().randomNormal(new Shape(n, 2)).mul(4);
        var strides = new Strides(eta, steps, 16, 1);                          // of x₂, whose target is N(0, 1)
        var bar = lesson.progress("chains", steps);
        NDArray samples = Langevin.of(score, eta).observe(strides).observe(bar).run(start, steps); // (n, 2)
        var ends = lesson.table("samples", Columns.of(samples, "x1", "x2"));
        NDArray x = Grid.over(lesson.nd().linspace(-5f, 5f, 20), lesson.nd().linspace(-4f, 4f, 20)); // (400, 2)
        var field = lesson.table("field", Columns.of(x, "x1", "x2"), Columns.of(score.at(x), "s1", "s2"));
        NDArray fine = Grid.over(lesson.nd().linspace(-5f, 5f, 81), lesson.nd().linspace(-4f, 4f, 65)); // (5265, 2)
        var density = Columns.table("density", Columns.of(fine, "x1", "x2"), Columns.of(mixture.at(fine).exp(), "p"));
        Arrows arrows = Arrows.compressed(0.42, 0.5);                          // a little less than the grid's spacing
        NDArray modes = lesson.nd().create(new float[][] {{-2, 0}, {2, 0}});   // (K, 2)
        lesson.figure("A score with two homes", Chart.sideBySide(
                plane("Score field").contour(density, "x1", "x2", "p", ColorScale.BLUES, 12, 0.4).arrows(field, "x1", "x2", "s1", "s2", arrows),
                plane("Where %s chains end".formatted(n)).points(ends, "x1", "x2", Palette.SAMPLE)), """
                The *score field* leads to the nearer mode, and on the line between them it cannot decide. %s *Where chains end*:
                they started all around the origin, %s units of time before.""".formatted(arrows.rule(), Lesson.number(eta * steps)));

        float[] x1 = samples.get(":, 0").toFloatArray();
        Density law = TwoModesChain.after(0, 4, eta, steps);                   // of x₁ from N(0, 16), at this step and step size
        lesson.value("right of the middle", "%d of %d", Binomial.right(x1), n);
        lesson.value("mean of x1²", "%.3f, exact %.3f, target 5", Density.average(x1, v -> v * v), law.mean(v -> v * v));
        // log N goes to -32.5 in the corners; its rounding moves w by a quarter of that, and s by four times w's
        lesson.check("the mixture's formula is the library's score at every arrow", Lesson.maxDifference(score(x, modes), score.at(x)), Lesson.rounding(32.5, 8));
        Trial half = Binomial.count(Binomial.right(x1), n, 0.5, 1 / 3.0, 2 / 3.0);
        lesson.check("both modes hold their half, and neither twice the other's", half);
        Trial spread = law.trial(x1, TwoModesChain.FROM_MODE, law.mean(TwoModesChain.FROM_MODE) / 2);
        lesson.check("around its modes x1 is spread as the exact law says, not half as much", spread);
        lesson.check("the pull on x2 is the score, to a fifth", strides.pull(0.2));
        lesson.check("the noise on x2 is √(2η), and not √η", strides.noise(0.5 / (1 - eta / 2)));
        crossing(lesson, score, n, Math.min(2 * eta, Math.max(eta, 0.02))); // five times as long as the run above: steps twice as large will do
        lesson.say(half.holds() && spread.holds() && TwoModesChain.hasTwoClusters(eta, steps)
                ? "Two clusters show that each mode is found, not that chains travel between them."
                : "This run shows no two clusters: take more chains, more time, or a smaller step.");
    }

    /** As many chains, all from one mode: how many are on the right, beside the exact law. */
    private void crossing(Lesson lesson, Score score, int n, double eta) {
        int every = (int) Math.max(1, Math.round(0.5 / eta));
        int five = every * (int) Math.max(1, Math.round(5 / (eta * every)));    // steps, for a time of about 5
        var time = DoubleColumn.create("time");
        var share = DoubleColumn.create("share");
        NDArray left = lesson.nd().create(new float[] {-2, 0}).reshape(1, 2).broadcast(n, 2);
        Observer count = (step, x) -> {
            time.append(step * eta);
            share.append((double) Binomial.right(x.get(":, 0").toFloatArray()) / n);
        };
        Langevin.of(score, eta).observe(count.every(every)).observe(lesson.progress("crossing", 10 * five)).run(left, 10 * five);
        var crossed = lesson.keep(Table.create("crossing", time, share));
        var exact = Table.create("exact", DoubleColumn.create("time"), DoubleColumn.create("share"));
        int[] times = {1, 2, 4, 10};
        double[][] denied = {{0, 0.5}, {0, 0.5}, {1 / 3.0}, {1 / 3.0}};         // nobody travels, the start is forgotten; twice as many have stayed
        Density[] laws = TwoModesChain.after(-2, 0, eta, five, times);
        for (int k = 0; k < times.length; k++) {
            int row = times[k] * five / every;
            String when = "on the right at t = " + Lesson.number(time.get(row));
            exact.doubleColumn(0).append(time.get(row));
            exact.doubleColumn(1).append(laws[k].right());
            lesson.value(when, "%.3f, exact %.4f", share.get(row), laws[k].right());
            lesson.check("as many are " + when + " as the exact law says", Binomial.count(Math.round(n * share.get(row)), n, laws[k].right(), denied[k]));
        }
        lesson.figure("How slowly chains travel", Chart.of(Panel.titled("Share of chains on the right")
                .x("time t = η × steps", 0, 1.04 * time.max()).y("", 0, 0.6).horizontal(0.5)
                .line(crossed, "time", "share", Palette.SAMPLE).points(exact, "time", "share", Palette.THEORY, 9, 0.9)), Lesson.format("""
                All chains start in the left mode. The dots are exact: %.3f at t = %s. As long as the curve is below one half the start
                is remembered, and two equal clusters come from a symmetric start.""", laws[1].right(), Lesson.number(2 * five * eta)));
    }

    private static Panel plane(String title) {
        return Panel.titled(title).x("x₁", -5, 5).y("x₂", -4, 4).equalAspect();
    }

    public static void main(String... args) {
        Lesson.run(new BimodalSampling(), args);
    }
}
