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
import lib.chart.*;
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
        int n = sampling.chains();
        int steps = sampling.steps();
        double eta = sampling.stepSize();
        var mixture = Mixture.twoModes(lesson.nd());
        int every = max(2, steps / SHOWN);
        var frames = new Recording(min(n, SHOWN), step -> step == 0 || step % every == 1); // the start, then after updates 1, 3, 5, ...
        var spread = new double[steps + 1];                                                 // the mean of x₂², step by step

        NDArray start = lesson.nd().randomNormal(new Shape(n, 2)).mul(4);                   // N(0, 16 I), shape (n, 2)
        NDArray end = Langevin.of(mixture.score(), eta).observe(frames).observe(lesson.progress("chains", steps))
                .observe((step, x) -> spread[step] = x.get(":, 1").square().mean().getFloat()).run(start, steps);

        NDArray grid = Grid.over(lesson.nd().linspace(-6f, 6f, 97), lesson.nd().linspace(-5f, 5f, 81)); // (7857, 2)
        var density = Columns.table("density", Columns.of(grid, "x1", "x2"), Columns.of(mixture.at(grid).exp(), "density"));
        var chart = Chart.of(Panel.titled("Langevin dynamics on two modes").x("x₁", -6, 6).y("x₂", -5, 5).equalAspect()
                .contour(density, "x1", "x2", "density", Scale.BLUES, 12, 0.6)
                .moving(lesson.keep(frames.table("frames")), "step", "x1", "x2", Ink.SAMPLE));
        lesson.figure("From noise to samples", chart, """
                Each dot is a chain; below it the density it should be a sample of. First the cloud is drawn inward;
                near the modes the noise takes over. Follow one point to see its way.""");
        lesson.film(film, chart);

        // x₂ does not care about the modes: it is a chain on N(0, 1), so Vₜ = (1-η)²ᵗ 16 + V (1 - (1-η)²ᵗ), V = 1 / (1 - η/2)
        for (int quarter = 0; quarter <= 4; quarter++) {
            int step = quarter * steps / 4;
            lesson.value("mean of x2² at step " + step, "%7.3f, exact %7.3f", spread[step], exact(eta, step));
        }
        lesson.say("The cloud has found both modes, and at step %d it is %s.", steps,
                exact(eta, steps) > 1.1 ? "still too wide" : "as wide as the target");
        double worst = 0;
        for (int step = 0; step <= steps; step++) {
            worst = max(worst, abs(spread[step] / exact(eta, step) - 1));
        }
        // n x₂²/Vₜ is χ² with n degrees of freedom: beyond 2√(t/n) + 2t/n with probability e⁻ᵗ (Laurent and Massart 2000, Lemma 1), t = 20
        lesson.check("at every step the cloud is as wide as the exact law says", worst, 2 * sqrt(20.0 / n) + 40.0 / n);
        double[] x1 = {end.get(":, 0").mean().getFloat(), end.get(":, 0").square().mean().getFloat()};
        lesson.check("neither mode is favoured: the mean of x1 is 0", abs(x1[0]), 5 * sqrt(x1[1] / n));
    }

    private static double exact(double eta, int step) {
        double kept = pow(1 - eta, 2 * step);
        return 16 * kept + (1 - kept) / (1 - eta / 2);
    }

    public static void main(String... args) {
        Lesson.run(new LangevinAnimation(), args);
    }
}
