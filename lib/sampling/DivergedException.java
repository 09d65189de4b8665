package lib.sampling;

import java.util.Locale;

/**
 * A chain that can go no further: what became of it, at which step, and what was the cause, as far as it can be told.
 */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int step;
    private final double stepSize;
    private final double value;
    private final double largestStable;

    /**
     * A divergence.
     *
     * @param what what happened and what to do, for the person who reads it
     * @param step the step after which it was noticed
     * @param stepSize η
     * @param value the largest |coordinate| when all were last seen to be finite
     * @param largestStable 2 / largest curvature, or NaN where no curvature is known
     */
    DivergedException(String what, int step, double stepSize, double value, double largestStable) {
        super(what);
        this.step = step;
        this.stepSize = stepSize;
        this.value = value;
        this.largestStable = largestStable;
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3g", value); // 5.00, 2.12e+09
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }

    /** The step after which it was noticed. */
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
