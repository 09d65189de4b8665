///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 5.2 Exercise: the Langevin update again, for 200 points in the plane
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES langevin-2d.java
//MAIN Langevin2d
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import static lib.exercise.Unsolved.todo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.*;
import lib.chart.*;
import lib.exercise.*;
import lib.law.*;
import lib.lesson.*;
import lib.sampling.Noise;
import lib.score.*;
import picocli.CommandLine.*;

/** Many points at once: one row a point. Which of the three lines of langevin-1d has to change? */
@Command(name = "langevin-2d", description = "Exercise: the same three blanks for many points in the plane; a checker says what is wrong.")
class Langevin2d implements Lesson.Script {

    static Chain langevin(Score s, Noise randn, NDArray x0, int steps, double eta) {
        NDArray x = x0.duplicate();
        List<NDArray> trajectories = new ArrayList<>();
        trajectories.add(x.get(":5").duplicate());

        for (int t = 0; t < steps; t++) {
            // xₜ₊₁ = xₜ + η s(xₜ) + √(2η) ε,   ε ~ N(0, I)
            NDArray score = todo("1. the scores at x, one a row");
            NDArray noise = todo("2. Gaussian noise, shaped like x");
            x = todo("3. the next x");

            trajectories.add(x.get(":5").duplicate());
        }
        return new Chain(x, trajectories);
    }

    // ---- Below: options, and the figure of your own chains. Nothing here is to be changed. ----

    @Mixin
    ExerciseOptions exercise = new ExerciseOptions();

    @Mixin
    SamplingOptions sampling = new SamplingOptions(200, 500, 0.01).atMost(100_000, 100_000);

    @Override
    public void teach(Lesson lesson) {
        int chains = sampling.chains();
        int steps = sampling.steps();
        double eta = sampling.stepSize();
        var solved = Exercise.LANGEVIN_2D.solve(lesson, exercise, Langevin2d.class, Langevin2d::langevin,
                nd -> nd.randomNormal(new Shape(chains, 2)).mul(3), steps, eta);       // (200, 2)
        solved.ifPresent(chain -> show(lesson, chain, steps, eta));
    }

    void show(Lesson lesson, Chain chain, int steps, double eta) {
        var samples = lesson.table("samples", Columns.of(chain.x(), "x1", "x2"));
        NDArray paths = Paths.of(chain);                                               // (5 (steps + 1), 2)
        var trajectories = lesson.table("trajectories", Paths.stepAndChain(chain), Columns.of(paths, "x1", "x2"));
        NDArray fine = Grid.square(lesson.nd(), -6, 6, 100);
        var density = Columns.table("density", Columns.of(fine, "x1", "x2"), Columns.of(Gaussian.standard(lesson.nd(), 2).at(fine).exp(), "p"));

        var ways = Panel.titled("Five of the chains").x("x₁", -6, 6).y("x₂", -6, 6).equalAspect().contour(density, "x1", "x2", "p", ColorScale.BLUES, 10, 0.5);
        Paths.each(trajectories).forEach(walk -> ways.path(walk, "x1", "x2", Palette.SAMPLE).points(walk.first(1), "x1", "x2", Palette.START));
        lesson.figure(exercise.whose() + " chains over the density", Chart.sideBySide(ways,
                Panel.titled("All end points").x("x₁", -6, 6).y("x₂", -6, 6).equalAspect().contour(density, "x1", "x2", "p", ColorScale.BLUES, 10, 0.5)
                        .points(samples, "x1", "x2", Palette.SAMPLE).circle(0, 0, 1).circle(0, 0, 2)), """
                *Five of the chains*: green is where one starts. Far out, it heads for the centre; there, it wanders. *All end points*: if they
                are samples of a standard Gaussian, 39 in 100 lie inside the first circle and 86 inside the second.""");
        long chains = chain.x().getShape().get(0);
        double variance = chain.x().square().mean().getFloat();
        lesson.value("points", "%d, after %d steps of %s", chains, steps, eta);
        lesson.value("mean of x²", "%.3f", variance);
        var law = GaussianChain.of(eta);
        double expected = law.variance(9, steps);
        lesson.say("The points started three times too wide. %s", Math.abs(expected - 1) < Math.min(0.05, 1 / Math.sqrt(chains))
                ? "Step by step they became samples." : "After these steps they are not samples yet.");
        lesson.check("the mean of x² is what theory says after so many steps", ChiSquare.variance(variance, expected, chains, 2, expected / 2, expected * 2));
        lesson.check("the steps add noise of √(2η), and not √η",
                Paths.seen(chain, Strides.ofOne(eta, steps, 9, 0, 1)).noise(law.limit() / 2));
    }

    public static void main(String... args) {
        Exercise.LANGEVIN_2D.run(new Langevin2d(), args);
    }
}
