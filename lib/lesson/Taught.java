package lib.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lib.narration.Narration;
import lib.page.Check;
import lib.page.LessonContent;
import lib.page.LessonPage;
import lib.page.Outline;
import tech.tablesaw.api.Table;

/**
 * What one run of a lesson left, free of tensors: it can be written while the next lesson runs.
 *
 * @param content what goes on its page
 * @param section the page's text, where it is not one of lessons.md's; else empty
 * @param tables its results
 * @param extras files beside the page, such as a film
 */
public record Taught(LessonContent content, String section, List<Table> tables, List<Lesson.Extra> extras) {

    /** The checks that did not hold. */
    public List<Check> failures() {
        return content.checks().stream().filter(check -> !check.passed()).toList();
    }

    /** Writes the files beside the page, and gives their paths. */
    List<Path> writeExtras(Path folder) throws IOException {
        var written = new ArrayList<Path>();
        for (var extra : extras) {
            written.add(extra.write(folder, content.alias()));
        }
        return written;
    }

    /**
     * Writes the page, and the tables as CSV if they are wanted.
     *
     * @return the page's path
     * @throws IOException if a file cannot be written; none is left half written
     */
    public Path write(Path folder, boolean data) throws IOException {
        if (data) {
            var output = Output.in(folder);
            for (var table : tables) {
                output.writeCsv(content.alias(), table);
            }
        }
        Outline text = section.isEmpty() ? Outline.ofWorkbook() : Outline.parse(section);
        return new LessonPage(content, text).narrated(Narration.in(PersonalFolder.path()).of(content.alias())).write(folder);
    }
}
