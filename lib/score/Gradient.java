package lib.score;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/** The score of an energy or of a log density, by autograd; what it gives first is looked at twice ({@code Audit}). */
public final class Gradient implements Score {

    private final UnaryOperator<NDArray> values;
    private final boolean descending;
    private final double curvature;
    private volatile boolean audited; // threads that meet here audit twice, which does no harm

    Gradient(UnaryOperator<NDArray> values, boolean descending, double curvature) {
        this.values = values;
        this.descending = descending;
        this.curvature = curvature;
    }

    @Override
    public NDArray at(NDArray x) {
        NDArray score = Autograd.gradient(values, x, descending);
        if (!audited) {
            try {
                new Audit(values, descending).of(x, score);
                audited = true;
            } catch (RuntimeException e) {
                score.close();
                throw e;
            }
        }
        return score;
    }

    @Override
    public double largestCurvature() {
        return curvature;
    }

    @Override
    public Score withCurvature(double known) {
        return new Gradient(values, descending, known);
    }

    /** What it is the gradient of: "energy" or "log density". */
    public String what() {
        return descending ? "energy" : "log density";
    }

    /** The energy or log density at one point, shape (1, d). */
    public double valueAt(NDArray point) {
        return Rows.numbers(Temporaries.freed(() -> values.apply(point)))[0];
    }

    @Override
    public String toString() {
        return "the score of " + (descending ? "an energy" : "a log density") + ", by autograd";
    }
}
