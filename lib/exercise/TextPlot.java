package lib.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A small plot for the terminal: yours as dots, theory as points between. At most 78 columns. */
final class TextPlot {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 9;

    private final char[][] cells = new char[HEIGHT][WIDTH];
    private final double low;
    private final double high;

    private TextPlot(double low, double high) {
        this.low = low;
        this.high = high;
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
    }

    /** The lines of a plot of values over steps 0 to n; what leaves the range is drawn as ▲ or ▼ at its edge. */
    static List<String> of(Symptom symptom) {
        var plot = new TextPlot(symptom.low(), symptom.high());
        symptom.theory().forEach(curve -> plot.draw(curve, '·'));
        plot.draw(symptom.yours(), '●');
        var lines = new ArrayList<String>();
        lines.add("  " + symptom.title());
        for (int row = 0; row < HEIGHT; row++) {
            double value = plot.high - (plot.high - plot.low) * row / (HEIGHT - 1);
            String tick = row % 4 == 0 ? String.format(Locale.ROOT, "%8.2f ┤", value) : "         │";
            lines.add((tick + new String(plot.cells[row])).stripTrailing());
        }
        int n = symptom.yours().length - 1;
        lines.add("         0 " + " ".repeat(WIDTH - 12 - Integer.toString(n).length()) + "steps " + n);
        lines.add("         ● yours   · " + symptom.theoryName());
        return lines;
    }

    private void draw(double[] values, char mark) {
        for (int column = 0; column < WIDTH; column++) {
            double value = values[(int) Math.round(column * (values.length - 1.0) / (WIDTH - 1))];
            if (Double.isNaN(value)) {
                continue;
            }
            double height = (value - low) / (high - low) * (HEIGHT - 1);
            boolean above = height > HEIGHT - 0.5;
            boolean below = height < -0.5;
            if ((above || below) && mark == '·') {
                continue;
            }
            int row = HEIGHT - 1 - (int) Math.round(Math.max(0, Math.min(HEIGHT - 1, height)));
            cells[row][column] = above ? '▲' : below ? '▼' : mark;
        }
    }
}
