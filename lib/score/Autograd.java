package lib.score;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The score of an energy or of a log density, by autograd; what it gives first is looked at twice ({@code Audit}). */
public final class Autograd implements Score {

    /** What DJL 0.36 calls and does not have, and what to write instead. */
    private static final Map<String, String> INSTEAD = Map.of(
            "asinh", "asinh(x) = log(x + sqrt(x² + 1))",
            "acosh", "acosh(x) = log(x + sqrt(x² - 1))",
            "atanh", "atanh(x) = log((1 + x) / (1 - x)) / 2",
            "tile", "x.broadcast(shape) repeats along axes of length 1",
            "batchDot", "x.matMul(y) multiplies batches");

    private final UnaryOperator<NDArray> values;
    private final boolean descending;
    private final double curvature;
    private volatile boolean audited; // threads that meet here audit twice, which does no harm

    /**
     * @param values an energy or a log density: maps (n, d) to (n)
     * @param descending whether it is an energy
     * @param curvature the largest eigenvalue of -∇s; NaN where nobody knows
     */
    Autograd(UnaryOperator<NDArray> values, boolean descending, double curvature) {
        this.values = values;
        this.descending = descending;
        this.curvature = curvature;
    }

    @Override
    public NDArray at(NDArray x) {
        NDArray score = gradient(values, x, descending);
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
        return new Autograd(values, descending, known);
    }

    /** What it is the gradient of: "energy" or "log density". */
    public String what() {
        return descending ? "energy" : "log density";
    }

    /** The energy or log density at one point, shape (1, d). */
    public double valueAt(NDArray point) {
        return Shapes.numbers(Temporaries.freed(() -> values.apply(point)))[0];
    }

    @Override
    public String toString() {
        return "the score of " + (descending ? "an energy" : "a log density") + ", by autograd";
    }

    /**
     * ± ∇ₓ f(x), row by row. Rows do not interact, so the gradient of the sum holds each row's own gradient,
     * and {@code backward} starts from ones, which is that sum.
     *
     * <p>Where f is no finite number, at points outside the support of a density, the gradient is NaN, whatever the
     * derivative of the formula may be there: x - log x has a slope at -5 and no value.
     *
     * <p>PyTorch records for one thread at a time, and so does this: threads run side by side. What DJL's
     * {@code GradientCollector} does beside it is to forbid a second one in the process.
     *
     * @param f maps (n, d) to (n)
     * @param x points, shape (n, d); neither changed nor marked
     * @param descending whether the gradient is wanted with the opposite sign
     * @return gradients, shape (n, d), owned by the manager of {@code x}; every temporary is freed
     */
    static NDArray gradient(UnaryOperator<NDArray> f, NDArray x, boolean descending) {
        Shapes.require(x);
        boolean recording = JniUtils.isGradMode();
        NDArray gradient;
        try (var memory = GraphMemory.keep(); var temporaries = new NDScope()) {
            temporaries.suppressNotUsedWarning();
            NDArray leaf = x.stopGradient(); // a fresh leaf: gradients would add up on a used one
            leaf.setRequiresGradient(true);
            JniUtils.setGradMode(true);
            NDArray values = f.apply(leaf);
            Shapes.requireOneValueEach(values, x);
            backward(values, memory.nested());
            JniUtils.setGradMode(false);
            gradient = leaf.getGradient();
            NDArray one = values.sub(values).exp(); // 1 where f is a finite number, else NaN; shape (n)
            gradient.muli((descending ? one.neg() : one).reshape(-1, 1));
            NDScope.unregister(gradient);
        } catch (UnsupportedOperationException e) {
            throw missing(e);
        } catch (IllegalStateException e) {
            throw released(e);
        } finally {
            JniUtils.setGradMode(recording);
        }
        NDScope.register(gradient); // a caller's scope, if there is one, owns the result
        return gradient;
    }

    private static void backward(NDArray values, boolean nested) {
        try {
            JniUtils.backward((PtNDArray) values, (PtNDArray) values.onesLike(), false, false);
        } catch (EngineException e) { // "does not require grad and does not have a grad_fn"
            String why = nested
                    ? "they are made from a score that is itself a gradient, and DJL has no second derivatives."
                            + " Write that score in closed form."
                    : "duplicate, toType and toDevice cut the graph. Compute from x itself, and let it matter.";
            throw new IllegalArgumentException("The values are not connected to x, so they have no gradient: "
                    + why, e);
        }
    }

    /** DJL says "Not implemented" and leaves open what. */
    private static RuntimeException missing(UnsupportedOperationException e) {
        String name = e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0].getMethodName();
        return INSTEAD.containsKey(name)
                ? new IllegalArgumentException("DJL's PyTorch engine has no %s. Write it out: %s."
                        .formatted(name, INSTEAD.get(name)), e)
                : e;
    }

    /** DJL says "Native resource has been released already" and leaves open whose. */
    private static RuntimeException released(IllegalStateException e) {
        return String.valueOf(e.getMessage()).contains("released")
                ? new IllegalStateException("The energy or log density uses an array that has been freed. What it makes"
                        + " during a call, with x.getManager() too, is freed when the call ends: make arrays that it"
                        + " keeps outside, with nd.create(...).", e)
                : e;
    }
}
