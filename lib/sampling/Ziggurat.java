package lib.sampling;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * Standard normal float32 numbers, two from each 64 random bits.
 *
 * <p>The area under exp(-x²/2) is covered by 256 layers of one area. A layer is chosen with 8 bits and a point of it
 * with 24, the precision of a float. 98.8% of the points lie in the part of the layer that is below the curve
 * throughout, and are done; the others are accepted or not by the curve itself, so that the distribution is the normal
 * one, its tail included. {@link RandomGenerator#nextGaussian()} takes a double's 64 bits for each number, and three
 * times as long.
 *
 * @see <a href="https://doi.org/10.18637/jss.v005.i08">Marsaglia and Tsang 2000</a>, for the method, with the
 *     layer and the point from separate bits as <a href="https://www.doornik.com/research/ziggurat.pdf">Doornik
 *     2005</a> asks
 */
final class Ziggurat {

    private static final int LAYERS = 256;
    private static final double R = 3.6541528853610088;  // where the tail begins
    private static final double AREA = 0.00492867323399; // of each layer, the lowest with its tail

    /** EDGE[i] is the width of layer i, EDGE[i + 1] that of its part below the curve; layer 0 is the lowest. */
    private static final float[] EDGE = new float[LAYERS + 1];
    private static final double[] HEIGHT = new double[LAYERS + 1];

    static {
        double x = R;
        EDGE[0] = (float) (AREA / height(R));
        for (int i = 1; i < LAYERS; i++) {
            EDGE[i] = (float) x;
            x = Math.sqrt(-2 * Math.log(Math.min(1, AREA / x + height(x))));
        }
        for (int i = 0; i <= LAYERS; i++) {
            HEIGHT[i] = height(EDGE[i]); // of the edges as they are rounded
        }
    }

    private Ziggurat() {}

    private static double height(double x) {
        return Math.exp(-x * x / 2);
    }

    /** Fills numbers[from ... to-1] from one generator. */
    static void fill(FloatBuffer numbers, int from, int to, RandomGenerator random) {
        int i = from;
        for (; i + 1 < to; i += 2) {
            long bits = random.nextLong();
            numbers.put(i, normal((int) bits, random));
            numbers.put(i + 1, normal((int) (bits >>> 32), random));
        }
        if (i < to) {
            numbers.put(i, normal((int) random.nextLong(), random));
        }
    }

    private static float normal(int bits, RandomGenerator random) {
        int layer = bits & 0xff;
        float x = ((bits >> 8) + 0.5f) * 0x1p-23f * EDGE[layer]; // u in (-1, 1), symmetric about 0
        return Math.abs(x) < EDGE[layer + 1] ? x : atTheEdge(x, layer, random);
    }

    private static float atTheEdge(float x, int layer, RandomGenerator random) {
        if (layer == 0) {
            return tail(x < 0, random);
        }
        double y = HEIGHT[layer] + random.nextDouble() * (HEIGHT[layer + 1] - HEIGHT[layer]);
        return y < height(x) ? x : normal(random.nextInt(), random);
    }

    /** |x| > R, by rejection from an exponential (Marsaglia 1964). */
    private static float tail(boolean left, RandomGenerator random) {
        double x;
        double y;
        do {
            x = -Math.log(1 - random.nextDouble()) / R;
            y = -Math.log(1 - random.nextDouble());
        } while (2 * y < x * x);
        return (float) (left ? -R - x : R + x);
    }
}
