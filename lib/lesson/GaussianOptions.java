package lib.lesson;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import lib.chart.Panel;
import lib.score.Gaussian;
import lib.score.Grid;
import picocli.CommandLine.Option;

/** A Gaussian in the plane that a person chooses, a picocli mixin: --mean and --cov, as far as a figure can show it. */
public final class GaussianOptions {

    private static final String EXAMPLE = "Try --cov 2,1.2,1.";

    @Option(names = "--mean", split = ",", paramLabel = "M1,M2", defaultValue = "0,0",
            description = "Mean (${DEFAULT-VALUE}).")
    private double[] mean;

    @Option(names = "--cov", split = ",", paramLabel = "C11,C12,C22", defaultValue = "1,0,1",
            description = "Covariance: variance of x1, covariance, variance of x2 (${DEFAULT-VALUE}). Try 2,1.2,1.")
    private double[] cov;

    /** The Gaussian; exit status 2 for what is none, and for one that 32-bit numbers or a figure cannot show. */
    public Gaussian gaussian(NDManager nd) {
        Lesson.require(mean.length == 2, "--mean takes two numbers.", "Try --mean 1,-0.5.");
        Lesson.require(cov.length == 3, "--cov takes three numbers.", EXAMPLE);
        var gaussian = Lesson.chosen("--mean and --cov", EXAMPLE,
                () -> Gaussian.of(nd, mean, new double[][] {{cov[0], cov[1]}, {cov[1], cov[2]}}));
        double middle = (cov[0] + cov[2]) / 2; // the eigenvalues are middle ± apart
        double apart = Math.hypot((cov[0] - cov[2]) / 2, cov[1]);
        Lesson.require(middle - apart >= 0.9999e-4 * (middle + apart),
                "--cov: this Gaussian is a line on its figure, more than a hundred times longer than wide.",
                "Take variances that are nearer to each other, or a smaller covariance.");
        Lesson.require(middle - apart > 1e-30 && middle + apart < 1e30,
                "--cov: 32-bit numbers cannot show such a density.",
                "Take variances between 1e-30 and 1e30.");
        double far = Math.max(Math.abs(mean[0]), Math.abs(mean[1]));
        Lesson.require(reach() > 128 * Math.ulp((float) far),
                "32-bit numbers cannot show so narrow a Gaussian so far from 0.",
                "Take a wider one, or a mean nearer to 0.");
        return gaussian;
    }

    /** Three standard deviations of the wider coordinate. */
    public double reach() {
        return 3 * Math.sqrt(Math.max(cov[0], cov[2]));
    }

    /** A square of count x count points around the mean, as far as {@link #reach}: shape (count², 2). */
    public NDArray square(NDManager nd, int count) {
        NDArray axis = nd.linspace((float) -reach(), (float) reach(), count);
        return Grid.over(axis.add((float) mean[0]), axis.add((float) mean[1]));
    }

    /** A panel of that square. */
    public Panel panel(String title) {
        return Panel.titled(title).x("x₁", mean[0] - reach(), mean[0] + reach())
                .y("x₂", mean[1] - reach(), mean[1] + reach()).equalAspect();
    }
}
