package lib.lesson;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import lib.score.LogDensity;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;

/** Tensors as columns of a Tablesaw table: the border between the mathematics and the figures. */
public record Columns(List<FloatColumn> columns) {

    /**
     * The columns of a tensor, named.
     *
     * @param values shape (n), for one name; or (n, k), for k names. Float32, kept to the last bit
     * @throws IllegalArgumentException if the shape does not have one column a name
     */
    public static Columns of(NDArray values, String... names) {
        long rows = values.getShape().get(0);
        if (values.getShape().dimension() > 2 || values.size() != rows * names.length) {
            throw new IllegalArgumentException("an array of shape %s does not have the %s column%s %s"
                    .formatted(values.getShape(), names.length, names.length == 1 ? "" : "s",
                            String.join(", ", names)));
        }
        float[] flat = values.toType(DataType.FLOAT32, false).toFloatArray(); // row after row
        List<FloatColumn> columns = new ArrayList<>();
        for (int k = 0; k < names.length; k++) {
            float[] column = new float[(int) rows];
            for (int i = 0; i < rows; i++) {
                column[i] = flat[i * names.length + k];
            }
            columns.add(FloatColumn.create(names[k], column));
        }
        return new Columns(columns);
    }

    /** The density p = exp(log p) at points of the plane, shape (n, 2): a table of x1, x2 and p for contours. */
    public static Table density(NDArray points, LogDensity density) {
        return table("density", of(points, "x1", "x2"), of(density.at(points).exp(), "p"));
    }

    /** One table of all these columns, which have one length. */
    public static Table table(String name, Columns... parts) {
        Table table = Table.create(name);
        for (Columns part : parts) {
            part.columns.forEach(column -> table.addColumns(column));
        }
        return table;
    }
}
