package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Points are rows, shape (n, d): the checks that say so when they are not. */
public final class Shapes {

    private Shapes() {}

    /**
     * Refuses anything but rows of points.
     *
     * @throws IllegalArgumentException naming the shape and the reshape that mends it
     */
    public static void require(NDArray x) {
        Shape shape = x.getShape();
        if (shape.dimension() != 2) {
            String mend = shape.dimension() == 1
                    ? "x.reshape(-1, 1) for %s points on a line, x.reshape(1, -1) for one point".formatted(shape.size())
                    : "x.reshape(-1, d) for points in d dimensions";
            throw new IllegalArgumentException("x has shape %s; points are rows, shape (n, d). Try %s."
                    .formatted(shape, mend));
        }
    }

    /**
     * Refuses points whose number of columns is not {@code d}.
     *
     * @throws IllegalArgumentException naming both
     */
    public static void require(NDArray x, long d) {
        require(x);
        if (x.getShape().get(1) != d) {
            throw new IllegalArgumentException(
                    "x has shape %s, but this density lives in %s dimension%s: its points have shape (n, %s)."
                            .formatted(x.getShape(), d, d == 1 ? "" : "s", d));
        }
    }

    /**
     * Refuses what was made for points and has another shape than they.
     *
     * @param what its name, for the message: "score"
     * @throws IllegalArgumentException naming both shapes
     */
    public static void requireSame(NDArray x, NDArray made, String what) {
        if (!made.getShape().equals(x.getShape())) {
            throw new IllegalArgumentException("x has shape %s, so its %s has that shape too, not %s"
                    .formatted(x.getShape(), what, made.getShape()));
        }
    }

    /** The numbers of an array, row after row. What a GPU's array leaves in between is freed. */
    public static double[] numbers(NDArray array) {
        try (NDManager own = array.getManager().newSubManager()) {
            // which is read, and copied to the CPU for it, under the manager that is closed
            NDArray copy = array.duplicate();
            copy.attach(own);
            if (copy.getDataType() == DataType.FLOAT64) {
                return copy.toDoubleArray();
            }
            float[] floats = copy.toType(DataType.FLOAT32, false).toFloatArray();
            double[] numbers = new double[floats.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = floats[i];
            }
            return numbers;
        }
    }

    /** A point as a person writes it, four digits a coordinate: (1, -0.4), and no more than six of them. */
    public static String text(double... point) {
        return Arrays.stream(point).limit(6).mapToObj(Shapes::digits)
                .collect(Collectors.joining(", ", "(", point.length > 6 ? ", ...)" : ")"));
    }

    static String digits(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }

    /**
     * A number to stand beside x in {@code mul} or {@code add}: a double for float64 points and a float for others,
     * because a double is a float64 tensor to DJL, which Apple's GPUs refuse.
     */
    public static Number number(NDArray x, double value) {
        if (x.getDataType() == DataType.FLOAT64) {
            return value;
        }
        return (float) value;
    }

    static void requireOneValueEach(NDArray values, NDArray x) {
        Shape expected = new Shape(x.getShape().get(0));
        if (!values.getShape().equals(expected)) {
            throw new IllegalArgumentException(("x has shape %s, so its energy or log density has shape %s, one value a"
                    + " point; this one has shape %s. Sum over the columns: sum(new int[] {1}).")
                    .formatted(x.getShape(), expected, values.getShape()));
        }
    }
}
