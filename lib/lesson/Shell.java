package lib.lesson;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lib.chart.Chart;
import lib.chart.Panel;
import lib.io.UserError;
import lib.page.Exhibit;
import lib.page.LessonContent;
import lib.page.LessonPage;
import lib.page.Outline;
import lib.page.View;
import tech.tablesaw.plotly.components.Figure;

/** What {@code jbang shell} starts with: an engine that is ready, seed 42, and figures that open like a lesson's. */
public final class Shell {

    private static final String HINT = """

            An engine is ready: nd makes tensors on %s, seed 42. Points are rows, shape (n, d).
            Try these, one after the other:

              Score s = x -> x.neg()
              s.at(nd.create(new float[][] {{3, 0}})).toFloatArray()

              var well = new DoubleWell()
              var x = Grid.square(nd, -2, 2, 21)
              var t = Columns.table("t", Columns.of(x, "x1", "x2"), Columns.of(well.score().at(x), "s1", "s2"))
              show(Panel.titled("Double well").equalAspect().arrows(t, "x1", "x2", "s1", "s2", Arrows.compressed(0.18)))

            help() has more, /vars lists what is there, Tab completes, /exit leaves. \
            lessons.md has a snippet for every lesson.
            """;

    private static final String HELP = """

            Ten things to try. Each is one line; what it gives has a name by which the next goes on.

              var g = Gaussian.of(nd, new double[] {1, 0}, new double[][] {{2, 1}, {1, 2}})
              var m = Mixture.of(new double[] {1, 3}, g, Gaussian.standard(nd, 2))
              var drawn = m.sample(1000)
              var start = nd.randomNormal(new Shape(500, 2)).mul(4)
              var end = Langevin.of(m.score(), 0.05).run(start, 400)
              end.mean(new int[] {0})
              Energy e = x -> x.square().sum(new int[] {1}).square().div(4)
              e.score().at(nd.ones(new Shape(1, 2))).toFloatArray()
              var t = Columns.table("t", Columns.of(end, "x1", "x2"))
              show(Panel.titled("Where 500 chains end").equalAspect().points(t, "x1", "x2", Palette.SAMPLE))

            seed(7)         seeds PyTorch's generator; the pages of show(...) say so
            show(...)       takes a Panel, a Chart, or any Figure of Tablesaw's, and writes out/shell-1.html and so on
            """;

    private final Engine engine;
    private final NDManager nd;
    private long seed = 42;

    private Shell(Engine engine, NDManager nd) {
        this.engine = engine;
        this.nd = nd;
    }

    /**
     * Loads the engine on the CPU, where one line after the other is soonest done, seeds it with 42 and prints the
     * hint.
     */
    public static Shell start() {
        var engine = PyTorch.engine();
        var shell = new Shell(engine, engine.newBaseManager(Device.cpu()));
        shell.seed(42);
        System.out.printf(Locale.ROOT, HINT, "the CPU");
        return shell;
    }

    /** Owner of the session's tensors. */
    public NDManager nd() {
        return nd;
    }

    /** Seeds PyTorch's generator: the numbers that follow are those of {@code torch.manual_seed}. */
    public void seed(int number) {
        engine.setRandomSeed(number);
        seed = number;
    }

    /** Prints ten things to try. */
    public void help() {
        System.out.print(HELP);
    }

    /** Shows a panel as a chart of its own. */
    public Path show(Panel panel) {
        return show(Chart.of(panel));
    }

    /** Shows a chart. */
    public Path show(Chart chart) {
        return show(chart.figure(), chart.describe());
    }

    /** Shows any figure of Tablesaw's. */
    public Path show(Figure figure) {
        return show(figure, "A figure of Tablesaw's, from JShell.");
    }

    /**
     * Writes a figure as a page, {@code out/shell-1.html} and so on, the first number that is free, and opens it where
     * a person is at a desktop.
     */
    private Path show(Figure figure, String description) {
        Path folder = Path.of("out");
        int number = 1;
        while (Files.exists(folder.resolve("shell-" + number + ".html"))) {
            number++;
        }
        String alias = "shell-" + number;
        var exhibit = new Exhibit("From JShell", "", description, List.of(new View("From JShell", figure)));
        try {
            var outline = Outline.parse("# JShell\n\n<a id=\"%s\"></a>\n\n## Figure %s from JShell\n".formatted(alias,
                    number));
            var content = new LessonContent(alias, List.of(exhibit), List.of(), List.of(), "",
                    Map.of("Seed, last set", Long.toString(seed)));
            Path page = new LessonPage(content, outline).write(folder);
            if (Browser.aPersonIsAtADesktop()) {
                Browser.open(page);
            }
            return page;
        } catch (IOException e) {
            throw UserError.failure("The page cannot be written to the folder out (" + Output.reason(e) + ").",
                    "Start JShell from a folder you may write to.", e);
        }
    }
}
