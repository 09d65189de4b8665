///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 4.2 The score field of a Gaussian in two dimensions, over its density
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES score-field.java
//MAIN ScoreField
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import static lib.lesson.Lesson.*;

import ai.djl.ndarray.NDArray;
import lib.chart.*;
import lib.lesson.*;
import lib.score.*;
import picocli.CommandLine.*;

/** s(x) = ∇ₓ log p(x): in two dimensions an arrow at every point. */
@Command(name = "score-field", description = "The score field of a 2D Gaussian, over its density.")
class ScoreField implements Lesson.Script {

    @Mixin
    GaussianOptions options = new GaussianOptions();

    // s(x) = -Σ⁻¹ (x - μ), for every row x at once: (n, 2) -> (n, 2)
    static NDArray score(NDArray x, NDArray mu, NDArray precision) {
        return x.sub(mu).matMul(precision.transpose()).neg();
    }

    @Override
    public void teach(Lesson lesson) {
        var gaussian = options.gaussian(lesson.nd());
        NDArray x = options.square(lesson.nd(), 15);                    // (225, 2)
        NDArray s = score(x, gaussian.mean(), gaussian.precision());    // (225, 2)
        NDArray length = s.norm(new int[] {1});                         // (225)
        double longest = length.max().getFloat();                       // √18 for the standard Gaussian
        var field = lesson.table("field", Columns.of(x, "x1", "x2"), Columns.of(s, "s1", "s2"));
        var density = Columns.density(options.square(lesson.nd(), 100), gaussian);

        var arrows = Arrows.quiver(40 * Math.max(1, longest / Math.sqrt(18)));
        lesson.figure("The score field of a Gaussian", Chart.of(options.panel("Score field over density")
                .contour(density, "x1", "x2", "p", ColorScale.BLUES, 20, 0.5)
                .arrows(field, "x1", "x2", "s1", "s2", arrows)), """
                Each arrow starts where it is evaluated and points the way log density rises fastest. Far out,
                where log density is steep, arrows are long; near the peak they shrink to nothing.""");
        lesson.value("arrows", "%d, on a grid of 15 x 15", length.size());
        lesson.value("longest", "%.3f", longest);
        lesson.value("shortest", "%.3f", length.min().getFloat());
        lesson.say("Every arrow leads uphill: follow them from anywhere and you reach the peak.");
        lesson.check("the formula is the gradient of log p, as autograd computes it",
                maxDifference(s, Score.ofLogDensity(gaussian).at(x)), rounding(longest, 16));
        NDArray mu = gaussian.mean().reshape(1, 2);
        double there = score(mu, mu, gaussian.precision()).norm().getFloat();
        lesson.check("the score is zero at the mean", there, 0);
        double inward = s.mul(mu.sub(x)).sum(new int[] {1}).min().getFloat(); // of s(x)·(μ - x)
        lesson.check("no arrow points away from the mean", inward >= -rounding(longest * options.reach(), 16),
                format("s(x)·(μ - x) is at least %.2g at all %d points", inward, length.size()));
    }

    public static void main(String... args) {
        Lesson.run(new ScoreField(), args);
    }
}
