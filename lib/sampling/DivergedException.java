package lib.sampling;

import java.util.Locale;

/** A chain whose points are no longer finite numbers: what happened, and which step sizes are safe. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int step;
    private final double stepSize;
    private final double value;
    private final double largestStable;

    /**
     * A divergence.
     *
     * @param step the step after which it was noticed
     * @param stepSize η
     * @param lastStep the last step at which all points were seen to be finite
     * @param value the largest |coordinate| at that step
     * @param largestStable 2 / largest curvature, or NaN where no curvature is known
     */
    DivergedException(int step, double stepSize, int lastStep, double value, double largestStable) {
        super("The chain diverged: with step size %s its largest coordinate was %s after step %s and is no finite number after step %s. %s"
                .formatted(number(stepSize), number(value), lastStep, step, remedy(stepSize, largestStable)));
        this.step = step;
        this.stepSize = stepSize;
        this.value = value;
        this.largestStable = largestStable;
    }

    private static String remedy(double stepSize, double largestStable) {
        if (Double.isNaN(largestStable)) {
            return "Take a smaller step size, a tenth of it for a start.";
        }
        return stepSize < largestStable
                ? "Step sizes below %s are stable for this score, so look at the score and at where the chain starts.".formatted(number(largestStable))
                : "Step sizes below %s (2 / largest curvature) are stable for this score.".formatted(number(largestStable));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3g", value); // 5.00, 2.12e+09
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }

    /** The step after which a point was seen not to be finite. */
    public int step() {
        return step;
    }

    /** The step size η of the chain. */
    public double stepSize() {
        return stepSize;
    }

    /** The largest |coordinate| when all were last seen to be finite. */
    public double value() {
        return value;
    }

    /** The step size below which this score's chain is stable, 2 / largest curvature; NaN where unknown. */
    public double largestStable() {
        return largestStable;
    }
}
