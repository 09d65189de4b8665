///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 5.1 Exercise: write the Langevin update, for one point on a line
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES langevin-1d.java
//MAIN Langevin1d
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import static lib.exercise.Unsolved.todo;

import ai.djl.ndarray.NDArray;
import java.util.*;
import lib.chart.*;
import lib.exercise.*;
import lib.law.*;
import lib.lesson.*;
import lib.sampling.Noise;
import lib.score.*;
import picocli.CommandLine.*;

/** Langevin dynamics: follow the score, and let noise push you about. Fill the three blanks, then run this file. */
@Command(name = "langevin-1d", description = "Exercise: fill three blanks, and a checker runs your loop and says what is wrong with it.")
class Langevin1d implements Lesson.Script {

    static Chain langevin(Score s, Noise randn, NDArray x0, int steps, double eta) {
        NDArray x = x0.duplicate();
        List<NDArray> trajectory = new ArrayList<>();
        trajectory.add(x.duplicate());

        for (int t = 0; t < steps; t++) {
            // xₜ₊₁ = xₜ + η s(xₜ) + √(2η) ε,   ε ~ N(0, I)
            NDArray score = todo("1. the score at x");
            NDArray noise = todo("2. Gaussian noise, shaped like x");
            x = todo("3. the next x");

            trajectory.add(x.duplicate());
        }
        return new Chain(x, trajectory);
    }

    // ---- Below: options, and the figure of your own path. Nothing here is to be changed. ----

    @Mixin
    ExerciseOptions exercise = new ExerciseOptions();

    @Mixin
    StepOptions sampling = new StepOptions(1000, 0.01).atMost(100_000);

    @Override
    public void teach(Lesson lesson) {
        int steps = sampling.steps();
        double eta = sampling.stepSize();
        var solved = Exercise.LANGEVIN_1D.solve(lesson, exercise, Langevin1d.class, Langevin1d::langevin,
                nd -> nd.create(new float[][] {{4}}), steps, eta);                     // one point on a line: (1, 1)
        solved.ifPresent(chain -> show(lesson, chain, steps, eta));
    }

    void show(Lesson lesson, Chain chain, int steps, double eta) {
        NDArray x = Paths.of(chain);                                                   // (steps + 1, 1)
        NDArray step = lesson.nd().arange(x.getShape().get(0));
        var trajectory = lesson.table("trajectory", Columns.of(step, "step"), Columns.of(x, "x"));
        NDArray line = Grid.line(lesson.nd(), -4, 5, 400);
        var density = Columns.table("density", Columns.of(line, "x"), Columns.of(Gaussian.standard(lesson.nd(), 1).at(line).exp(), "p"));

        lesson.figure(exercise.whose() + " chain over the density", Chart.stacked(
                Panel.titled("The target").y("p(x)").area(density, "x", "p", Palette.DENSITY),
                Panel.titled(exercise.whose() + " path, from the top down").x("x", -4, 5).y("step").downward().line(trajectory, "x", "step", Palette.SAMPLE)), """
                Below, time runs downward. The path starts at 4%s.""".formatted(eta < 0.2 && eta * steps > 5 ? """
                , walks in under the bell, and then wanders: often near 0, seldom
                beyond ±2, never at rest. Where it lingers is where the density above is high""" : ""));
        float first = x.getFloat(0);
        float last = chain.x().getFloat();
        lesson.say("Started at %.2f, ended at %.2f", first, last);
        lesson.check("the steps add noise of √(2η), and not √η",
                Paths.seen(chain, Strides.ofOne(eta, steps, 16, 0)).noise(GaussianChain.of(eta).limit() / 2));
    }

    public static void main(String... args) {
        Exercise.LANGEVIN_1D.run(new Langevin1d(), args);
    }
}
