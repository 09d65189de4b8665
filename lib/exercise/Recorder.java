package lib.exercise;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lib.sampling.Noise;
import lib.score.Score;

/** The score and the noise that a loop is given, as witnesses: they keep where the score was taken. */
final class Recorder {

    /** Thrown through a loop that asks and asks. An Error, since a loop may catch exceptions. */
    static final class TooManyCalls extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Target target;
    private final long limit;
    private final List<float[]> asked = new ArrayList<>();
    private final Set<Shape> shapes = new LinkedHashSet<>();
    private long calls;

    Recorder(Probe probe) {
        target = probe.target();
        limit = 1000 + 20L * (probe.points() + 4) * probe.steps();
    }

    Score score() {
        return x -> {
            count();
            float[] points = numbers(x);
            Shape shape = x.getShape();
            asked.add(points);
            shapes.add(shape);
            // of any array: what it was is said later
            int d = shape.dimension() == 0 ? 1 : Math.max(1, (int) shape.get(shape.dimension() - 1));
            return x.getManager().create(target.at(points, d), shape).toDevice(x.getDevice(), false);
        };
    }

    Noise noise() {
        return x -> {
            count();
            return drawn(x, x.getShape());
        };
    }

    /** The shapes of the arrays at which the score was taken. */
    Set<Shape> shapes() {
        return shapes;
    }

    /** The points at which the score was taken, call after call. */
    List<float[]> asked() {
        return asked;
    }

    /** One draw as the notebook draws, float32 whatever the type of x. */
    static NDArray drawn(NDArray x, Shape shape) {
        return x.getManager().randomNormal(0, 1, shape, DataType.FLOAT32);
    }

    /** The numbers of an array as they are now, row after row. */
    static float[] numbers(NDArray x) {
        if (x.getDataType() == DataType.FLOAT32) {
            return x.toFloatArray();
        }
        try (NDArray single = x.toType(DataType.FLOAT32, false)) {
            return single.toFloatArray();
        }
    }

    private void count() {
        if (++calls > limit) {
            throw new TooManyCalls();
        }
    }
}
