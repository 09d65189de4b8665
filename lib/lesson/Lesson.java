package lib.lesson;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import lib.chart.Chart;
import lib.io.UserError;
import lib.law.Trial;
import lib.page.Check;
import lib.page.Exhibit;
import lib.page.View;
import lib.sampling.Observer;
import tech.tablesaw.api.Table;

/**
 * One run of a lesson: the tensors' owner, the printed report, the checks, the tables and the figures.
 *
 * <p>A lesson script implements {@link Script} and hands itself to {@link #run}, which reads the options, starts the
 * engine on the chosen device with the chosen seed, calls {@link Script#teach}, and writes the page. Every tensor
 * made from {@link #nd()} is freed when the lesson ends.
 *
 * <pre>{@code
 * class StandardNormal implements Lesson.Script {
 *     public void teach(Lesson lesson) {
 *         NDArray x = lesson.nd().randomNormal(new Shape(1000, 2));
 *         lesson.check("the mean is near 0", x.mean().abs().getFloat(), 4 / Math.sqrt(2000));
 *     }
 *     public static void main(String... args) { Lesson.run(new StandardNormal(), args); }
 * }
 * }</pre>
 */
public final class Lesson implements AutoCloseable {

    /** What a lesson script is: its fields are its own options (picocli), {@code teach} is its content. */
    public interface Script {

        /** Computes, prints, checks and draws, all through {@code lesson}. */
        void teach(Lesson lesson);

        /**
         * Whether there is so much to compute that {@code --device auto} means the GPUs there are; else it means the
         * CPU.
         */
        default boolean fillsGpus() {
            return false;
        }

        /** The page's text where it is not a section of lessons.md, with its anchor and heading. */
        default String section() {
            return "";
        }
    }

    /** A file beside the page; it is written once the lesson has been taught. */
    public interface Extra {

        /** Writes it into the folder of pages, under the lesson's name. */
        Path write(Path folder, String alias) throws IOException;
    }

    private final NDManager nd;
    private final List<Device> devices;
    private final int seed;
    private final Report report;
    private final List<Check> checks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final List<Extra> extras = new ArrayList<>();
    private Progress progress = Progress.NONE;
    private String source;

    Lesson(Engine engine, List<Device> devices, int seed, Report report) {
        engine.setRandomSeed(seed);
        this.nd = engine.newBaseManager(devices.get(0));
        this.devices = devices;
        this.seed = seed;
        this.report = report;
    }

    /**
     * Runs a lesson as a process: exit status 0 done, 1 a check failed or a file could not be written, 2 wrong usage, 3
     * a mistake in the program.
     */
    public static void run(Script script, String... args) {
        System.exit(new Runner(script).execute(args));
    }

    /** Owner of the lesson's tensors, on the chosen device. */
    public NDManager nd() {
        return nd;
    }

    /** What very many chains may be spread over: every GPU that was asked for, or the CPU once a processor. */
    public List<Device> devices() {
        return devices;
    }

    /** The seed of this run, already given to the engine's generator. */
    public int seed() {
        return seed;
    }

    /** Prints a sentence; the terminal breaks a long one, and indents it as far as it is indented itself. */
    public void say(String format, Object... args) {
        report.say(String.format(Locale.ROOT, format, args));
    }

    /** Prints a line that keeps its spaces on the page too, such as a line of code. */
    public void show(String line) {
        report.show(line);
    }

    /** Says that another text ran than the script's own: the page shows it in its place. */
    public void ran(String text) {
        source = text;
    }

    Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /** Prints a number with its name, aligned with the others. */
    public void value(String name, String format, Object... args) {
        report.value(name, String.format(Locale.ROOT, format, args));
    }

    /**
     * Prints what was measured on this machine, such as a time. It is not on the page: two runs with one seed write one
     * page.
     */
    public void measured(String name, String format, Object... args) {
        report.aside(Report.row(name, String.format(Locale.ROOT, format, args)));
    }

    /** Prints a line that is not on the page, for the reason that {@link #measured} has. */
    public void print(String format, Object... args) {
        report.aside(String.format(Locale.ROOT, format, args));
    }

    /**
     * Checks a claim of the text: {@code error} must be at most {@code tolerance}. NaN fails.
     *
     * @param claim what holds, as a sentence without its full stop
     * @param error a distance, 0 or more
     * @param tolerance where it comes from is said in the script: rounding of float32, a standard error
     */
    public void check(String claim, double error, double tolerance) {
        String off = "off by " + (error == 0 ? "0" : String.format(Locale.ROOT, "%.2g", error));
        check(claim, error <= tolerance, tolerance == 0
                ? off + ", allowed 0: the same to the last bit"
                : off + String.format(Locale.ROOT, ", allowed %.2g", tolerance));
    }

    /** Checks a claim that holds or not, with the numbers that show it. */
    public void check(String claim, boolean holds, String detail) {
        checks.add(new Check(claim, holds ? Check.Outcome.HOLDS : Check.Outcome.FAILS, detail));
    }

    /** Checks a claim about a number that chance has a part in: it holds, it fails, or so few chains cannot tell. */
    public void check(String claim, Trial trial) {
        checks.add(new Check(claim, trial.fails() ? Check.Outcome.FAILS : trial.tells() ? Check.Outcome.HOLDS
                : Check.Outcome.OPEN, trial.words()));
    }

    /** Leaves a claim open that this run is too short to try, and says what it would take. */
    public void open(String claim, String detail) {
        checks.add(new Check(claim, Check.Outcome.OPEN, detail));
    }

    /** The largest absolute difference between two arrays of one shape: what checks compare. */
    public static double maxDifference(NDArray a, NDArray b) {
        return a.sub(b).abs().max().toArray()[0].doubleValue();
    }

    /** The same numbers in double precision, on the CPU: Apple's GPUs have none. */
    public static NDArray inDouble(NDArray x) {
        return x.toDevice(Device.cpu(), false).toType(DataType.FLOAT64, true);
    }

    /**
     * A sentence with numbers in it, the same wherever the person lives; formatted() has the digits of their locale.
     */
    public static String format(String format, Object... args) {
        return String.format(Locale.ROOT, format, args);
    }

    /**
     * A number as a person writes it: at most four decimals, no trailing zeros, no negative zero; 2e-10 where these
     * show nothing, or too much.
     */
    public static String number(double value) {
        if (Double.isFinite(value) && value != 0 && (Math.abs(value) < 5e-5 || Math.abs(value) >= 1e9)) {
            return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toString().replace("E+", "e")
                    .replace('E', 'e');
        }
        return new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value + 0.0)
                .replaceFirst("^-0$", "0");
    }

    /**
     * What rounding to float32 allows: so many roundings of numbers up to that magnitude, half a unit in the last place
     * each.
     */
    public static double rounding(double magnitude, int roundings) {
        return roundings * 0x1p-24 * magnitude;
    }

    /**
     * An observer that shows how far a run of chains has come, where a person watches and it takes over a second. It
     * looks at a hundred steps of the run, so that it costs nothing that could be measured.
     *
     * @param what what runs, one or two words
     * @param steps how many steps the run will take
     */
    public Observer progress(String what, int steps) {
        Progress shown = progressOf(what, steps);
        return shown == Progress.NONE ? Observer.NONE : shown.observer(steps);
    }

    /**
     * Shows how far work of so many parts is, as {@link #progress} does; it ends with the lesson, or where the next
     * begins.
     */
    public Progress progressOf(String what, long parts) {
        progress.close(); // of a run before this one
        progress = report.isQuiet() ? Progress.NONE : Progress.of(what, parts);
        return progress;
    }

    /** Refuses an option's value, with exit status 2, unless {@code holds}. */
    public static void require(boolean holds, String what, String remedy) {
        if (!holds) {
            throw UserError.usage(what, remedy);
        }
    }

    /**
     * What the library makes of an option's value: a covariance, a shape. What it refuses there is the person's to
     * mend, with exit status 2; refused anywhere else it is a mistake of the script.
     *
     * @param options what they typed, such as "--mean and --cov"
     * @param remedy a value that works
     */
    public static <T> T chosen(String options, String remedy, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw UserError.usage(options + ": " + e.getMessage() + ".", remedy, e);
        }
    }

    /** A table of the lesson's results: figures draw it, and {@code --data} writes it as {@code <alias>.<name>.csv}. */
    public Table table(String name, Columns... parts) {
        return keep(Columns.table(name, parts));
    }

    /** A table made elsewhere, kept as those of {@link #table}. */
    public Table keep(Table table) {
        tables.add(table);
        return table;
    }

    /** A figure on the page. The caption, in Markdown, says what to look for, then what it means. */
    public void figure(String title, Chart chart, String caption) {
        exhibits.add(new Exhibit(title, caption, chart.describe(), List.of(new View(title, chart.figure()))));
    }

    /** A figure with several views of one subject, the first shown first; the reader switches between them. */
    public void figure(String title, List<View> views, String caption) {
        exhibits.add(new Exhibit(title, caption, title, views));
    }

    /** The moving points of a chart as files to share, where {@code --gif} or {@code --mp4} asks for them. */
    public void film(FilmOptions options, Chart chart) {
        if (options.gif) {
            extras.add((folder, alias) -> Gif.write(chart.film(), folder.resolve(alias + ".gif")));
        }
        if (options.mp4) {
            extras.add((folder, alias) -> Mp4.write(chart.film(), folder.resolve(alias + ".mp4")));
        }
    }

    List<Extra> extras() {
        return extras;
    }

    List<Check> checks() {
        return checks;
    }

    List<Table> tables() {
        return tables;
    }

    List<Exhibit> exhibits() {
        return exhibits;
    }

    Report report() {
        return report;
    }

    @Override
    public void close() {
        progress.close();
        nd.close();
    }
}
