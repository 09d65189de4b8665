///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 4.3 The score of any energy by automatic differentiation: the double well
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES score-from-energy.java
//MAIN ScoreFromEnergy
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import lib.chart.*;
import lib.lesson.*;
import lib.page.View;
import lib.score.*;
import picocli.CommandLine.Command;
import tech.tablesaw.api.Table;

/** p(x) = exp(-E(x)) / Z, so s(x) = -∇ₓE(x): Z does not depend on x, and drops out. */
@Command(name = "score-from-energy", description = "The score of an energy nobody can normalise, by autograd: no Z needed.")
class ScoreFromEnergy implements Lesson.Script {

    // E(x) = (x₁² + x₂² - 1)² + x₂² / 2
    static NDArray energy(NDArray x) {
        NDArray x2 = x.get(":, 1");
        return x.square().sum(new int[] {1}).sub(1).square().add(x2.square().div(2)); // (n, 2) -> (n)
    }

    // s(x) = -∇ₓE(x)
    static NDArray score(Energy energy, NDArray points) {
        NDArray x = points.stopGradient();   // a leaf of its own
        x.setRequiresGradient(true);
        try (var tape = x.getManager().getEngine().newGradientCollector()) {
            tape.backward(energy.at(x));     // each row's energy depends on that row only
        }
        return x.getGradient().neg();
    }

    @Override
    public void teach(Lesson lesson) {
        NDArray x = Grid.square(lesson.nd(), -3, 3, 15);                  // (225, 2)
        NDArray s = score(ScoreFromEnergy::energy, x);                    // (225, 2)
        Table field = lesson.table("field", Columns.of(x, "x1", "x2"), Columns.of(s, "s1", "s2"), Columns.of(energy(x), "energy"));
        draw(lesson, field);

        float[] heights = energy(lesson.nd().create(new float[][] {{1, 0}, {0, (float) Math.sqrt(.75)}, {0, 0}})).toFloatArray();
        lesson.value("E at the wells (±1, 0)", Lesson.number(heights[0]));
        lesson.value("E at the passes (0, ±√3/2)", Lesson.number(heights[1]));
        lesson.value("E at the hilltop (0, 0)", Lesson.number(heights[2]));
        lesson.say("The arrows lead to low energy, which is high probability. Z was never computed.");

        DoubleWell well = new DoubleWell();                               // the same energy, with its gradient by hand
        double rounding = Lesson.rounding(s.abs().max().getFloat(), 16);
        Energy lifted = y -> energy(y).add((float) Math.log(4.01592912937));      // E + log Z
        NDArray wide = Lesson.inDouble(x);
        NDArray h = wide.getManager().create(new double[][] {{1e-4, 0}});
        NDArray slope = energy(wide.add(h)).sub(energy(wide.sub(h))).div(2e-4); // off by at most 4 h² |x1| = 12e-8
        lesson.check("autograd agrees with the gradient derived by hand", Lesson.maxDifference(s, well.gradient(x).neg()), rounding);
        lesson.check("autograd agrees with central differences of E along x1",
                Lesson.maxDifference(Lesson.inDouble(s.get(":, 0")), slope.neg()), rounding + 12e-8);
        lesson.check("a constant added to E, such as log Z = 1.39, changes no bit of the score",
                Lesson.maxDifference(s, score(lifted, x)), 0);
    }

    /** Once to be read, levels and arrow lengths compressed; once with the notebook's 30 even levels and scale 50, to compare. */
    static void draw(Lesson lesson, Table field) {
        NDArray coarse = Grid.square(lesson.nd(), -2, 2, 17);
        Table near = Columns.table("near", Columns.of(coarse, "x1", "x2"), Columns.of(score(ScoreFromEnergy::energy, coarse), "s1", "s2"));
        Table land = landscape(lesson, 2);
        Table wide = landscape(lesson, 3);
        double[] levels = {0, .03, .1, .2, .3, .4375, .6, .8, 1, 1.5, 2.5, 4, 7, 12, 20, 35, 55};
        Arrows compressed = Arrows.compressed(0.22, 0.1);
        var readable = Chart.sideBySide(
                panel("Energy E", 2).contour(land, "x1", "x2", "energy", ColorScale.VIRIDIS, levels)
                        .circle(0, 0, 1, "ring").spot(-1, 0, "well").spot(1, 0, "well").spot(0, Math.sqrt(.75), "pass").spot(0, 0, "hilltop"),
                panel("exp(−E) and the score", 2).contour(land, "x1", "x2", "p", ColorScale.BLUES, 20, 0.5)
                        .arrows(near, "x1", "x2", "s1", "s2", compressed));
        var linear = Chart.sideBySide(
                panel("Energy E, 30 even levels", 3).contour(wide, "x1", "x2", "energy", ColorScale.VIRIDIS, 30),
                panel("exp(−E) and the score, scale 50", 3).contour(wide, "x1", "x2", "p", ColorScale.HOT, 30)
                        .arrows(field, "x1", "x2", "s1", "s2", Arrows.quiver(50).ink(Palette.WHITE)));
        lesson.figure("The double well", List.of(new View("Readable", readable.figure()), new View("The notebook's linear view", linear.figure())), """
                The *energy* has two wells at (±1, 0), a ring of low ground near $`|x| = 1`$, a pass inside the ring above and below, and
                a hilltop between. Over $`e^{-E}`$ lies the *score*: every arrow leads down the energy, and so up the density.
                %s""".formatted(compressed.rule()));
    }

    static Table landscape(Lesson lesson, double reach) {
        NDArray x = Grid.square(lesson.nd(), -reach, reach, 100);         // (10000, 2)
        return Columns.table("landscape", Columns.of(x, "x1", "x2"), Columns.of(energy(x), "energy"), Columns.of(energy(x).neg().exp(), "p"));
    }

    static Panel panel(String title, double reach) {
        return Panel.titled(title).x("x₁", -reach, reach).y("x₂", -reach, reach).equalAspect();
    }

    public static void main(String... args) {
        Lesson.run(new ScoreFromEnergy(), args);
    }
}
