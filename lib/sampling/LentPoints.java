package lib.sampling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * The points that an observer sees: a copy with a manager of its own, so that whatever is computed from it is freed
 * with it, except for a {@link #duplicate}, which is the observer's to keep.
 */
final class LentPoints extends PtNDArray implements AutoCloseable {

    private final NDManager keeper;
    private final int step;

    private LentPoints(NDManager keeper, PtNDManager own, long handle, int step) {
        super(own, handle);
        this.keeper = keeper;
        this.step = step;
    }

    /** A copy of x, after that step. */
    static LentPoints of(NDArray x, int step) {
        var copy = (PtNDArray) x.duplicate();
        NDScope.unregister(copy);
        copy.detach(); // from here on its memory is the new array's, which frees it
        return new LentPoints(x.getManager(), (PtNDManager) x.getManager().newSubManager(), copy.getHandle(), step);
    }

    /** A copy that is not freed with the points, but with the manager of the chain's start. */
    @Override
    public NDArray duplicate() {
        NDArray kept = super.duplicate();
        kept.attach(keeper);
        return kept;
    }

    @Override
    public Long getHandle() {
        if (isReleased()) {
            throw new IllegalStateException(
                    "These are the points of step %s, which an observer was shown: they are freed"
                    .formatted(step) + " when it returns. Keep x.duplicate(), or numbers: x.toFloatArray().");
        }
        return super.getHandle();
    }

    /** Frees the points and what was computed from them. */
    void giveBack() {
        getManager().close();
    }
}
