package lib.score;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;

/** The gradient of a function of rows, with respect to the rows. */
final class Autograd {

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
        synchronized (Autograd.class) { // DJL allows one collector at a time in the whole process
            try (var temporaries = new NDScope()) {
                temporaries.suppressNotUsedWarning();
                NDArray leaf = x.stopGradient(); // a fresh leaf: gradients would add up on a used one
                leaf.setRequiresGradient(true);
                try (var tape = x.getManager().getEngine().newGradientCollector()) {
                    NDArray values = f.apply(leaf);
                    Rows.requireOneValueEach(values, x);
                    backward(tape, values);
                }
                gradient = leaf.getGradient();
                NDScope.unregister(gradient);
            }
        }
        NDScope.register(gradient); // a caller's scope, if there is one, owns the result
        return gradient;
    }

    private static void backward(GradientCollector tape, NDArray values) {
        try {
            tape.backward(values);
        } catch (EngineException e) { // "does not require grad and does not have a grad_fn"
            throw new IllegalArgumentException("The values are not connected to x, so they have no gradient:"
                    + " duplicate, toType and toDevice cut the graph. Compute from x itself, and let it matter.", e);
        }
    }
}
