///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 7 Two modes: a thousand chains sample a mixture, and what they do not show
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES bimodal-sampling.java
//MAIN BimodalSampling
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.*;
import lib.chart.*;
import lib.lesson.*;
import lib.sampling.*;
import lib.score.*;
import picocli.CommandLine.*;
import tech.tablesaw.api.*;

/** p(x) = ½ N(x; (-2, 0), I) + ½ N(x; (2, 0), I): one score, two places to go. */
@Command(name = "bimodal-sampling", description = "A thousand chains sample a mixture of two Gaussians; then all start in one mode.")
class BimodalSampling implements Lesson.Script {

    // P(x₁ > 0) of a diffusion that starts at -2, by time: exact, from the mixture's own Fokker-Planck equation
    private static final double[][] RIGHT = {{5, .2216}, {10, .3465}, {20, .4533}, {50, .4987}};

    @Mixin
    SamplingOptions sampling = new SamplingOptions(1000, 2000, 0.005);

    // s(x) = Σₖ wₖ(x) (μₖ - x),  wₖ(x) = N(x; μₖ, I) / Σⱼ N(x; μⱼ, I)
    static NDArray score(NDArray x, NDArray mu) {
        NDArray pull = mu.expandDims(0).sub(x.expandDims(1));                  // (n, K, 2): μₖ - x
        NDArray logN = pull.square().sum(new int[] {2}).div(-2);               // (n, K): log N(x; μₖ, I), up to a constant
        NDArray w = logN.softmax(1).expandDims(2);                             // (n, K, 1): log weights, for exp() is 0/0 far from both modes
        return w.mul(pull).sum(new int[] {1});                                 // (n, 2)
    }

    @Override
    public void teach(Lesson lesson) {
        int n = sampling.chains();
        double eta = sampling.stepSize();
        Lesson.require(eta >= 1e-5, "--step-size " + eta + " makes time 50 longer than five million steps.", "Take at least --step-size 0.00001.");
        var mixture = Mixture.twoModes(lesson.nd());
        Score score = mixture.score();                                         // the same, from log odds, in fewer operations

        NDArray start = lesson.nd().randomNormal(new Shape(n, 2)).mul(4);
        var bar = lesson.progress("chains", sampling.steps());
        NDArray samples = Langevin.of(score, eta).observe(bar).run(start, sampling.steps()); // (n, 2)
        var ends = lesson.table("samples", Columns.of(samples, "x1", "x2"));
        NDArray x = Grid.over(lesson.nd().linspace(-5f, 5f, 20), lesson.nd().linspace(-4f, 4f, 20)); // (400, 2)
        var field = lesson.table("field", Columns.of(x, "x1", "x2"), Columns.of(score.at(x), "s1", "s2"));
        NDArray modes = lesson.nd().create(new float[][] {{-2, 0}, {2, 0}});   // (K, 2)
        lesson.figure("A score with two homes", Chart.sideBySide(
                plane("Score field").arrows(field, "x1", "x2", "s1", "s2", Arrows.quiver(30)),
                plane("Where %s chains end".formatted(n)).points(ends, "x1", "x2", Ink.SAMPLE)), """
                Left, the score: it leads to the nearer mode, and on the line between them it cannot decide. Right, the ends of
                chains that started all around the origin: two clusters, of about the same size.""");

        int right = (int) samples.get(":, 0").gt(0).toType(DataType.INT64, false).sum().getLong();
        double spread = samples.get(":, 0").square().mean().getFloat();
        lesson.value("right of the middle", "%d of %d", right, n);
        lesson.value("mean of x1²", "%.3f, and 5 for the target", spread);
        // log N goes to -32.5 in the corners; its rounding moves w by a quarter of that, and s by four times w's
        lesson.check("the mixture's formula is the library's score at every arrow", Lesson.maxDifference(score(x, modes), score.at(x)), Lesson.rounding(32.5, 8));
        lesson.check("both modes hold their half, within five standard errors", Math.abs(right - n / 2.0), 5 * Math.sqrt(n / 4.0));
        lesson.check("the mean of x1² is that of the target", Math.abs(spread - 5), 5 * Math.sqrt(18.0 / n) + 5 * eta); // Var x1² = 18; a finite step adds a bias of order η
        crossing(lesson, score, n, Math.min(2 * eta, Math.max(eta, 0.02))); // five times as long as the run above: steps twice as large will do
        lesson.say("Two clusters show that each mode is found, not that chains travel between them.");
    }

    /** As many chains, all from one mode: how many are on the right, beside what is exact for small steps. */
    private void crossing(Lesson lesson, Score score, int n, double eta) {
        var time = DoubleColumn.create("time");
        var share = DoubleColumn.create("share");
        NDArray left = lesson.nd().create(new float[] {-2, 0}).reshape(1, 2).broadcast(n, 2);
        int every = Math.max(1, (int) Math.round(0.5 / eta));
        int steps = (int) Math.round(50 / eta);
        Observer count = (step, x) -> {
            time.append(step * eta);
            share.append(x.get(":, 0").gt(0).toType(DataType.FLOAT32, false).mean().getFloat());
        };
        Langevin.of(score, eta).observe(count.every(every)).observe(lesson.progress("crossing", steps)).run(left, steps);
        var crossed = lesson.keep(Table.create("crossing", time, share));
        var exact = Table.create("exact", DoubleColumn.create("time"), DoubleColumn.create("share"));
        for (double[] known : RIGHT) {
            exact.doubleColumn(0).append(known[0]);
            exact.doubleColumn(1).append(known[1]);
            double found = share.get((int) Math.round(known[0] / (every * eta)));
            lesson.value("on the right at t = %s".formatted(Lesson.number(known[0])), "%.3f, exact %.4f", found, known[1]);
            lesson.check("as many are on the right at t = %s as the exact law says".formatted(Lesson.number(known[0])),
                    Math.abs(found - known[1]), 5 * Math.sqrt(known[1] * (1 - known[1]) / n) + eta);
        }
        lesson.figure("How slowly chains travel", Chart.of(Panel.titled("Share on the right, of chains that start on the left")
                .x("time t = η × steps", 0, 52).y("", 0, 0.6).horizontal(0.5)
                .line(crossed, "time", "share", Ink.SAMPLE).points(exact, "time", "share", Ink.THEORY, 9, 0.9)), """
                All chains start in the left mode. The dots are exact. At t = 10, where the run above stops, a third are on the right:
                its two equal clusters came from its symmetric start. Only after 50 has the start been forgotten.""");
    }

    private static Panel plane(String title) {
        return Panel.titled(title).x("x₁", -5, 5).y("x₂", -4, 4).equalAspect();
    }

    public static void main(String... args) {
        Lesson.run(new BimodalSampling(), args);
    }
}
