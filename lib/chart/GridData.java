package lib.chart;

import java.util.Arrays;
import tech.tablesaw.api.Table;

/**
 * Values on a rectangular grid.
 *
 * @param x the grid's columns, rising
 * @param y the grid's rows, rising
 * @param values shape (y.length, x.length): Plotly's order
 */
record GridData(double[] x, double[] y, double[][] values) {

    /**
     * The grid of a long table with one row a grid point, in any order.
     *
     * @throws IllegalArgumentException if a grid point is missing or given twice
     */
    static GridData of(Table table, String xName, String yName, String valueName) {
        double[] x = Data.column(table, xName);
        double[] y = Data.column(table, yName);
        double[] value = Data.column(table, valueName);
        double[] columns = Arrays.stream(x).distinct().sorted().toArray();
        double[] rows = Arrays.stream(y).distinct().sorted().toArray();
        long points = (long) columns.length * rows.length;
        if (points != value.length || columns.length < 2 || rows.length < 2) {
            throw new IllegalArgumentException(("%s is not a complete grid: it has %s rows, but %s values of \"%s\""
                    + " times %s of \"%s\" make %s. Give one row for each pair, at least 2 x 2.")
                    .formatted(Data.called(table),
                    value.length, columns.length, xName, rows.length, yName, points));
        }
        double[][] z = new double[rows.length][columns.length];
        for (double[] row : z) {
            Arrays.fill(row, Double.NaN);
        }
        for (int k = 0; k < value.length; k++) {
            z[Arrays.binarySearch(rows, y[k])][Arrays.binarySearch(columns, x[k])] = value[k];
        }
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < columns.length; i++) {
                if (Double.isNaN(z[j][i])) {
                    throw new IllegalArgumentException(("%s is not a complete grid: no row has %s = %s and %s = %s, and"
                            + " another point is there twice. Give one row for each pair.")
                            .formatted(Data.called(table),
                            xName, Format.number(columns[i]), yName, Format.number(rows[j])));
                }
            }
        }
        return new GridData(columns, rows, z);
    }

    /** This grid thinned to at most about so many points a side, both ends kept. */
    GridData coarse(int side) {
        int[] i = thin(x.length, side);
        int[] j = thin(y.length, side);
        return new GridData(pick(x, i), pick(y, j), Arrays.stream(j).mapToObj(row -> pick(values[row], i))
                .toArray(double[][]::new));
    }

    private static int[] thin(int n, int side) {
        int count = Math.min(n, side);
        for (int stride = 1; stride < n; stride++) {
            if ((n - 1) % stride == 0 && (n - 1) / stride < side) {
                count = Math.max((n - 1) / stride + 1, side / 2);
                break;
            }
        }
        int[] index = new int[count];
        for (int k = 0; k < count; k++) {
            index[k] = (int) Math.round(k * (n - 1.) / (count - 1));
        }
        return index;
    }

    private static double[] pick(double[] values, int[] index) {
        return Arrays.stream(index).mapToDouble(k -> values[k]).toArray();
    }

    /** The value at a place, bilinear between the grid's points; outside, that of the nearest edge. */
    double at(double px, double py) {
        int i = cell(x, px);
        int j = cell(y, py);
        double u = Math.min(1, Math.max(0, (px - x[i]) / (x[i + 1] - x[i])));
        double v = Math.min(1, Math.max(0, (py - y[j]) / (y[j + 1] - y[j])));
        return (1 - v) * ((1 - u) * values[j][i] + u * values[j][i + 1])
                + v * ((1 - u) * values[j + 1][i] + u * values[j + 1][i + 1]);
    }

    private static int cell(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        return Math.min(sorted.length - 2, Math.max(0, at >= 0 ? at : -at - 2));
    }

    double nearest(double px, double py) {
        return values[nearest(y, py)][nearest(x, px)];
    }

    private static int nearest(double[] sorted, double value) {
        int best = 0;
        for (int k = 1; k < sorted.length; k++) {
            best = Math.abs(sorted[k] - value) < Math.abs(sorted[best] - value) ? k : best;
        }
        return best;
    }

    double min() {
        return Arrays.stream(values).mapToDouble(Data::min).min().orElseThrow();
    }

    double max() {
        return Arrays.stream(values).mapToDouble(Data::max).max().orElseThrow();
    }
}
