package lib.law;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import lib.sampling.Observer;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Watches chains on N(0, 1) from stride to stride, a stride being some steps, and holds each to its exact law: what is
 * left of a point once the part that a stride keeps is taken off is normal, independent of all before, and of known
 * variance.
 *
 * <p>So r = (xₖ₊₁ - kept xₖ) / √fresh is N(0, I) given xₖ. Its mean square is χ², which holds the noise to its size;
 * and its component along xₖ is N(0, 1), which holds the pull to its size: a stronger pull leaves r pointing inward.
 * All strides together see far more than the end of a run alone.
 */
public final class Strides implements Observer {

    private static final int MOST = 200;            // strides; each is read from the device
    // of a stride: so short that the pull shows, so long that few will do
    private static final double TIME = 0.1;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    // and what float32 rounds
    private static final double ALLOWED = NORMAL.inverseCumulativeProbability(1 - Trial.TAIL) + 0.01;

    private final GaussianChain chain;
    private final int[] columns;
    private final int stride;
    // of the strides, by how far the points are expected to be out; their squares add up to 1
    private final double[] weights;
    private final double startVariance;
    private double[] last;
    private int count;
    private long chains;
    private double squares;          // Σ r²
    private double inward;           // Σ weight r·x/|x|: N(0, 1)
    private double slope;            // by how much that shrinks for a pull that is stronger by 1

    /**
     * An observer for one run.
     *
     * @param eta the step size η of the chain
     * @param steps of the run
     * @param startVariance E x² at the start, in each column; it decides what is looked at, and no law depends on it
     * @param columns the columns of x on which the target is N(0, 1)
     */
    public Strides(double eta, int steps, double startVariance, int... columns) {
        this(eta, steps, (int) Math.max(1, Math.min(steps, Math.round(TIME / eta))), MOST, startVariance, columns);
    }

    /** The same for strides of one step, all of them: what one chain has to show. */
    public static Strides ofOne(double eta, int steps, double startVariance, int... columns) {
        return new Strides(eta, steps, 1, Integer.MAX_VALUE, startVariance, columns);
    }

    private Strides(double eta, int steps, int stride, int most, double startVariance, int... columns) {
        this.chain = GaussianChain.of(eta);
        this.columns = columns;
        this.startVariance = startVariance;
        this.stride = stride;
        this.weights = new double[Math.min(most, steps / stride)];
        Arrays.setAll(weights, k -> Math.sqrt(chain.variance(startVariance, (long) k * stride)));
        double length = Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum());
        Arrays.setAll(weights, k -> weights[k] / length);
    }

    @Override
    public boolean wants(int step) {
        return step % stride == 0 && step / stride <= weights.length;
    }

    @Override
    public void after(int step, NDArray x) {
        if (!wants(step)) {
            return;
        }
        double[] now = pick(x);
        if (step > 0) {
            add(now, weights[count++]);
        }
        last = now;
    }

    private double[] pick(NDArray x) {
        chains = x.getShape().get(0);
        int d = (int) x.getShape().get(1);
        float[] rows = x.toFloatArray();
        double[] picked = new double[(int) chains * columns.length];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = rows[k / columns.length * d + columns[k % columns.length]];
        }
        return picked;
    }

    private void add(double[] now, double weight) {
        double kept = chain.kept(stride);
        double scale = 1 / Math.sqrt(chain.fresh(stride));
        double along = 0;
        double length = 0;
        for (int k = 0; k < now.length; k++) {
            double r = (now[k] - kept * last[k]) * scale;
            squares += r * r;
            along += r * last[k];
            length += last[k] * last[k];
        }
        length = Math.sqrt(length);
        inward += length == 0 ? 0 : weight * along / length;
        slope += weight * length * scale * stride * (1 - chain.factor()) * chain.kept(stride - 1);
    }

    /**
     * Tries the noise: the variance at which these steps settle is V.
     *
     * @param denied the variances at which they would settle if the claim were false
     */
    public Trial noise(double... denied) {
        long each = (long) count * columns.length;
        double found = chain.limit() * squares / (chains * each);
        return stride == 1 && chains == 1 && columns.length == 1
                ? ChiSquare.variance(found, chain.limit(), count, 1, denied).in("steps")
                : ChiSquare.variance(found, chain.limit(), chains, each, denied);
    }

    /** Tries the pull: it is the score once, and not less or more of it by the part denied, such as 0.25. */
    public Trial pull(double denied) {
        return Trial.of(1 - inward / slope, chains,
                n -> new double[] {1 - ALLOWED / slope, 1 + ALLOWED / slope},
                n -> Math.max(miss(n, 1 - denied), miss(n, 1 + denied)), 0);
    }

    /** The probability that n chains whose pull is so many times the score show no more than is allowed. */
    private double miss(long n, double times) {
        var wrong = chain.pulled(times);
        double shift = 0;
        for (int k = 0; k < weights.length; k++) {
            double out = Math.sqrt(n * columns.length * wrong.variance(startVariance, (long) k * stride));
            shift += weights[k] * out * Math.abs(wrong.kept(stride) - chain.kept(stride))
                    / Math.sqrt(chain.fresh(stride));
        }
        double spread = Math.sqrt(wrong.fresh(stride) / chain.fresh(stride));
        return NORMAL.cumulativeProbability((ALLOWED - shift) / spread)
                - NORMAL.cumulativeProbability((-ALLOWED - shift) / spread);
    }
}
