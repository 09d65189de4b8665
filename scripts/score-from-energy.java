///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 4.3 The score of any energy by automatic differentiation: the double well
//JAVA 17+
//DEPS ../lib/Workbook.java
//FILES score-from-energy.java
//MAIN ScoreFromEnergy
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import lib.chart.*;
import lib.lesson.*;
import lib.page.View;
import lib.score.*;
import picocli.CommandLine.Command;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

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
        lesson.figure("The double well", List.of(
                new View("Readable", readable(Grid.square(lesson.nd(), -2, 2, 100), Grid.square(lesson.nd(), -2, 2, 17))),
                new View("The notebook's linear view", linear(Grid.square(lesson.nd(), -3, 3, 100), field))), """
                Left, the energy: two wells at (±1, 0), a ring of low ground near |x| = 1, a pass on the ring above and below,
                a hilltop between. Right, exp(-E) with the score over it: every arrow leads down the energy, and so up the
                density. %s""".formatted(COMPRESSED.rule()));
        lesson.value("E at the wells (±1, 0)", Lesson.number(energy(lesson.nd().create(new float[][] {{1, 0}})).getFloat()));
        lesson.value("E at the passes (0, ±√3/2)", Lesson.number(energy(lesson.nd().create(new float[][] {{0, (float) Math.sqrt(.75)}})).getFloat()));
        lesson.value("E at the hilltop (0, 0)", Lesson.number(energy(lesson.nd().zeros(new Shape(1, 2))).getFloat()));
        lesson.say("The arrows lead to low energy, which is high probability. Z was never computed.");

        DoubleWell well = new DoubleWell();
        double largest = s.abs().max().getFloat();
        NDArray wide = x.toType(DataType.FLOAT64, true);
        NDArray h = lesson.nd().create(new double[][] {{1e-4, 0}});
        NDArray slope = energy(wide.add(h)).sub(energy(wide.sub(h))).div(2e-4); // (E(x + h) - E(x - h)) / 2h, along x1
        lesson.check("autograd agrees with the gradient derived by hand",
                Lesson.maxDifference(s, well.gradient(x).neg()), Lesson.rounding(largest, 16));
        lesson.check("autograd agrees with central differences of E along x1", // which err by h²/6 times E's third derivative, 24 x1
                Lesson.maxDifference(s.get(":, 0").toType(DataType.FLOAT64, true), slope.neg()), Lesson.rounding(largest, 16) + 1e-8 * 24 * 3 / 6);
        lesson.check("a constant added to E, such as log Z = 1.39, changes no bit of the score",
                Lesson.maxDifference(s, score(well.plus(Math.log(4.01592912937)), x)), 0);
    }

    static final Arrows COMPRESSED = Arrows.compressed(0.22, 0.1);

    // levels crowd where the wells are, lengths are compressed: wells, ring and passes at a glance
    static Figure readable(NDArray fine, NDArray coarse) {
        Table field = Columns.table("field", Columns.of(coarse, "x1", "x2"), Columns.of(score(ScoreFromEnergy::energy, coarse), "s1", "s2"));
        double[] levels = {0, .03, .1, .2, .3, .4375, .6, .8, 1, 1.5, 2.5, 4, 7, 12, 20, 35, 55};
        return Chart.sideBySide(
                Panel.titled("Energy E").x("x₁", -2, 2).y("x₂", -2, 2).equalAspect()
                        .contour(landscape(fine), "x1", "x2", "energy", Scale.VIRIDIS, levels)
                        .circle(0, 0, 1, "ring").spot(-1, 0, "well").spot(1, 0, "well").spot(0, Math.sqrt(.75), "pass").spot(0, 0, "hilltop"),
                Panel.titled("exp(−E) and the score").x("x₁", -2, 2).y("x₂", -2, 2).equalAspect()
                        .contour(landscape(fine), "x1", "x2", "exp(-E)", Scale.BLUES, 20, 0.5)
                        .arrows(field, "x1", "x2", "s1", "s2", COMPRESSED)).figure();
    }

    // 30 even levels up to 300 hide both wells, and arrows at scale 50 outgrow the panel: kept to compare
    static Figure linear(NDArray fine, Table field) {
        return Chart.sideBySide(
                Panel.titled("Energy E, 30 even levels").x("x₁", -3, 3).y("x₂", -3, 3).equalAspect()
                        .contour(landscape(fine), "x1", "x2", "energy", Scale.VIRIDIS, 30),
                Panel.titled("exp(−E) and the score, scale 50").x("x₁", -3, 3).y("x₂", -3, 3).equalAspect()
                        .contour(landscape(fine), "x1", "x2", "exp(-E)", Scale.HOT, 30)
                        .arrows(field, "x1", "x2", "s1", "s2", Arrows.quiver(50).ink(Ink.WHITE))).figure();
    }

    static Table landscape(NDArray x) {
        return Columns.table("landscape", Columns.of(x, "x1", "x2"), Columns.of(energy(x), "energy"), Columns.of(energy(x).neg().exp(), "exp(-E)"));
    }

    public static void main(String... args) {
        Lesson.run(new ScoreFromEnergy(), args);
    }
}
