package lib.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lib.io.AtomicFile;
import lib.page.Outline.Section;
import tech.tablesaw.plotly.components.Component;

/**
 * index.html: the book's title page, its contents and its search. What it says of the course is the opening of
 * lessons.md; what it says of a lesson is that lesson's own title and question.
 */
public final class ContentsPage extends Component {

    /** The stem of the page's name. */
    public static final String NAME = "index";

    /**
     * What became of a lesson.
     *
     * @param words a few, such as "4 claims hold" or "yours to solve"
     * @param kind holds, open or failed: how they look
     */
    public record Note(String words, String kind) {}

    private final Outline outline;
    private final Function<Section, Optional<Note>> notes;
    private final String progress;
    private final String cover;
    private final Map<String, String> facts;
    private Path folder = Path.of("");

    /**
     * @param outline the text
     * @param notes what became of a section; empty for one that has not been run
     * @param progress how far the person has come, a few words; may be empty
     * @param cover a picture, as an SVG element; may be empty
     * @param facts where the numbers come from, in order
     */
    public ContentsPage(Outline outline, Function<Section, Optional<Note>> notes, String progress, String cover,
            Map<String, String> facts) {
        this.outline = outline;
        this.notes = notes;
        this.progress = progress;
        this.cover = cover;
        this.facts = facts;
    }

    /** A line of the contents; first of its chapter, and with a page in the folder or not yet. */
    public record Line(Section section, String question, Note note, boolean first, boolean written) {}

    /**
     * Writes {@code <folder>/index.html} with what it needs, the search over the text included.
     *
     * @return the page's path
     * @throws IOException if a file cannot be written; none is left half written
     */
    public Path write(Path folder) throws IOException {
        this.folder = folder;
        String html = html();
        Assets.copyTo(folder);
        new SearchIndex(outline).write(folder);
        Path page = AtomicFile.write(folder.resolve(NAME + ".html"), html);
        Shelf.update(folder, outline);
        return page;
    }

    /** The page as text. */
    public String html() {
        return asJavascript("lib/page/contents.html").replace("\r\n", "\n");
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
        var links = new PageLinks(outline, new LessonContent(NAME, List.of(), List.of(), List.of(), "", Map.of()));
        var markdown = new Markdown(links::attributes);
        var opening = opening();
        String[] before = opening.remove("").split("\n\\s*\n", 2);
        opening.remove("Contents"); // on GitHub a table; here a page of its own kind
        Map<String, Object> context = new HashMap<>(Assets.ADDRESSES);
        context.put("launcher", Command.onPages());
        context.put("course", outline.course());
        context.put("promise", markdown.html(before[0]));
        context.put("use", before.length == 1 ? "" : markdown.html(before[1]));
        context.put("parts", opening.entrySet().stream()
                .map(part -> new Part(part.getKey(), markdown.html(part.getValue()))).toList());
        context.put("lines", lines(markdown));
        context.put("start", outline.sections().isEmpty() ? null : outline.sections().get(0));
        context.put("progress", progress);
        context.put("cover", cover);
        context.put("facts", facts.entrySet().stream().map(fact -> new Printed.Row(fact.getKey(), fact.getValue()))
                .toList());
        return context;
    }

    /** A part of the opening under a heading of its own. */
    public record Part(String title, String html) {}

    /** The opening's Markdown by heading, in order; what comes before the first heading under the empty one. */
    private Map<String, String> opening() {
        Map<String, String> parts = new LinkedHashMap<>();
        String heading = "";
        for (String line : (Iterable<String>) outline.opening().lines()::iterator) {
            if (line.startsWith("## ")) {
                heading = line.substring(3).strip();
            } else {
                parts.merge(heading, line + "\n", String::concat);
            }
        }
        parts.putIfAbsent("", "");
        parts.replaceAll((title, text) -> text.strip());
        return parts;
    }

    private List<Line> lines(Markdown markdown) {
        List<Line> lines = new ArrayList<>();
        String chapter = null;
        for (Section section : outline.sections()) {
            String now = section.number().split("\\.")[0];
            String question = markdown.prose(section.alias(), section.body()).question();
            lines.add(new Line(section, question, notes.apply(section).orElse(null), !now.equals(chapter),
                    Files.isRegularFile(folder.resolve(section.alias() + ".html"))));
            chapter = now;
        }
        return lines;
    }
}
