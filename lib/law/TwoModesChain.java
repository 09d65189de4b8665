package lib.law;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The exact law of x₁ under unadjusted Langevin dynamics on two modes, x + η (2 tanh 2x - x) + √(2η) ε, at any step: a
 * Markov chain on a line, whose density is handed on from step to step by adding up its own Gaussian kernel on a grid.
 * No limit of long runs or of small steps is taken.
 *
 * <p>The sum over an even grid of a smooth function that dies out at both ends is its integral but for exp(-π² (σ/h)²):
 * see <a href="https://doi.org/10.1137/130932132">Trefethen and Weideman 2014</a>, section 5. As a function of where a
 * step begins, the kernel is as narrow as √(2η) over the steepest drift, 1 + 3η, and so the grid is chosen. A step
 * below {@value #FINE} would take a fine grid and many steps: there the density is computed with four larger steps, and
 * taken down to η by the cubic through them.
 */
public final class TwoModesChain {

    private static final double FINE = 0.02;
    private static final double PER_WIDTH = 1.3;  // points of the grid
    private static final int FINER = 6;           // times as many in the result, for what has a kink or a jump at 0
    private static final double KERNEL = 6;       // where the kernel is cut off, in σ
    private static final double STILL = 1e-12;    // the largest change of a weight in a step that is none

    /** The squared distance of x₁ from the nearer mode. */
    public static final DoubleUnaryOperator FROM_MODE = x -> (Math.abs(x) - 2) * (Math.abs(x) - 2);

    /** The density has its peaks at (±PEAK, 0): PEAK = 2 tanh(2 PEAK). */
    public static final double PEAK = 1.9986508862;

    private final double[] x;
    private final double[] fine;
    private final double mean;
    private final double deviation;

    private TwoModesChain(double mean, double deviation, double reach, double eta) {
        double h = Math.sqrt(2 * eta) / (PER_WIDTH * (1 + 3 * eta));
        this.x = grid(reach, h);
        this.fine = grid(reach, h / FINER);
        this.mean = mean;
        this.deviation = deviation;
    }

    /**
     * The law of x₁ after some steps.
     *
     * @param mean of the start
     * @param deviation of the start, which is normal: 2 or more, or 0 for a point
     * @param eta the step size η, below 2
     * @param steps 1 or more
     */
    public static Density after(double mean, double deviation, double eta, long steps) {
        return after(mean, deviation, eta, steps, 1)[0];
    }

    /** The same at several times, multiples of so many steps in rising order. */
    public static Density[] after(double mean, double deviation, double eta, long steps, int... times) {
        double time = eta * steps;
        double widest = Math.max(deviation * deviation,
                GaussianChain.of(eta).variance(deviation * deviation, steps) + 1);
        double reach = Math.abs(mean) + 2 + 7 * Math.sqrt(widest);
        boolean direct = eta >= FINE || steps < 8;
        long most = direct ? steps : Math.max(8, (long) Math.ceil(time / FINE));
        long[] counts = direct ? new long[] {steps} : new long[] {most / 8, most / 4, most / 2, most};
        var chain = new TwoModesChain(mean, deviation, reach, time / most);
        double[][] weights = new double[times.length][chain.fine.length];
        for (long count : counts) {
            double share = 1; // Lagrange's polynomial, at η
            for (long other : counts) {
                share *= other == count ? 1 : (eta - time / other) / (time / count - time / other);
            }
            chain.run(time / count, count, times, share, weights);
        }
        return Arrays.stream(weights).map(weight -> new Density(chain.fine, weight)).toArray(Density[]::new);
    }

    /**
     * Whether two clusters are to be seen after so many steps from N(0, 16): whether the mean squared distance from the
     * nearer mode is below 1.2. It is 0.93 in the target, and more after few steps and at large ones: at 1.2 the
     * density in the valley is half that of the peaks.
     */
    public static boolean hasTwoClusters(double eta, long steps) {
        return after(0, 4, eta, steps).mean(FROM_MODE) < 1.2;
    }

    /**
     * How far from a peak the last chain still is that climbs without noise, at most. It is exact but for chains that
     * start where float32 cannot tell the two slopes apart; those are taken to start nearer to the ridge than they do.
     *
     * @param start where the chains start, row after row, x₁ and x₂
     * @param eta the step size η, below 2
     * @param steps how many
     */
    public static double climb(float[] start, double eta, long steps) {
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        double aside = 0;
        for (int i = 0; i < start.length; i += 2) {
            double x = Math.abs(start[i]);
            most = Math.max(most, x);
            least = Math.min(least, x < 1e-6 ? 1e-9 : x / 2);
            aside = Math.max(aside, Math.abs(start[i + 1]));
        }
        double away = aside * Math.pow(Math.abs(1 - eta), steps);
        if (eta < 1) { // a step keeps the order of the chains of one side
            return Math.max(away, Math.max(climb(least, eta, steps), climb(most, eta, steps)));
        }
        for (int i = 0; i < start.length; i += 2) { // a step may leap over the ridge: half the time for all to arrive
            away = Math.max(away, climb(start[i], eta, steps / 2));
        }
        return away;
    }

    /**
     * How far from a peak float32 lets a climber rest: where η s is below half a unit in the last place of x. The score
     * is a sum of four numbers up to 4, and what each step rounds is left to the next by the factor 1 - 0.9946 η.
     */
    public static double rest(double eta) {
        return (0x1p-23 + eta * 16 * 0x1p-24) / (1 - Math.abs(1 - 0.9946 * eta));
    }

    private static double climb(double x, double eta, long steps) {
        for (long t = 0; t < steps; t++) {
            double to = drift(x, eta);
            if (to == x) {
                break;
            }
            x = to;
        }
        return Math.abs(Math.abs(x) - PEAK);
    }

    private void run(double eta, long steps, int[] times, double share, double[][] weights) {
        double sigma = Math.sqrt(2 * eta);
        // from a point the first step is on paper
        double[] now = deviation == 0 ? normal(x, drift(mean, eta), sigma) : normal(x, mean, deviation);
        long done = deviation == 0 ? 1 : 0;
        double[] next = new double[x.length];
        var kernel = new Kernel(x, x, eta);
        var last = new Kernel(x, fine, eta);
        boolean still = false;
        for (int k = 0; k < times.length; k++) {
            while (done < steps * times[k] - 1 && !still) {
                Arrays.fill(next, 0);
                kernel.add(now, 1, next);
                still = change(now, next) < STILL;
                double[] old = now;
                now = next;
                next = old;
                done++;
            }
            if (done == steps * times[k]) { // one step from a point
                double[] one = normal(fine, drift(mean, eta), sigma);
                for (int i = 0; i < fine.length; i++) {
                    weights[k][i] += share * one[i];
                }
            } else {
                last.add(now, share, weights[k]);
            }
        }
    }

    /** One step from each point of a grid, as weights on another. */
    private static final class Kernel {

        private final int[] first;
        private final double[][] rows;

        Kernel(double[] from, double[] to, double eta) {
            double sigma = Math.sqrt(2 * eta);
            double h = to[1] - to[0];
            int width = (int) Math.ceil(KERNEL * sigma / h);
            first = new int[from.length];
            rows = new double[from.length][];
            for (int i = 0; i < from.length; i++) {
                double mean = drift(from[i], eta);
                int centre = (int) Math.round((mean - to[0]) / h);
                first[i] = Math.max(0, centre - width);
                int end = Math.min(to.length, centre + width + 1);
                rows[i] = end <= first[i] ? new double[0] : normal(Arrays.copyOfRange(to, first[i], end), mean, sigma);
            }
        }

        void add(double[] weight, double share, double[] sum) {
            for (int i = 0; i < rows.length; i++) {
                double from = share * weight[i];
                double[] row = rows[i];
                for (int j = 0, at = first[i]; j < row.length; j++, at++) {
                    sum[at] += from * row[j];
                }
            }
        }
    }

    private static double change(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    /** x + η s(x). */
    private static double drift(double x, double eta) {
        return x + eta * (2 * Math.tanh(2 * x) - x);
    }

    /** N(mean, σ²) as weights on a stretch of an even grid. */
    private static double[] normal(double[] x, double mean, double sigma) {
        double h = x.length > 1 ? x[1] - x[0] : 0;
        double scale = h / (sigma * Math.sqrt(2 * Math.PI));
        double[] weight = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - mean) / sigma;
            weight[i] = scale * Math.exp(-z * z / 2);
        }
        return weight;
    }

    /** An even grid through 0. */
    private static double[] grid(double reach, double h) {
        int half = (int) Math.ceil(reach / h);
        double[] x = new double[2 * half + 1];
        Arrays.setAll(x, i -> (i - half) * h);
        return x;
    }
}
