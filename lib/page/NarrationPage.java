package lib.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lib.io.AtomicFile;
import lib.narration.Segment;
import tech.tablesaw.plotly.components.Component;

/** All segments on one page, in order, one leading to the next: the course to listen to. */
public final class NarrationPage extends Component {

    /** A segment and where it belongs: its section's heading, and its page if that section is a lesson. */
    public record Chapter(Track track, String heading, String lesson) {}

    /** The stem of the page's name. */
    public static final String NAME = "narration";

    private final List<Segment> narration;
    private final Outline outline;

    /** A page of these segments within the workbook's own lessons.md. */
    public NarrationPage(List<Segment> narration) {
        this.narration = List.copyOf(narration);
        this.outline = Outline.ofWorkbook();
    }

    /**
     * Writes {@code <folder>/narration.html}, and into {@code <folder>/assets} the recordings and what pages share.
     *
     * @return the page's path
     * @throws IOException if a file cannot be written; no file is left half written
     */
    public Path write(Path folder) throws IOException {
        String html = html();
        Assets.copyTo(folder);
        Assets.copyTo(folder, narration);
        Path page = AtomicFile.write(folder.resolve(NAME + ".html"), html);
        Shelf.update(folder, outline);
        return page;
    }

    /** The page as text. */
    public String html() {
        return asJavascript("lib/page/narration.html").replace("\r\n", "\n");
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
        Map<String, Object> context = new HashMap<>(Assets.ADDRESSES);
        context.put("launcher", Command.onPages());
        context.put("course", outline.course());
        context.put("chapters", narration.stream().map(this::chapter).toList());
        context.put("minutes", Math.round(narration.stream().mapToDouble(Segment::seconds).sum() / 60));
        return context;
    }

    /** A segment of a section that is not in the text yet stands without a heading. */
    private Chapter chapter(Segment spoken) {
        var section = outline.find(spoken.section());
        return new Chapter(Track.of(spoken), section.map(Outline.Section::heading).orElse(""),
                section.filter(Outline.Section::isLesson).map(Outline.Section::alias).orElse(""));
    }
}
