///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 4.1 The score of a Gaussian on a line: density above, score below
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES gaussian-score.java
//MAIN GaussianScore
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import static java.lang.Math.*;

import ai.djl.ndarray.NDArray;
import java.util.stream.DoubleStream;
import lib.chart.*;
import lib.lesson.*;
import lib.score.*;
import picocli.CommandLine.*;

/** s(x) = d/dx log p(x): for a Gaussian, a straight line through the mean. */
@Command(name = "gaussian-score", description = "The score of a Gaussian on a line: which way is uphill, and how steeply.")
class GaussianScore implements Lesson.Script {

    @Option(names = "--mean", paramLabel = "MU", defaultValue = "0", description = "Mean of the Gaussian (${DEFAULT-VALUE}).")
    double mu;

    @Option(names = "--std", paramLabel = "SIGMA", defaultValue = "1", description = "Its standard deviation (${DEFAULT-VALUE}).")
    double sigma;

    // log p(x) = -(x - μ)² / 2σ² - log(σ √2π)
    NDArray logDensity(NDArray x) {
        return x.sub((float) mu).square().div((float) (-2 * sigma * sigma)).sub((float) log(sigma * sqrt(2 * PI))).squeeze(1); // (n, 1) -> (n)
    }

    // s(x) = -(x - μ) / σ²
    NDArray score(NDArray x) {
        return x.sub((float) mu).div((float) (sigma * sigma)).neg();
    }

    @Override
    public void teach(Lesson lesson) {
        Lesson.require(sigma > 0 && Double.isFinite(sigma), "--std is a positive number, not " + sigma + ".", "Try --std 2.");
        Lesson.require(Double.isFinite(mu), "--mean is a number, not " + mu + ".", "Try --mean 1.");
        Lesson.require(sigma > 16 * Math.ulp((float) abs(mu)) && sigma > 1e-15 && abs(mu) + sigma < 1e15,
                "32-bit numbers cannot show a width of " + sigma + " at " + mu + ".", "Take a wider Gaussian, nearer to 0.");
        Lesson.require(DoubleStream.of(mu, mu + 2 * sigma, mu - 3 * sigma).mapToObj(Lesson::number).distinct().count() == 3,
                "--std " + sigma + " is lost in the labels of the figure, which would all say " + Lesson.number(mu) + ".", "Take a wider Gaussian, or --mean 0.");
        NDArray x = Grid.line(lesson.nd(), mu - 4 * sigma, mu + 4 * sigma, 500); // (500, 1)
        NDArray s = score(x);
        var curve = lesson.table("curve", Columns.of(x, "x"), Columns.of(logDensity(x).exp(), "p"), Columns.of(s, "score"));

        var density = Panel.titled("Density").y("p(x)").area(curve, "x", "p", Palette.DENSITY);
        var slope = Panel.titled("Score").x("x", mu - 4 * sigma, mu + 4 * sigma).y("s(x)").line(curve, "x", "score", Palette.SCORE).horizontal(0);
        for (double at : new double[] {mu + 2 * sigma, mu - 3 * sigma, mu}) {
            float value = score(lesson.nd().create(new float[][] {{(float) at}})).getFloat();
            lesson.value("s(%s)".formatted(Lesson.number(at)), Lesson.number(value));
            slope.note(at, value, "s(%s) = %s".formatted(Lesson.number(at), Lesson.number(value)));
        }
        lesson.figure("The score of a Gaussian", Chart.stacked(density, slope), """
                Follow the red line: left of the mean it is positive, a push to the right; right of the mean it is negative,
                a push to the left. It crosses zero at the peak of the density, and it grows with the distance.""");
        lesson.say("The score always points toward the peak, the harder the farther away.");

        double largest = s.abs().max().getFloat();
        lesson.check("the formula is the derivative of log p, as autograd computes it",
                Lesson.maxDifference(s, Score.ofLogDensity(this::logDensity).at(x)), Lesson.rounding(largest, 8));
        lesson.check("the score is zero at the mean", score(lesson.nd().create(new float[][] {{(float) mu}})).abs().getFloat(), 0);
        NDArray away = x.sub((float) mu).sign();                                         // 0 for a point that is the mean itself
        lesson.check("everywhere else it points toward the mean",
                s.sign().add(away).abs().max().getFloat() == 0, "s(x) (x - μ) < 0 at all %s points".formatted((int) away.abs().sum().getFloat()));
    }

    public static void main(String... args) {
        Lesson.run(new GaussianScore(), args);
    }
}
