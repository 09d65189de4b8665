package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every lesson as a person runs it: a process with a report, a page, tables and an exit status. */
@Tag("slow")
@Tag("apart")
@DisplayName("Lessons as processes")
class LessonTest {

    static final List<String> LESSONS = Workbook.LESSONS;

    @TempDir
    Path out;

    @ParameterizedTest(name = "{0}: a report of at most 80 columns, checks that hold, the page''s path last")
    @FieldSource("LESSONS")
    void report(String lesson) {
        var visit = once(lesson + ".java");
        var result = visit.result();
        assertEquals("", result.err());
        var lines = result.lines();
        assertEquals(visit.page(lesson).toString(), lines.get(lines.size() - 1));
        assertTrue(Files.exists(visit.page(lesson)));
        assertTrue(lines.stream().filter(line -> line.startsWith("  ✓ ")).count() >= 2, result.both());
        assertFalse(result.out().contains("✗"), result.both());
        lines.stream().limit(lines.size() - 1).forEach(line ->
                assertTrue(line.codePointCount(0, line.length()) <= 80, "wider than 80 columns: " + line));
    }

    @ParameterizedTest(name = "{0}: two runs with one seed write one page")
    @FieldSource("LESSONS")
    void sameSeedSamePage(String lesson) throws Exception {
        byte[] page = Files.readAllBytes(once(lesson).page(lesson));
        assertArrayEquals(page, Files.readAllBytes(once(lesson + ".java").page(lesson)));
        assertTrue(page.length <= (lesson.equals("langevin-animation") ? 500_000 : 300_000), lesson + ".html has " + page.length + " bytes");
    }

    @ParameterizedTest(name = "{0} --data writes {1}.csv")
    @CsvSource({
        "gaussian-score, curve, 'x,p,score', 500",
        "score-field, field, 'x1,x2,s1,s2', 225",
        "score-from-energy, field, 'x1,x2,s1,s2,energy', 225",
        "langevin-gaussian, samples, 'x1,x2', 500",
        "langevin-gaussian, trajectories, 'step,chain,x1,x2', 210",
        "bimodal-sampling, samples, 'x1,x2', 1000",
        "bimodal-sampling, field, 'x1,x2,s1,s2', 400",
        "langevin-animation, frames, 'step,chain,x1,x2', 30300",
    })
    void tables(String lesson, String table, String columns, int rows) {
        var lines = read(once(lesson, "--data").out().resolve("data").resolve(lesson + "." + table + ".csv")).lines().toList();
        assertEquals(columns, lines.get(0));
        assertEquals(rows, lines.size() - 1);
    }

    @Test
    @DisplayName("without --data no table is written, and nothing but the page and its assets")
    void nothingElse() throws Exception {
        jbang("score-field", "--no-open", "--out", out.toString());
        try (var files = Files.list(out)) {
            assertEquals(List.of("assets", "score-field.html"), files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest(name = "{0}: --help says every option, --version every version")
    @FieldSource("LESSONS")
    void helpAndVersion(String lesson) {
        var help = jbang(lesson, "--help");
        assertEquals(0, help.status(), help.both());
        for (String option : List.of("--seed", "--device", "--out", "--[no-]open", "--data", "--help", "--version", "Exit status")) {
            assertTrue(help.out().contains(option), option + " is missing:\n" + help.out());
        }
        var version = jbang(lesson, "--version");
        assertEquals(0, version.status(), version.both());
        assertTrue(Pattern.compile("DJL [\\d.]+, PyTorch [\\d.]+, Java \\d+").matcher(version.out()).find(), version.out());
    }

    @ParameterizedTest(name = "score-field {0}: exit 2, what and what to do, no stack trace, nothing written")
    @CsvSource(delimiter = '|', textBlock = """
            --nonsense            | Unknown option
            --seed x              | 'x' is not a number
            --device gpu          | no GPU
            --device gpu:7        | gpu:7
            --device tpu          | tpu is not a device
            --cov 1,2,1           | positive definite
            --cov 1,2             | three numbers
            --mean 1,NaN          | finite
            --out                 | parameter
            extra                 | extra
            """)
    void wrongUsage(String args, String message) {
        var command = new java.util.ArrayList<>(List.of("score-field.java", "--no-open"));
        if (!args.startsWith("--out")) {
            command.addAll(List.of("--out", out.resolve("new").toString()));
        }
        command.addAll(Arrays.asList(args.split(" ")));
        var result = jbang(command.toArray(String[]::new));
        assertEquals(2, result.status(), result.both());
        assertComplaint(result, message);
        assertFalse(Files.exists(out.resolve("new")), "something was written");
    }

    @Test
    @DisplayName("--std 0 and --std nan are refused")
    void standardDeviation() {
        for (String std : List.of("0", "-1", "NaN", "Infinity")) {
            var result = jbang("gaussian-score", "--no-open", "--out", out.toString(), "--std", std);
            assertEquals(2, result.status(), result.both());
            assertComplaint(result, "positive");
        }
    }

    @Test
    @DisplayName("an --out that cannot be a folder: exit 1, one message, nothing half written")
    void unwritableOut() throws Exception {
        Path file = Files.writeString(out.resolve("file"), "in the way");
        for (Path unwritable : List.of(file, file.resolve("below"), Path.of("/proc/nowhere"))) {
            var result = jbang("score-field.java", "--no-open", "--out", unwritable.toString());
            assertEquals(1, result.status(), result.both());
            assertComplaint(result, "--out");
        }
        assertEquals("in the way", Files.readString(file));
        try (var files = Files.list(out)) {
            assertEquals(1, files.count());
        }
    }

    private static void assertComplaint(Result result, String message) {
        assertTrue(result.err().contains(message), result.both());
        assertFalse(result.err().contains("\tat ") || result.err().contains("Exception"), result.both());
        assertTrue(result.err().lines().count() <= 3, result.both());
        assertEquals("", result.out());
    }
}
