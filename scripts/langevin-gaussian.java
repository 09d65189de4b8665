///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 6 Langevin dynamics at work: 500 chains find a Gaussian
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES langevin-gaussian.java
//MAIN LangevinGaussian
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import static java.lang.Math.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;
import lib.chart.*;
import lib.law.*;
import lib.lesson.*;
import lib.sampling.*;
import lib.score.*;
import picocli.CommandLine.*;

/** xₜ₊₁ = xₜ + η s(xₜ) + √(2η) ε: chains that start anywhere end up distributed as p. */
@Command(name = "langevin-gaussian", description = "500 chains start far out and find a Gaussian: start, trajectories, samples.")
class LangevinGaussian implements Lesson.Script {

    @Mixin
    SamplingOptions sampling = new SamplingOptions(500, 1000, 0.01);

    @Override
    public void teach(Lesson lesson) {
        int n = sampling.chains();
        int steps = sampling.steps();
        double eta = sampling.stepSize();
        var target = Gaussian.standard(lesson.nd(), 2);                          // s(x) = -x
        var walks = new Recording(10, step -> step == 0 || step % 50 == 1);      // the start, then after updates 1, 51, 101, ...
        int every = 1 + steps / 4000;                                            // more would only make the page heavier
        var ways = new Recording(5, step -> step % every == 0 || step == steps); // every step of the chains that are drawn
        var strides = new Strides(eta, steps, 16, 0, 1);

        NDArray start = lesson.nd().randomNormal(new Shape(n, 2)).mul(4);        // N(0, 16 I), shape (n, 2)
        var bar = lesson.progress("chains", steps);
        NDArray samples = Langevin.of(target.score(), eta).observe(walks).observe(ways).observe(strides).observe(bar).run(start, steps);

        lesson.keep(walks.table("trajectories"));
        var ends = lesson.table("samples", Columns.of(samples, "x1", "x2"));
        var starts = Columns.table("starts", Columns.of(start, "x1", "x2"));
        var paths = IntStream.range(0, min(5, n)).mapToObj(ways::path).toList();
        var between = square("Trajectories", ceil(max(5, start.get(":" + paths.size()).abs().max().getFloat())));
        paths.forEach(path -> between.path(path, "x1", "x2", Palette.MUTED));
        paths.forEach(path -> between.points(path.first(1), "x1", "x2", Palette.START, 9, 1).squares(path.last(1), "x1", "x2", Palette.SAMPLE, 8));
        lesson.figure("From anywhere to the target", Chart.sideBySide(
                square("Start, N(0, 16 I)", 5).points(starts, "x1", "x2", Palette.START),
                between,
                square("After %s steps".formatted(steps), 5).points(ends, "x1", "x2", Palette.SAMPLE).circle(0, 0, 1, "1").circle(0, 0, 2, "2")), """
                *Start*: where the chains begin; many lie outside the panel. *Trajectories*, farther out: the first few, step by step, from their
                start (a green dot) to their end (a gold square). Far out they are drawn inward, near the centre they wander. *After*: where
                they end. If the points are samples, 39 of 100 lie inside the inner circle and 86 of 100 inside the outer one.""");

        // V = 1 / (1 - η/2),  Vₜ = (1-η)²ᵗ V₀ + V (1 - (1-η)²ᵗ)
        var law = GaussianChain.of(eta);
        double exact = law.variance(16, steps);
        double[] mean = moments(samples.mean(new int[] {0}));
        double[] variance = moments(samples.sub(samples.mean(new int[] {0})).square().sum(new int[] {0}).div(max(1, n - 1)));
        lesson.value("mean", "%.3f  %.3f", mean[0], mean[1]);
        lesson.value("standard deviation", n == 1 ? "none, of one chain" : "%.3f  %.3f", sqrt(variance[0]), sqrt(variance[1]));
        lesson.value("exact variance", "%.5f", exact);
        double seen = min(0.05, 1 / sqrt(n)); // a variance from 2n numbers has standard error √(2/2n)
        lesson.say(pow(law.kept(steps), 2) * 16 > seen ? "The chains still remember where they started."
                : law.limit() - 1 > seen ? "The chains forget where they started, and settle wider than the target."
                : "The chains forget where they started and become samples of the target.");
        lesson.check("the pull is the score, to a tenth", strides.pull(0.1));
        lesson.check("the noise is √(2η), and not √η", strides.noise(law.limit() / 2));
        lesson.check("at step %s the spread is that of the exact law".formatted(steps),
                ChiSquare.variance(samples.square().mean().getFloat(), exact, n, 2, exact / 2, exact * 2));
        lesson.check("the chains settle at variance %s, and not at the target's 1".formatted(Lesson.number(law.limit())), strides.noise(1));
    }

    private static double[] moments(NDArray pair) {
        return new double[] {pair.getFloat(0), pair.getFloat(1)};
    }

    private static Panel square(String title, double reach) {
        return Panel.titled(title).x("x₁", -reach, reach).y("x₂", -reach, reach).equalAspect();
    }

    public static void main(String... args) {
        Lesson.run(new LangevinGaussian(), args);
    }
}
