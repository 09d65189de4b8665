///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 4.2 The score field of a Gaussian in two dimensions, over its density
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES score-field.java
//MAIN ScoreField
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import ai.djl.ndarray.NDArray;
import lib.chart.*;
import lib.lesson.*;
import lib.score.*;
import picocli.CommandLine.*;

/** s(x) = ∇ₓ log p(x): in two dimensions an arrow at every point. */
@Command(name = "score-field", description = "The score field of a 2D Gaussian, over its density.")
class ScoreField implements Lesson.Script {

    @Option(names = "--mean", split = ",", paramLabel = "M1,M2", defaultValue = "0,0", description = "Mean (${DEFAULT-VALUE}).")
    double[] mean;

    @Option(names = "--cov", split = ",", paramLabel = "C11,C12,C22", defaultValue = "1,0,1",
            description = "Covariance: variance of x1, covariance, variance of x2 (${DEFAULT-VALUE}). Try 2,1.2,1.")
    double[] cov;

    // s(x) = -Σ⁻¹ (x - μ), for every row x at once: (n, 2) -> (n, 2)
    static NDArray score(NDArray x, NDArray mu, NDArray precision) {
        return x.sub(mu).matMul(precision.transpose()).neg();
    }

    @Override
    public void teach(Lesson lesson) {
        Lesson.require(mean.length == 2, "--mean takes two numbers.", "Try --mean 1,-0.5.");
        Lesson.require(cov.length == 3, "--cov takes three numbers.", "Try --cov 2,1.2,1.");
        var gaussian = Lesson.chosen("--mean and --cov", "Try --cov 2,1.2,1.",
                () -> Gaussian.of(lesson.nd(), mean, new double[][] {{cov[0], cov[1]}, {cov[1], cov[2]}}));

        double middle = (cov[0] + cov[2]) / 2;                            // the eigenvalues are middle ± apart
        double apart = Math.hypot((cov[0] - cov[2]) / 2, cov[1]);
        Lesson.require(middle - apart >= 0.9999e-4 * (middle + apart), "--cov: this Gaussian is a line on its figure, more than a hundred times longer than wide.",
                "Take variances that are nearer to each other, or a smaller covariance.");
        Lesson.require(middle - apart > 1e-30 && middle + apart < 1e30, "--cov: 32-bit numbers cannot show such a density.", "Take variances between 1e-30 and 1e30.");
        double reach = 3 * Math.sqrt(Math.max(cov[0], cov[2]));           // three standard deviations of the wider coordinate
        double far = Math.max(Math.abs(mean[0]), Math.abs(mean[1]));
        Lesson.require(reach > 128 * Math.ulp((float) far), "32-bit numbers cannot show so narrow a Gaussian so far from 0.", "Take a wider one, or a mean nearer to 0.");

        NDArray x = square(lesson, reach, 15);                            // (225, 2)
        NDArray s = score(x, gaussian.mean(), gaussian.precision());      // (225, 2)
        NDArray length = s.norm(new int[] {1});                           // (225)
        double longest = length.max().getFloat();                         // √18 for the standard Gaussian
        var field = lesson.table("field", Columns.of(x, "x1", "x2"), Columns.of(s, "s1", "s2"));
        NDArray fine = square(lesson, reach, 100);                        // (10000, 2)
        var density = Columns.table("density", Columns.of(fine, "x1", "x2"), Columns.of(gaussian.at(fine).exp(), "p"));

        lesson.figure("The score field of a Gaussian", Chart.of(Panel.titled("Score field over density")
                .x("x₁", mean[0] - reach, mean[0] + reach).y("x₂", mean[1] - reach, mean[1] + reach).equalAspect()
                .contour(density, "x1", "x2", "p", Scale.BLUES, 20, 0.5)
                .arrows(field, "x1", "x2", "s1", "s2", Arrows.quiver(40 * Math.max(1, longest / Math.sqrt(18))))), """
                Each arrow starts where it is evaluated and points the way log density rises fastest. Far out, where log density
                is steep, arrows are long; near the peak they shrink to nothing.""");

        lesson.value("arrows", "%d, on a grid of 15 x 15", x.getShape().get(0));
        lesson.value("longest", "%.3f", longest);
        lesson.value("shortest", "%.3f", length.min().getFloat());
        lesson.say("Every arrow leads uphill: follow them from anywhere and you reach the peak.");

        lesson.check("the formula is the gradient of log p, as autograd computes it",
                Lesson.maxDifference(s, Score.ofLogDensity(gaussian).at(x)), Lesson.rounding(longest, 16));
        lesson.check("the score is zero at the mean",
                score(gaussian.mean().reshape(1, 2), gaussian.mean(), gaussian.precision()).abs().max().getFloat(), 0);
        NDArray homeward = s.mul(gaussian.mean().sub(x)).sum(new int[] {1}); // s(x)·(μ - x), shape (225)
        lesson.check("no arrow points away from the mean", homeward.min().getFloat() >= -Lesson.rounding(longest * reach, 16),
                Lesson.format("s(x)·(μ - x) is at least %.2g at all %d points", homeward.min().getFloat(), homeward.size()));
    }

    /** Points around the mean: (count², 2). */
    private NDArray square(Lesson lesson, double reach, int count) {
        NDArray axis = lesson.nd().linspace((float) -reach, (float) reach, count);
        return Grid.over(axis.add((float) mean[0]), axis.add((float) mean[1]));
    }

    public static void main(String... args) {
        Lesson.run(new ScoreField(), args);
    }
}
