package lib.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lib.io.UserError;
import lib.io.UserFolder;
import lib.narration.Narration;
import lib.page.Check;
import lib.page.LessonContent;
import lib.page.LessonPage;
import lib.page.Line;
import lib.page.Outline;
import tech.tablesaw.api.Table;

/** What one run of a lesson left, free of tensors: it can be written while the next lesson runs. */
public final class Taught {

    private final LessonContent content;
    private final Outline text;
    private final List<Table> tables;
    private final List<Lesson.Extra> extras;

    Taught(LessonContent content, Outline text, List<Table> tables, List<Lesson.Extra> extras) {
        this.content = content;
        this.text = text;
        this.tables = tables;
        this.extras = extras;
    }

    /** A page without a run: a section that has nothing to run, or a word on why it did not. */
    public static Taught without(Outline text, String alias, String... lines) {
        return new Taught(new LessonContent(alias, List.of(), Arrays.stream(lines).map(Line::sentence).toList(),
                List.of(), "", Map.of()), text, List.of(), List.of());
    }

    /** What the page shows of it: figures, lines, checks. */
    public LessonContent content() {
        return content;
    }

    /** The claims that were tried. */
    public List<Check> checks() {
        return content.checks();
    }

    /** The checks that did not hold. */
    public List<Check> failures() {
        return content.checks().stream().filter(Check::failed).toList();
    }

    /**
     * Writes the tables as CSV if they are wanted, what else the lesson was asked for, and the page.
     *
     * @return what was written beside the data, the page last
     * @throws IOException if a file cannot be written; none is left half written
     */
    public List<Path> write(Path folder, boolean data) throws IOException {
        if (data) {
            var output = Output.in(folder);
            for (var table : tables) {
                output.writeCsv(content.alias(), table);
            }
        }
        var narration = Narration.in(UserFolder.path()).of(content.alias());
        // first: whatever becomes of the rest, it is there
        Path page = new LessonPage(content, text).narrated(narration).write(folder);
        var written = new ArrayList<Path>();
        try {
            for (var extra : extras) {
                written.add(extra.write(folder, content.alias()));
            }
        } catch (UserError e) {
            throw UserError.failure(e.getMessage(), e.remedy() + " The page itself is written: " + page, e);
        }
        written.add(page);
        return written;
    }
}
