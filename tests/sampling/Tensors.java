package tests.sampling;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** Engine, comparisons and moments for the tests of the samplers. */
final class Tensors {

    /** Five standard errors: a statistical check of a right sampler fails with probability 6e-7 over seeds. Seeds are fixed. */
    static final double Z = 5;

    private Tensors() {}

    static NDManager manager(int seed) {
        Engine engine = Engine.getEngine("PyTorch");
        engine.setRandomSeed(seed);
        return engine.newBaseManager();
    }

    static double maxDifference(NDArray a, NDArray b) {
        return a.sub(b).abs().max().toType(DataType.FLOAT64, false).getDouble();
    }

    static double[] doubles(NDArray x) {
        return x.toType(DataType.FLOAT64, true).toDoubleArray();
    }

    static double mean(double... values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /** The mean of (v - centre)². */
    static double spread(double centre, double... values) {
        double sum = 0;
        for (double v : values) {
            sum += (v - centre) * (v - centre);
        }
        return sum / values.length;
    }

    /** Points as columns: column j of (n, d). */
    static double[] column(NDArray x, int j) {
        return doubles(x.get(":, " + j));
    }
}
