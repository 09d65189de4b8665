package lib.sampling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.Locale;

/**
 * Watches a run for numbers that are not finite, and for chains that run away. Each look reads one number, so that it
 * looks at every 32nd step only; it keeps the points of the last good look, to find the cause from there.
 */
final class DivergenceGuard implements AutoCloseable {

    static final int EVERY = 32;
    private static final double FAR = 1e9; // times the start's own size

    private final Langevin chain;
    private final double largestStable;
    private int lastStep;
    private double largest;
    private double far;
    private NDArray lastPoints;

    DivergenceGuard(Langevin chain, NDArray start) {
        this.chain = chain;
        this.largestStable = 2 / chain.score().largestCurvature();
        this.largest = largest(start);
        this.far = FAR * (1 + largest);
        keep(start);
    }

    /** Looks if it is time to; {@code last} always is. */
    void after(int step, NDArray x, boolean last) {
        if (step % EVERY != 0 && !last) {
            return;
        }
        double now = largest(x);
        if (!Double.isFinite(now)) {
            String cause = new DivergenceCause(chain, largestStable).of(lastPoints, lastStep, x);
            throw diverged("The chain diverged: with step size %s its largest coordinate was %s after step %,d and is"
                    + " no finite number after step %,d. %s", step, DivergedException.number(chain.stepSize()),
                    DivergedException.number(largest), lastStep, step, cause);
        }
        if (now > far) {
            far = FAR * now;
            if (DivergenceCause.leadsOutward(chain.score(), x)) {
                throw diverged("The chain runs away: after step %,d its largest coordinate is %s, and twice as far out"
                        + " the score leads outward twice as strongly, or more. A density falls off far out, so no step"
                        + " size helps. Look at the sign: an energy is -log p, a score +∇ log p.",
                        step, step, DivergedException.number(now));
            }
        }
        lastStep = step;
        largest = now;
        lastPoints.close();
        keep(x);
    }

    private void keep(NDArray x) {
        lastPoints = x.duplicate();
        NDScope.unregister(lastPoints); // a caller's scope would hold one for each look
    }

    private DivergedException diverged(String what, int step, Object... args) {
        return new DivergedException(String.format(Locale.ROOT, what, args), step, chain.stepSize(), largest,
                largestStable);
    }

    @Override
    public void close() {
        lastPoints.close();
    }

    /**
     * max |x|: NaN or infinite as soon as one number is. Read by way of a manager of its own, on which a GPU's copy is
     * made.
     */
    static double largest(NDArray x) {
        try (NDManager own = x.getManager().newSubManager(); NDArray magnitudes = x.abs()) {
            NDArray largest = magnitudes.max();
            largest.attach(own);
            return largest.getDataType() == DataType.FLOAT64
                    ? largest.getDouble() : largest.toType(DataType.FLOAT32, false).getFloat();
        }
    }
}
