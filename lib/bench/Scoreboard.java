package lib.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lib.chart.Palette;
import lib.chart.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What bench has measured: a table, its lines for the terminal and the page, and a panel for each score. */
public final class Scoreboard {

    /**
     * How long one step of all chains took.
     *
     * @param microseconds wall time
     * @param processor processor time of all threads, in microseconds: what other programs disturb less
     */
    public record Timing(double microseconds, double processor) {

        /** Measures a run of so many steps. */
        public static Timing of(int steps, Runnable run) {
            var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = os.getProcessCpuTime();
            long wall = System.nanoTime();
            run.run();
            return new Timing((System.nanoTime() - wall) / 1e3 / steps, (os.getProcessCpuTime() - cpu) / 1e3 / steps);
        }

        /** The medians of several. */
        public static Timing median(List<Timing> timings) {
            return new Timing(median(timings, Timing::microseconds), median(timings, Timing::processor));
        }

        private static double median(List<Timing> timings, ToDoubleFunction<Timing> part) {
            double[] sorted = timings.stream().mapToDouble(part).sorted().toArray();
            return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
        }
    }

    private static final String LIBRARY = "us_per_step";
    private static final String NOTEBOOK = "notebook_us_per_step";

    private final Table table = Table.create("table", StringColumn.create("score"), IntColumn.create("chains"),
            DoubleColumn.create(LIBRARY), DoubleColumn.create("processor_us"),
            DoubleColumn.create("chain_steps_per_s"), DoubleColumn.create(NOTEBOOK),
            DoubleColumn.create("notebook_processor_us"), DoubleColumn.create("ratio"));

    /** Adds a row and gives it as a line for the terminal; a notebook that did not run has NaN. */
    public String add(Contestant score, int chains, Timing library, Timing notebook) {
        Row row = table.appendRow();
        row.setString("score", score.alias());
        row.setInt("chains", chains);
        double[] values = {library.microseconds(), library.processor(), chains / library.microseconds() * 1e6,
            notebook.microseconds(), notebook.processor(), library.microseconds() / notebook.microseconds()};
        for (int k = 0; k < values.length; k++) {
            row.setDouble(k + 2, values[k]);
        }
        return line("  %-12s %,10d %,12.1f %14.3g %,12.1f %7.2f", row);
    }

    /** The heading of the lines that {@link #add} gives. */
    public static String heading() {
        return "  %-12s %10s %12s %14s %12s %7s".formatted("score", "chains", "µs/step", "chains×steps/s",
                "notebook µs", "ratio");
    }

    /** All rows as a table in Markdown. */
    public String markdown() {
        var text = new StringBuilder("| score | chains | µs a step | chains × steps/s | notebook's µs | ratio |\n"
                + "|---|--:|--:|--:|--:|--:|\n");
        table.forEach(row -> text.append(line("| %s | %,d | %,.1f | %.3g | %,.1f | %.2f |\n", row)));
        return text.toString();
    }

    /** The rows, for a CSV file. */
    public Table table() {
        return table;
    }

    /**
     * Nanoseconds for one chain to take one step, by number of chains: the library in gold, the notebook's code as blue
     * squares.
     */
    public Panel panel(Contestant score) {
        Table rows = table.where(table.stringColumn("score").isEqualTo(score.alias()));
        var chains = rows.intColumn("chains").asDoubleColumn().setName("chains");
        double highest = Stream.of(LIBRARY, NOTEBOOK).mapToDouble(side -> nanoseconds(rows, side).max())
                .filter(Double::isFinite).max().orElse(1);
        var panel = Panel.titled(score.title()).xLog("chains", rows.intColumn("chains").min() / 1.5,
                rows.intColumn("chains").max() * 1.5).y("ns", 0, 1.1 * highest);
        for (String side : List.of(LIBRARY, NOTEBOOK)) {
            var curve = Table.create(side, chains, nanoseconds(rows, side));
            if (side.equals(LIBRARY)) {
                panel.line(curve, "chains", "ns", Palette.SAMPLE).points(curve, "chains", "ns", Palette.SAMPLE);
            } else if (curve.column("ns").countMissing() == 0) {
                panel.line(curve, "chains", "ns", Palette.DENSITY).squares(curve, "chains", "ns", Palette.DENSITY, 7);
            }
        }
        return panel;
    }

    private static DoubleColumn nanoseconds(Table rows, String side) {
        return rows.doubleColumn(side).divide(rows.intColumn("chains")).multiply(1000).setName("ns");
    }

    private static String line(String format, Row row) {
        return String.format(Locale.ROOT, format, row.getString("score"), row.getInt("chains"), row.getDouble(LIBRARY),
                row.getDouble("chain_steps_per_s"),
                row.getDouble(NOTEBOOK), row.getDouble("ratio")).replace("NaN", "  –");
    }
}
