package lib.chart;

import java.util.stream.Collectors;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Numbers out of a table's columns, with a message that says what to do where there are none. */
final class Data {

    private Data() {}

    /**
     * A column's values, in the order of the rows.
     *
     * @throws IllegalArgumentException if the table is empty, has no such column, or the column holds no numbers or a
     *     missing or infinite one
     */
    static double[] column(Table table, String name) {
        if (table.columnNames().stream().noneMatch(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException("%s has no column \"%s\"; it has %s. Name one of these.".formatted(
                    called(table), name, table.columnNames().stream().map(n -> '"' + n + '"')
                            .collect(Collectors.joining(", "))));
        }
        Column<?> column = table.column(name);
        if (!(column instanceof NumericColumn<?> numbers)) {
            throw new IllegalArgumentException("column \"%s\" of %s holds %s, not numbers. Use a numeric column."
                    .formatted(name, called(table), column.type().name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (table.isEmpty()) {
            throw new IllegalArgumentException(called(table) + " has no rows: nothing to draw. Fill it first.");
        }
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.getDouble(i);
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(("column \"%s\" of %s is %s in row %s. Drop such rows, or find out"
                        + " where the computation left the numbers.").formatted(name, called(table),
                        Double.isNaN(values[i]) ? "missing or NaN" : "infinite", i));
            }
        }
        return values;
    }

    static String called(Table table) {
        return "table \"" + table.name() + '"';
    }

    static double min(double[] values) {
        return java.util.Arrays.stream(values).min().orElseThrow();
    }

    static double max(double[] values) {
        return java.util.Arrays.stream(values).max().orElseThrow();
    }
}
