package lib.sampling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Watches a run for numbers that are not finite. Each look reads one number, so that it looks at every 32nd step only. */
final class Vigil {

    private static final int EVERY = 32;

    private final double stepSize;
    private final double largestStable;
    private int lastStep;
    private double largest;

    Vigil(double stepSize, double curvature) {
        this.stepSize = stepSize;
        this.largestStable = 2 / curvature;
    }

    /** Looks if it is time to; {@code last} always is. */
    void after(int step, NDArray x, boolean last) {
        if (step % EVERY != 0 && !last) {
            return;
        }
        double now = largest(x);
        if (!Double.isFinite(now)) {
            throw new DivergedException(step, stepSize, lastStep, largest, largestStable);
        }
        lastStep = step;
        largest = now;
    }

    /** max |x|: NaN or infinite as soon as one number is. */
    static double largest(NDArray x) {
        try (NDArray magnitudes = x.abs(); NDArray largest = magnitudes.max()) {
            return largest.getDataType() == DataType.FLOAT64 ? largest.getDouble() : largest.getFloat();
        }
    }
}
