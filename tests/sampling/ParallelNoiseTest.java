package tests.sampling;

import static org.junit.jupiter.api.Assertions.*;
import static tests.sampling.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import lib.sampling.*;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.*;

/** Parallel noise: one stream whatever the threads, and normal. Each statistical check has a false alarm rate of 1e-6; the seed is fixed. */
@DisplayName("ParallelNoise")
class ParallelNoiseTest {

    private static final int BLOCK = 1 << 13;

    private final NDManager nd = manager(42);

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("1, 2 and 5 threads give the same numbers, call after call; another seed gives others")
    void threadsDoNotMatter() throws Exception {
        float[][] first = draws(1, 7);
        for (int threads : new int[] {2, 5}) {
            float[][] other = draws(threads, 7);
            for (int call = 0; call < first.length; call++) {
                assertArrayEquals(first[call], other[call], threads + " threads, call " + call);
            }
        }
        assertFalse(Arrays.equals(first[0], first[1]));
        assertFalse(Arrays.equals(first[0], draws(2, 8)[0]));
    }

    private float[][] draws(int threads, long seed) throws Exception {
        var pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                var noise = ParallelNoise.seeded(seed);
                NDArray x = nd.zeros(new Shape(50_001, 2)); // 13 blocks, the last one not full
                return new float[][] {noise.like(x).toFloatArray(), noise.like(x).toFloatArray(),
                    noise.like(nd.zeros(new Shape(3, 2))).toFloatArray(), noise.like(x).toFloatArray()};
            }).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    @DisplayName("moments 1 to 4 and a Kolmogorov-Smirnov test over a million numbers")
    void normal() {
        int n = 1 << 20;
        double[] e = doubles(ParallelNoise.seeded(42).like(nd.zeros(new Shape(n / 2, 2))));
        double[] power = new double[5];
        for (double v : e) {
            for (int k = 1; k <= 4; k++) {
                power[k] += Math.pow(v, k) / n;
            }
        }
        double z = 4.9; // two-sided, 1e-6
        assertEquals(0, power[1], z * Math.sqrt(1.0 / n));
        assertEquals(1, power[2], z * Math.sqrt(2.0 / n));
        assertEquals(0, power[3], z * Math.sqrt(15.0 / n));
        assertEquals(3, power[4], z * Math.sqrt(96.0 / n));
        Arrays.sort(e);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double p = 0.5 * Erf.erfc(-e[i] / Math.sqrt(2));
            largest = Math.max(largest, Math.max(p - i / (double) n, (i + 1) / (double) n - p));
        }
        assertTrue(largest * Math.sqrt(n) < Math.sqrt(Math.log(2 / 1e-6) / 2), "Kolmogorov's D √n = " + largest * Math.sqrt(n));
    }

    @Test
    @DisplayName("the tails: how many of 4 million numbers lie beyond 3, 3.66, 4 and 5")
    void tails() {
        int n = 1 << 22;
        double[] e = doubles(ParallelNoise.seeded(43).like(nd.zeros(new Shape(n / 2, 2))));
        for (double edge : new double[] {3, 3.66, 4, 5}) {
            double expected = n * Erf.erfc(edge / Math.sqrt(2));
            long beyond = Arrays.stream(e).filter(v -> Math.abs(v) > edge).count();
            assertEquals(expected, beyond, 5.5 * Math.sqrt(expected) + 5, "beyond " + edge); // Poisson, below 1e-6 each
        }
    }

    @Test
    @DisplayName("a chi-square test over 256 cells of equal probability")
    void cells() {
        int n = 1 << 20;
        int cells = 256;
        double[] edges = new double[cells - 1];
        Arrays.setAll(edges, k -> new NormalDistribution(null, 0, 1).inverseCumulativeProbability((k + 1.0) / cells));
        int[] count = new int[cells];
        for (double v : doubles(ParallelNoise.seeded(44).like(nd.zeros(new Shape(n, 1))))) {
            int at = Arrays.binarySearch(edges, v);
            count[at < 0 ? -at - 1 : at]++;
        }
        double chi2 = Arrays.stream(count).mapToDouble(c -> Math.pow(c - n / (double) cells, 2) / (n / (double) cells)).sum();
        // 255 degrees of freedom: 1 - 1e-6 is at 374.6 (Wilson and Hilferty).
        assertTrue(chi2 < 375, "chi² = " + chi2);
    }

    @Test
    @DisplayName("blocks, neighbours and calls are not correlated")
    void independence() {
        int blocks = 64;
        var noise = ParallelNoise.seeded(45);
        NDArray x = nd.zeros(new Shape(blocks * BLOCK, 1));
        double[] now = doubles(noise.like(x));
        double[] next = doubles(noise.like(x));
        double limit = 4.9;
        for (int lag : new int[] {1, 2, BLOCK, 2 * BLOCK, 17 * BLOCK}) {
            assertTrue(Math.abs(correlation(now, now, lag)) < limit, "lag " + lag);
        }
        assertTrue(Math.abs(correlation(now, next, 0)) < limit, "calls");
        double[] squares = Arrays.stream(now).map(v -> (v * v - 1) / Math.sqrt(2)).toArray();
        assertTrue(Math.abs(correlation(squares, squares, 1)) < limit && Math.abs(correlation(squares, squares, BLOCK)) < limit, "squares");
    }

    /** Of unit-variance sequences, in standard errors. */
    private static double correlation(double[] a, double[] b, int lag) {
        double sum = 0;
        for (int i = lag; i < a.length; i++) {
            sum += a[i] * b[i - lag];
        }
        return sum / Math.sqrt(a.length - lag);
    }

    @Test
    @DisplayName("drives a chain to V = 1/(1 - η/2), in float64 too")
    void drivesAChain() {
        int n = 40_000;
        double[] x = doubles(Langevin.of(y -> y.neg(), 0.5).noise(ParallelNoise.seeded(46)).run(nd.zeros(new Shape(n, 1)), 40));
        assertEquals(4.0 / 3, spread(0, x), 4.9 * 4.0 / 3 * Math.sqrt(2.0 / n));
        assertEquals(DataType.FLOAT64, ParallelNoise.seeded(1).like(nd.zeros(new Shape(3, 2), DataType.FLOAT64)).getDataType());
    }
}
