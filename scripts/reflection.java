///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 9 Reflection: what the noise is for, and what Z would have cost
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES reflection.java
//MAIN Reflection
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import static java.lang.Math.*;

import ai.djl.ndarray.*;
import ai.djl.ndarray.types.*;
import lib.chart.*;
import lib.law.*;
import lib.lesson.*;
import lib.sampling.*;
import lib.score.*;
import picocli.CommandLine.*;

/** Two questions answered by experiment: Langevin dynamics with ε = 0, and the score under E + c. */
@Command(name = "reflection", description = "What happens without the noise, and why Z never mattered: two experiments.")
class Reflection implements Lesson.Script {

    private static final double Z = 4.01592912937;   // ∫ exp(-E) of the double well, by adaptive quadrature

    @Mixin
    SamplingOptions sampling = new SamplingOptions(500, 2000, 0.01);

    @Override
    public void teach(Lesson lesson) {
        boolean arrived = withoutNoise(lesson, sampling.chains(), sampling.steps(), sampling.stepSize());
        withoutZ(lesson);
        lesson.say(arrived ? "Without noise a sampler is a climber. Without Z it is still a sampler."
                : "So short a climb does not arrive. Without Z a sampler is still a sampler.");
    }

    /** Question 1: the same chains twice, once with ε = 0. Gives whether those have arrived. */
    private boolean withoutNoise(Lesson lesson, int n, int steps, double eta) {
        var langevin = Langevin.of(Mixture.twoModes(lesson.nd()).score(), eta);
        NDArray start = lesson.nd().randomNormal(new Shape(n, 2)).mul(4);                // (n, 2)
        NDArray samples = langevin.observe(lesson.progress("chains", steps)).run(start, steps);
        NDArray climbed = langevin.noise(NDArray::zerosLike).run(start, steps);          // xₜ₊₁ = xₜ + η s(xₜ)

        long right = Binomial.right(climbed.get(":, 0").toFloatArray());
        double left = TwoModesChain.climb(start.toFloatArray(), eta, steps);             // of the way to a peak, of the last chain
        boolean arrived = left < 0.01;
        lesson.figure("What the noise is for", Chart.sideBySide(
                plane("With noise").points(Columns.table("samples", Columns.of(samples, "x1", "x2")), "x1", "x2", Palette.SAMPLE),
                plane("Without").points(Columns.table("climbed", Columns.of(climbed, "x1", "x2")), "x1", "x2", Palette.SAMPLE, 8, 1)
                        .label(-TwoModesChain.PEAK, 0.7, n - right + " chains").label(TwoModesChain.PEAK, 0.7, right + " chains")), """
                The same starts, the same score, the same number of steps. *With noise* the chains spread out around the modes.
                *Without* it %s""".formatted(arrived
                        ? "every chain has climbed to one of two points and stays there: of the spread nothing is left."
                        : "every chain climbs to one of two points; some are still on their way."));
        NDArray both = NDArrays.stack(new NDList(samples, climbed)).square().mean(new int[] {1}); // (2, 2): with, without; x1², x2²
        lesson.value("mean of x1²", "%.3f with noise, %.3f without, target 5", both.getFloat(0, 0), both.getFloat(1, 0));
        lesson.value("mean of x2²", "%.3f with noise, %.3f without, target 1", both.getFloat(0, 1), both.getFloat(1, 1));
        String claim = "without noise every chain ends on a peak";
        double off = Lesson.maxDifference(climbed.abs(), climbed.zerosLike().add(lesson.nd().create(new float[] {(float) TwoModesChain.PEAK, 0})));
        if (arrived) {
            lesson.check(claim, off, left + TwoModesChain.rest(eta));
        } else {
            lesson.open(claim, "the last chain is up to %s away; take more steps".formatted(Lesson.number(off)));
        }
        var law = GaussianChain.of(eta);
        double exact = law.variance(16, steps);
        lesson.check("with noise x2 is spread as the exact law says, %s, not by half the noise".formatted(Lesson.number(exact)),
                ChiSquare.variance(both.getFloat(0, 1), exact, n, 1, exact - law.fresh(steps) / 2));
        return arrived;
    }

    /** Question 2: five landscapes that differ in height only, and the number that normalises the first. */
    private void withoutZ(Lesson lesson) {
        var well = new DoubleWell();
        NDArray x = Grid.square(lesson.nd(), -3, 3, 15);                                 // (225, 2)
        double off = 0;
        for (double c : new double[] {log(Z), -1, 1000, 1e6}) {                          // E + log Z is -log p itself
            off = max(off, Lesson.maxDifference(well.score().at(x), well.plus(c).score().at(x)));
        }
        NDArray axis = Lesson.inDouble(lesson.nd().arange(401)).mul(0.02).sub(4); // from -4 to 4, a point every 0.02
        NDArray fine = Grid.over(axis, axis);
        double z = well.at(fine).neg().exp().sum().getDouble() * 0.02 * 0.02;
        lesson.value("Z by adding up", "%.9f, from %,d energies", z, fine.getShape().get(0));
        lesson.value("energies the score needs", "1 a point, in any dimension");
        lesson.check("the score is the same under any constant added to E", off, 0);
        lesson.check("adding up on the grid gives the Z of quadrature", abs(z - Z), 1e-10); // the grid's own error is smaller still: the sum of a smooth bump converges faster than any power
    }

    private static Panel plane(String title) {
        return Panel.titled(title).x("x₁", -5, 5).y("x₂", -4, 4).equalAspect();
    }

    public static void main(String... args) {
        Lesson.run(new Reflection(), args);
    }
}
