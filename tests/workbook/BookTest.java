package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** jbang workbook: all pages, whole and linked; and what it does when a lesson fails. */
@Tag("slow")
@Tag("apart")
@DisplayName("The book")
class BookTest {

    private static final Pattern REFERENCE = Pattern.compile("\\s(href|src|data-plotly|data-page)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    static Path out;
    static Path zip;

    @BeforeAll
    static void makeTheBook() {
        out = folder.resolve("out");
        zip = folder.resolve("course.zip");
        var result = book("--out", out.toString(), "--zip", zip.toString());
        assertEquals(0, result.status(), result.both());
        assertEquals(List.of(out.resolve("index.html").toString(), zip.toString()), result.lines().subList(result.lines().size() - 2, result.lines().size()));
    }

    private static Result book(String... args) {
        var all = new ArrayList<>(List.of("workbook", "--no-open"));
        all.addAll(List.of(args));
        return jbang(Map.of("WORKBOOK_DATA", folder.resolve("data").toString()), "", all.toArray(String[]::new));
    }

    @Test
    @DisplayName("every section of lessons.md has its page, the contents name all of them, and say what became of each")
    void complete() {
        String index = read(out.resolve("index.html"));
        for (String section : sections()) {
            assertTrue(Files.exists(out.resolve(section + ".html")), section);
            assertTrue(index.contains("href=\"" + section + ".html\""), section);
        }
        assertTrue(index.contains("0 of " + EXERCISES.size() + " exercises solved"));
        assertEquals(inTheBook().size(), Pattern.compile("class=\"note holds\">\\d+ claims hold[^<]*<").matcher(index).results().count());
        assertTrue(read(out.resolve("langevin-1d.html")).contains("Yours to solve: 3 blanks left."));
    }

    @Test
    @DisplayName("a lesson's page is the one that the lesson writes alone, to the byte")
    void asAlone() throws IOException {
        for (String lesson : inTheBook()) {
            // the book takes fewer chains of gpu-chains, and its page says so
            var alone = lesson.equals("gpu-chains") ? once(lesson, "--chains", "100000") : once(lesson);
            assertEquals(-1, Files.mismatch(alone.page(lesson), out.resolve(lesson + ".html")), lesson);
        }
    }

    @Test
    @DisplayName("no link is broken, anchors and assets included, and nothing is asked of the network")
    void links() throws IOException {
        assertSound(out);
    }

    @Test
    @DisplayName("the packed book unpacks anywhere, is whole, holds nothing else, and is the same each time")
    void packed() throws IOException {
        Files.writeString(out.resolve("assets/workbook-00000000.css"), "of an older edition");
        Files.writeString(out.resolve("notes.txt"), "not of the book");
        var result = book("--out", out.toString(), "--zip");
        assertEquals(0, result.status(), result.both());
        assertEquals(-1, Files.mismatch(zip, out.resolve("workbook.zip")));
        Path unpacked = folder.resolve("un packed");
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                assertTrue(entry.getName().startsWith("workbook/"), entry.getName());
                Path target = unpacked.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(file.getInputStream(entry), target);
            }
        }
        assertFalse(Files.exists(unpacked.resolve("workbook/assets/workbook-00000000.css")));
        assertFalse(Files.exists(unpacked.resolve("workbook/notes.txt")));
        assertSound(unpacked.resolve("workbook"));
        for (String section : sections()) {
            assertEquals(-1, Files.mismatch(out.resolve(section + ".html"), unpacked.resolve("workbook/" + section + ".html")), section);
        }
    }

    @Test
    @DisplayName("--only, --skip-exercises, --seed and --data; a name that is no lesson is refused with those that are")
    void options() throws IOException {
        Path some = folder.resolve("some");
        var result = book("--out", some.toString(), "--only", "score-field,setup", "--seed", "7", "--data");
        assertEquals(0, result.status(), result.both());
        assertEquals(List.of("✓ setup", "✓ score-field"), result.lines().stream().limit(2).map(line -> line.strip().replaceFirst(" {2,}.*", "")).toList());
        assertFalse(Files.exists(some.resolve("gaussian-score.html")));
        assertTrue(Files.exists(some.resolve("data/score-field.field.csv")));
        assertTrue(read(some.resolve("score-field.html")).contains("jbang score-field --seed 7<"));
        assertSound(some);

        Path without = folder.resolve("without");
        assertEquals(0, book("--out", without.toString(), "--skip-exercises", "--only", "langevin-1d,setup").status());
        assertFalse(Files.exists(without.resolve("langevin-1d.html")));

        var unknown = book("--out", some.toString(), "--only", "score");
        assertEquals(2, unknown.status(), unknown.both());
        assertTrue(unknown.err().contains("--only score: there is no such lesson") && unknown.err().contains("score-field"), unknown.both());
        assertEquals(2, book("--device", "toaster").status());
        assertTrue(book("--help").out().contains("--skip-exercises"));
    }

    @Test
    @DisplayName("one lesson throws, one check fails, one does not compile: each is named with its reason, the rest is built; an exercise solved counts")
    void failures() throws IOException {
        Path clone = LauncherTest.copyOfTheWorkbook(folder.resolve("clone"));
        edit(clone, "gaussian-score", "public void teach\\(Lesson lesson\\) \\{", "$0 if (lesson.seed() == 42) throw new IllegalStateException(\"out of ink\");");
        edit(clone, "score-field", "public void teach\\(Lesson lesson\\) \\{", "$0 lesson.check(\"pigs fly\", false, \"none seen\");");
        edit(clone, "score-from-energy", "public void teach\\(Lesson lesson\\) \\{", "$0 in;");
        edit(clone, "langevin-1d", "todo\\(\"1[^;]*;", "s.at(x);");
        edit(clone, "langevin-1d", "todo\\(\"2[^;]*;", "randn.like(x);");
        edit(clone, "langevin-1d", "todo\\(\"3[^;]*;", "x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2 * eta)));");
        edit(clone, "langevin-2d", "todo\\(\"1[^;]*;", "s.at(x)");
        Path broken = folder.resolve("broken");
        var result = run(clone, Map.of("WORKBOOK_DATA", folder.resolve("earned").toString()), "",
                List.of(clone.resolve("jbang").toString(), "workbook", "--no-open", "--out", broken.toString()));
        assertEquals(1, result.status(), result.both());
        String out = result.out().replaceAll("\n {4}", " ").replaceAll(" +", " ");
        assertTrue(out.matches("(?s).*✗ gaussian-score failed gaussian-score.java, line \\d+: IllegalStateException: out of ink.*"), result.both());
        assertTrue(out.contains("✗ score-field failed does not hold: pigs fly"), result.both());
        assertTrue(out.matches("(?s).*✗ score-from-energy failed scripts/score-from-energy.java does not compile, line \\d+: .*"), result.both());
        assertTrue(out.contains("✓ langevin-1d"), result.both());
        assertTrue(out.matches("(?s).*· langevin-2d .*(does not compile|blanks left).*"), result.both());
        assertTrue(out.contains("✓ bimodal-sampling"), result.both());
        assertFalse(result.err().contains("\tat "), result.both());
        assertSound(broken);
        String index = read(broken.resolve("index.html"));
        assertTrue(index.contains("1 of 2 exercises solved") && index.contains("out of ink"));
        assertTrue(read(broken.resolve("gaussian-score.html")).contains("This lesson stopped with a mistake of its own."));
    }

    private static void edit(Path clone, String lesson, String pattern, String by) throws IOException {
        Path script = clone.resolve("scripts/" + lesson + ".java");
        String before = read(script);
        String after = before.replaceFirst(pattern, by);
        assertNotEquals(before, after, lesson);
        Files.writeString(script, after);
    }

    /** The lessons that the book runs, exercises aside. */
    private static List<String> inTheBook() {
        String script = read(ROOT.resolve("scripts/workbook.java"));
        return LESSONS.stream().filter(lesson -> script.contains("//FILES " + lesson + ".java\n")).toList();
    }

    private static List<String> sections() {
        return Pattern.compile("(?m)^<a id=\"([a-z0-9-]+)\"></a>$").matcher(read(ROOT.resolve("lessons.md"))).results().map(m -> m.group(1)).toList();
    }

    /** Crawls all pages of a folder: what they load is there, what they link to is there, and nothing is loaded from elsewhere. */
    private static void assertSound(Path folder) throws IOException {
        var wrong = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".html")).toList()) {
                String html = read(page);
                var reference = REFERENCE.matcher(html.replaceAll("(?s)<pre>.*?</pre>", "").replaceAll("(?s)(<script>).*?(</script>)", "$1$2"));
                while (reference.find()) {
                    String kind = reference.group(1);
                    String to = reference.group(2);
                    if (kind.equals("data-page")) { // the page's script gives it an address where the page is there
                        if (!to.equals("index") && !to.equals("narration") && !sections().contains(to)) {
                            wrong.add(page.getFileName() + ": no section " + to);
                        }
                    } else if (to.startsWith("https://") && kind.equals("href") && html.contains("<a href=\"" + to)) {
                        continue; // a source, to be followed by a reader who wants to
                    } else if (!to.startsWith("data:")) {
                        String[] parts = to.split("#", 2);
                        Path target = parts[0].isEmpty() ? page : folder.resolve(parts[0]);
                        if (to.contains(":") || !Files.isRegularFile(target)) {
                            wrong.add(page.getFileName() + ": " + to + " is not there");
                        } else if (parts.length == 2 && !ids(read(target)).contains(parts[1])) {
                            wrong.add(page.getFileName() + ": no place " + to);
                        }
                    }
                }
                var ids = ID.matcher(html).results().map(m -> m.group(1)).toList();
                assertEquals(new HashSet<>(ids).size(), ids.size(), page + " has an id twice");
            }
        }
        assertEquals(List.of(), wrong);
        for (String script : Stream.of("pages.js", "search.js").toList()) {
            var named = Pattern.compile("['\"](assets/[^'\"]+)['\"]").matcher(read(folder.resolve("assets/" + script)));
            while (named.find()) {
                assertTrue(Files.exists(folder.resolve(named.group(1))), script + ": " + named.group(1));
            }
        }
    }

    private static List<String> ids(String html) {
        return ID.matcher(html).results().map(m -> m.group(1)).toList();
    }
}
