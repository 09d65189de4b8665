package lib.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lib.chart.Theme;
import lib.io.AtomicFile;
import lib.narration.Segment;
import lib.narration.Segment.Place;
import lib.page.Markdown.Mark;
import lib.page.Markdown.Part;
import lib.page.Outline.Section;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Component;

/**
 * A lesson's page: its section of lessons.md, the figures, numbers and checks of one run, and the code that made them.
 *
 * <p>A Tablesaw component, rendered by Tablesaw's template engine from page.html. The same content gives the same text.
 */
public final class LessonPage extends Component {

    private final LessonContent content;
    private final Outline outline;
    private final Section section;
    private final PageLinks links;
    private final List<Segment> narration;

    /** A page within the workbook's own lessons.md. */
    public LessonPage(LessonContent content) {
        this(content, Outline.ofWorkbook());
    }

    /**
     * A page within an outline.
     *
     * @throws IllegalStateException if the outline has no section of that alias
     */
    public LessonPage(LessonContent content, Outline outline) {
        this(content, outline, List.of());
    }

    private LessonPage(LessonContent content, Outline outline, List<Segment> narration) {
        this.content = content;
        this.outline = outline;
        this.section = outline.section(content.alias());
        this.links = new PageLinks(outline, content);
        this.narration = List.copyOf(narration);
    }

    /** The same page with segments to listen to, each at its place. */
    public LessonPage narrated(List<Segment> segments) {
        return new LessonPage(content, outline, segments);
    }

    /** Loads what a page needs, so that it can be done beside other work; a second call does next to nothing. */
    public static void warmUp() {
        Table.create("warm-up"); // Tablesaw looks for file formats on the class path when its first table is made
        var sample = Outline.parse("# Course\n<a id=\"warm\"></a>\n## 1 Warm\n> Why?\n\n`$x$` | \n");
        new LessonPage(new LessonContent("warm", List.of(), List.of(Line.value("a", "1")), List.of(), "x",
                Map.of("Seed", "42")), sample).html();
    }

    /**
     * Writes {@code <folder>/<alias>.html}, and into {@code <folder>/assets} what all pages share where it is not
     * there.
     *
     * @return the page's path
     * @throws IOException if a file cannot be written, with the obstacle and the reason; no file is left half written
     */
    public Path write(Path folder) throws IOException {
        String html = html(); // first: a page that cannot be made leaves nothing behind
        Assets.copyTo(folder);
        Assets.copyTo(folder, narration);
        Path page = AtomicFile.write(folder.resolve(content.alias() + ".html"), html);
        Shelf.update(folder, outline);
        return page;
    }

    /** The page as text. */
    public String html() {
        // Tablesaw's figures have the platform's line ends
        return asJavascript("lib/page/page.html").replace("\r\n", "\n");
    }

    /** Tablesaw's name for {@link #html()}. */
    @Override
    @SuppressWarnings("deprecation")
    public String asJavascript() {
        return html();
    }

    @Override
    @SuppressWarnings("deprecation")
    protected Map<String, Object> getContext() {
        Markdown markdown = new Markdown(links::attributes);
        Markdown.Prose prose = markdown.prose(section.alias(), section.body());
        var neighbours = outline.neighbours(content.alias());
        Map<String, Object> context = new HashMap<>(Assets.ADDRESSES);
        context.put("launcher", Command.onPages());
        context.put("alias", content.alias());
        context.put("course", outline.course());
        context.put("section", section);
        context.put("question", prose.question());
        context.put("pieces", pieces(prose.parts(), Plate.of(content.exhibits(), markdown)));
        context.put("previous", neighbours.previous().orElse(null));
        context.put("next", neighbours.next().orElse(null));
        context.put("before", outline.chaptersBeside(content.alias()).previous().orElse(null));
        context.put("after", outline.chaptersBeside(content.alias()).next().orElse(null));
        context.put("printed", Printed.of(content.lines()));
        context.put("checks", content.checks());
        context.put("open", content.checks().stream().filter(check -> check.outcome() == Check.Outcome.OPEN).count());
        context.put("failures", content.checks().stream().filter(Check::failed).count());
        context.put("code", content.source().isBlank() ? "" : Markdown.code("java", content.source()));
        context.put("facts", content.facts().entrySet().stream()
                .map(fact -> new Printed.Row(fact.getKey(), fact.getValue())).toList());
        context.put("twins", content.exhibits().isEmpty() ? "" : twins());
        var tracks = Track.byPlace(narration, !content.exhibits().isEmpty(), !content.source().isBlank());
        context.put("narrated", !narration.isEmpty());
        context.put("atQuestion", tracks.get(Place.QUESTION));
        context.put("atFigure", tracks.get(Place.FIGURE));
        context.put("atCode", tracks.get(Place.CODE));
        context.put("animated", content.exhibits().stream().anyMatch(Exhibit::isAnimated));
        return context;
    }

    /**
     * A stretch of the page: text, then figures, then perhaps the run's report.
     *
     * @param html text; may be empty
     * @param plates figures
     * @param report whether the numbers and checks come here
     */
    public record Piece(String html, List<Plate> plates, boolean report) {}

    /**
     * One figure at each mark in the text, the remaining ones at the last. The report stands at its own mark; without
     * one, at the end, or in the figures' place if there are none.
     */
    private static List<Piece> pieces(List<Part> parts, List<Plate> plates) {
        boolean marked = parts.stream().anyMatch(part -> part.mark() == Mark.REPORT);
        long figureMarks = parts.stream().filter(part -> part.mark() == Mark.FIGURE).count();
        List<Piece> pieces = new ArrayList<>();
        int shown = 0;
        for (Part part : parts) {
            int to = shown;
            if (part.mark() == Mark.FIGURE) {
                to = --figureMarks == 0 ? plates.size() : Math.min(shown + 1, plates.size());
            }
            Mark without = plates.isEmpty() ? Mark.FIGURE : Mark.END;
            boolean report = part.mark() == (marked ? Mark.REPORT : without)
                    && pieces.stream().noneMatch(Piece::report);
            pieces.add(new Piece(part.html(), plates.subList(shown, to), report));
            shown = to;
        }
        return pieces;
    }

    private static String twins() {
        return Theme.twins().entrySet().stream().map(twin -> "\"" + twin.getKey() + "\":\"" + twin.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
