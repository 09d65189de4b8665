package lib.score;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;

/** The gradient of a function of rows, with respect to the rows. */
final class Autograd {

    private static final ThreadLocal<Boolean> RECORDING = new ThreadLocal<>();
    private static GradientCollector closedTape;

    private Autograd() {}

    /**
     * ∇ₓ f(x), row by row. Rows do not interact, so the gradient of the sum holds each row's own gradient,
     * and {@code backward} starts from ones, which is that sum.
     *
     * @param f maps (n, d) to (n)
     * @param x points, shape (n, d); neither changed nor marked
     * @return gradients, shape (n, d), owned by the manager of {@code x}; every temporary is freed
     */
    static NDArray gradient(UnaryOperator<NDArray> f, NDArray x) {
        Rows.require(x);
        NDArray gradient;
        try (var temporaries = new NDScope()) {
            temporaries.suppressNotUsedWarning();
            NDArray leaf = x.stopGradient(); // a fresh leaf: gradients would add up on a used one
            leaf.setRequiresGradient(true);
            if (isRecording(leaf)) {
                backward(closedTape(x), f.apply(leaf), x);
            } else {
                synchronized (Autograd.class) {
                    try (var tape = x.getManager().getEngine().newGradientCollector()) {
                        backward(tape, f.apply(leaf), x);
                    }
                }
            }
            gradient = leaf.getGradient();
            NDScope.unregister(gradient);
        }
        NDScope.register(gradient); // a caller's scope, if there is one, owns the result
        return gradient;
    }

    /**
     * Whether this thread records without a collector: tried once, on a copy. PyTorch's threads do, but DJL switches it off in
     * the one that loads the engine. It allows one open collector in the whole process; threads that record need none, and
     * run side by side.
     */
    private static boolean isRecording(NDArray leaf) {
        Boolean known = RECORDING.get();
        if (known == null) {
            NDArray copy = leaf.stopGradient();
            copy.setRequiresGradient(true);
            try {
                closedTape(leaf).backward(copy.neg());
                known = true;
            } catch (EngineException e) {
                known = false;
            }
            RECORDING.set(known);
        }
        return known;
    }

    /** A collector that was closed at once: its backward asks for no more than a recorded graph. */
    private static GradientCollector closedTape(NDArray x) {
        synchronized (Autograd.class) {
            if (closedTape == null) {
                closedTape = x.getManager().getEngine().newGradientCollector();
                closedTape.close();
            }
            return closedTape;
        }
    }

    private static void backward(GradientCollector tape, NDArray values, NDArray x) {
        Rows.requireOneValueEach(values, x);
        try {
            tape.backward(values);
        } catch (EngineException e) { // "does not require grad and does not have a grad_fn"
            throw new IllegalArgumentException("The values are not connected to x, so they have no gradient:"
                    + " duplicate, toType and toDevice cut the graph. Compute from x itself, and let it matter.", e);
        }
    }
}
