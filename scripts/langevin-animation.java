///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 8 Watch it happen: 300 points move through 200 steps of Langevin dynamics
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES langevin-animation.java
//MAIN LangevinAnimation
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

/** xₜ₊₁ = xₜ + η s(xₜ) + √(2η) ε, seen as it runs: a frame every other step. */
@Command(name = "langevin-animation", description = "300 points move through 200 steps of Langevin dynamics: play, step, scrub.")
class LangevinAnimation implements Lesson.Script {

    private static final int SHOWN = 1000; // points and frames that a page moves smoothly

    @Mixin
    SamplingOptions sampling = new SamplingOptions(300, 200, 0.01);

    @Mixin
    FilmOptions film = new FilmOptions();

    @Override
    public void teach(Lesson lesson) {
        film.check();
        int n = sampling.chains();
        int steps = sampling.steps();
        double eta = sampling.stepSize();
        var mixture = Mixture.twoModes(lesson.nd());
        int every = max(2, steps / SHOWN);
        var frames = new Recording(min(n, SHOWN), step -> step == 0 || step % every == 1); // the start, then after updates 1, 3, 5, ...
        var strides = new Strides(eta, steps, 16, 1);                                       // of x₂, whose target is N(0, 1)
        var spread = new double[steps + 1];                                                 // the mean of x₂², step by step

        NDArray start = lesson.nd().randomNormal(new Shape(n, 2)).mul(4);                   // N(0, 16 I), shape (n, 2)
        NDArray end = Langevin.of(mixture.score(), eta).observe(frames).observe(strides).observe(lesson.progress("chains", steps))
                .observe((step, x) -> spread[step] = x.get(":, 1").square().mean().getFloat()).run(start, steps);

        NDArray grid = Grid.over(lesson.nd().linspace(-6f, 6f, 97), lesson.nd().linspace(-5f, 5f, 81)); // (7857, 2)
        var density = Columns.table("density", Columns.of(grid, "x1", "x2"), Columns.of(mixture.at(grid).exp(), "density"));
        var chart = Chart.of(Panel.titled("Langevin dynamics on two modes").x("x₁", -6, 6).y("x₂", -5, 5).equalAspect()
                .contour(density, "x1", "x2", "density", ColorScale.BLUES, 12, 0.6)
                .moving(lesson.keep(frames.table("frames")), "step", "x1", "x2", Palette.SAMPLE));
        lesson.figure("From noise to samples", chart, """
                Each dot is a chain; below it the density it should be a sample of. First the cloud is drawn inward;
                near the modes the noise takes over. Follow one point to see its way.""");
        lesson.film(film, chart);

        // x₂ does not care about the modes: it is a chain on N(0, 1), so Vₜ = (1-η)²ᵗ 16 + V (1 - (1-η)²ᵗ), V = 1 / (1 - η/2)
        var law = GaussianChain.of(eta);
        IntStream.rangeClosed(0, 4).map(quarter -> (int) (quarter * (long) steps / 4)).distinct().forEach(step ->
                lesson.value("mean of x2² at step " + step, "%7.3f, exact %7.3f", spread[step], law.variance(16, step)));
        long right = Binomial.right(end.get(":, 0").toFloatArray());
        Trial even = Binomial.count(right, n, 0.5, 0.25, 0.75);
        lesson.say(even.holds() && TwoModesChain.hasTwoClusters(eta, steps) ? "The cloud has found both modes, and at step %d it is %s."
                : "At step %d there are no two clusters to be seen, and the cloud is %s.", steps,
                law.variance(16, steps) < 1.1 ? "as wide as the target" : law.limit() < 1.1 ? "still too wide" : "wider than the target");
        lesson.check("the pull on x2 is the score, to a quarter", strides.pull(0.25));
        lesson.check("the noise on x2 is √(2η), and not √η", strides.noise(law.limit() / 2));
        lesson.check("neither mode holds three times as many points as the other", even);
    }

    public static void main(String... args) {
        Lesson.run(new LangevinAnimation(), args);
    }
}
