package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import lib.io.AtomicFile;
import lib.io.UserError;
import lib.page.Outline;
import lib.project.NewLesson;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What `./jbang new` writes, and what it leaves alone. */
@DisplayName("A new lesson")
class NewLessonTest {

    @TempDir
    Path clone;

    @BeforeEach
    void aClone() throws IOException {
        clone = LauncherTest.copyOfTheWorkbook(clone.resolve("clone"), "README.md");
    }

    @Test
    @Tag("slow")
    @DisplayName("is a lesson like the others: a script that runs, its commands, section, row and place in the book; what its section prints is so")
    void itRuns() {
        var made = run(clone, Map.of(), "", List.of("./jbang", "new", "score-of-a-ring", "--title", "The score of a ring", "--no-open"));
        assertEquals(0, made.status(), made.both());
        assertTrue(Files.exists(clone.resolve("out/score-of-a-ring.html")), made.both());

        var section = Outline.parse(read(clone.resolve("lessons.md"))).section("score-of-a-ring");
        assertEquals("The score of a ring", section.title());
        for (String line : TextTest.blocksOf(section.body(), "text").get(0).lines().toList()) {
            assertTrue(made.out().contains(line), "it does not print " + line + " but\n" + made.both());
        }
        String script = read(clone.resolve("scripts/score-of-a-ring.java"));
        TextTest.blocksOf(section.body(), "java").get(0).lines().forEach(line -> assertTrue(script.contains(line.strip()), line));
        assertTrue(script.lines().count() <= 60, "as short as a lesson is");
        assertTrue(read(clone.resolve("README.md")).contains("\n| `score-of-a-ring` | The score of a ring |\n"));

        var book = run(clone, Map.of(), "", List.of("./jbang", "workbook", "--only", "score-of-a-ring", "--no-open"));
        assertTrue(book.status() == 0 && book.out().contains("✓ score-of-a-ring"), book.both());
    }

    @Test
    @DisplayName("changes no line that was there: each file is as before, and the new lines")
    void onlyMore() throws IOException {
        var before = texts(clone);
        var written = NewLesson.in(clone.resolve("lib/page"), "score-of-a-ring", null).write();
        assertEquals(5, written.size());
        var after = texts(clone);
        assertEquals(before.keySet().size() + 1, after.keySet().size());
        before.forEach((file, text) -> {
            var left = new java.util.ArrayDeque<>(text.lines().toList());
            after.get(file).lines().forEach(line -> {
                if (!left.isEmpty() && left.peek().equals(line)) {
                    left.poll();
                }
            });
            assertTrue(left.isEmpty(), file + " has lost " + left.peek());
        });
        assertEquals(json(ROOT.resolve("jbang-catalog.json")).get("aliases").size() + 2, json(clone.resolve("jbang-catalog.json")).get("aliases").size());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"score-field", "workbook", "why", "glossary", "run", "tests", "Ring", "a_ring", "-ring", "ring-", "1-ring", "rïng", "a--b"})
    @DisplayName("has a name of its own: one that is taken, JBang's or no name is refused, and nothing is touched")
    void refused(String name) throws IOException {
        var before = texts(clone);
        var refusal = assertThrows(UserError.class, () -> NewLesson.in(clone, name, null).write());
        assertEquals(2, refusal.exitStatus());
        assertEquals(before, texts(clone));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"README.md", "lessons.md", "jbang-catalog.json", "scripts/workbook.java"})
    @DisplayName("where a file cannot be written, or has no place for it, the others are as they were")
    void allOrNothing(String file) throws Exception {
        var before = texts(clone);
        Path folder = clone.resolve(file).getParent();
        String name = "." + clone.resolve(file).getFileName() + "." + ProcessHandle.current().pid() + "-";
        for (int i = filesWritten(), most = i + 3000; i < most; i++) { // in the way of the file beside it that is to take its place
            Files.createFile(folder.resolve(name + i + ".part"));
        }
        assertThrows(FileAlreadyExistsException.class, () -> NewLesson.in(clone, "score-of-a-ring", null).write());
        assertEquals(before, texts(clone));

        Files.writeString(clone.resolve(file), file.endsWith("workbook.java") ? "//FILES gone.java\n" : "nothing that is known");
        var emptied = texts(clone);
        var refusal = assertThrows(UserError.class, () -> NewLesson.in(clone, "score-of-a-ring", null).write());
        assertEquals(1, refusal.exitStatus(), refusal.getMessage());
        assertEquals(emptied, texts(clone));
    }

    /** How many files this JVM has written, for its tests are many: their number is in the name of the next. */
    private static int filesWritten() throws ReflectiveOperationException {
        var count = AtomicFile.class.getDeclaredField("COUNT");
        count.setAccessible(true);
        return ((AtomicInteger) count.get(null)).get();
    }

    /** The text files that tell of lessons, and every script. */
    private static Map<String, String> texts(Path clone) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(clone, 2)) {
            files.filter(file -> Files.isRegularFile(file) && file.toString().matches(".*\\.(md|json|java|jsh)")).forEach(file -> texts.put(clone.relativize(file).toString(), read(file)));
        }
        return texts;
    }
}
