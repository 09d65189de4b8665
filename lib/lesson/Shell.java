package lib.lesson;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lib.chart.Chart;
import lib.page.Exhibit;
import lib.page.LessonContent;
import lib.page.LessonPage;
import lib.page.Outline;
import lib.page.View;

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
              show(Chart.of(Panel.titled("Double well").equalAspect().arrows(t, "x1", "x2", "s1", "s2", Arrows.compressed(0.18))))

            /vars lists what is there, Tab completes, /exit leaves. lessons.md has a snippet for every lesson.
            """;

    private final NDManager nd;
    private int figures;

    private Shell(NDManager nd) {
        this.nd = nd;
    }

    /** Loads the engine on the CPU, where one line after the other is soonest done, seeds it with 42 and prints the hint. */
    public static Shell start() {
        var engine = PyTorch.engine();
        engine.setRandomSeed(42);
        System.out.printf(Locale.ROOT, HINT, "the CPU");
        return new Shell(engine.newBaseManager(Device.cpu()));
    }

    /** Owner of the session's tensors. */
    public NDManager nd() {
        return nd;
    }

    /**
     * Writes a figure as a page, {@code out/shell-1.html} and so on, and opens it where a person is at a desktop.
     *
     * @return the page
     */
    public Path show(Chart chart) {
        String alias = "shell-" + ++figures;
        var exhibit = new Exhibit("From JShell", "", chart.describe(), List.of(new View("From JShell", chart.figure())));
        try {
            var outline = Outline.parse("# JShell\n\n<a id=\"%s\"></a>\n\n## Figure %s from JShell\n".formatted(alias, figures));
            var content = new LessonContent(alias, List.of(exhibit), List.of(), List.of(), "", Map.of("Seed", "42"));
            Path page = new LessonPage(content, outline).write(Path.of("out"));
            if (Browser.aPersonIsAtADesktop()) {
                Browser.open(page);
            }
            return page;
        } catch (IOException e) {
            throw Output.mistake(Path.of("out"), e);
        }
    }
}
