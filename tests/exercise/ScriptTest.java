package tests.exercise;

import static org.junit.jupiter.api.Assertions.*;
import static tests.exercise.Processes.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** The exercises as processes: blank, wrong, solved, copied. */
@Tag("slow")
@Tag("apart")
@DisplayName("Exercise scripts")
class ScriptTest {

    private static final String ANSWER = "x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2 * eta)))";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} as it stands: exit 1, says which blank, why, and the line")
    @ValueSource(strings = {"langevin-1d", "langevin-2d"})
    void unsolved(String exercise) throws Exception {
        Path work = folder.resolve("work");
        jbang(ROOT, folder, exercise, "--copy", work.toString());
        Path script = work.resolve(exercise + ".java");
        Files.writeString(script, blanked(exercise, Files.readString(script)));
        var result = jbang(work, folder, exercise + ".java", "--no-open", "--out", folder.resolve("out").toString());
        assertEquals(1, result.status(), result.both());
        var lines = Files.readAllLines(script);
        int line = 1;
        while (!lines.get(line - 1).contains("todo(\"")) {
            line++;
        }
        assertTrue(result.err().contains(exercise + ".java, line " + line + ", is still blank: 1. the score"), result.both());
        assertTrue(result.err().contains("uphill"), result.both());
        assertFalse(result.both().contains("\tat "), "a stack trace");
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    @DisplayName("langevin-1d --solution: PyTorch's numbers at seed 42, to 1e-3, and nothing is marked as solved")
    void solutionOnALine() throws Exception {
        Table way = table("langevin-1d", "trajectory");
        assertEquals(List.of("step", "x"), way.columnNames());
        String page = Files.readString(folder.resolve("out/langevin-1d.html"));
        assertTrue(page.contains("jbang langevin-1d --solution<") || page.contains("jbang langevin-1d --solution --"), "a command that runs");
        assertFalse(page.contains("todo("), "the page shows what ran");
        assertTrue(page.contains("The solution&#x27;s chain") || page.contains("The solution&#39;s chain") || page.contains("The solution's chain"), "whose chain");
        assertEquals(1001, way.rowCount());
        reference().get("langevin-1d").get("at").fields().forEachRemaining(at ->
                assertEquals(at.getValue().asDouble(), way.row(Integer.parseInt(at.getKey())).getNumber("x"), 1e-3, at.getKey()));
        assertFalse(Files.exists(folder.resolve("exercises.txt")));
    }

    @Test
    @DisplayName("langevin-2d --solution: PyTorch's numbers at seed 42, to 1e-3; five trajectories")
    void solutionInThePlane() throws Exception {
        Table samples = table("langevin-2d", "samples");
        JsonNode expected = reference().get("langevin-2d");
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                assertEquals(expected.get("final_first3").get(i).get(j).asDouble(), samples.row(i).getNumber("x" + (j + 1)), 1e-3);
            }
        }
        assertEquals(200, samples.rowCount());
        assertEquals(expected.get("mean").get(0).asDouble(), samples.numberColumn("x1").mean(), 1e-3);
        Table ways = Table.read().csv(folder.resolve("out/data/langevin-2d.trajectories.csv").toFile());
        assertEquals(List.of("step", "chain", "x1", "x2"), ways.columnNames());
        assertEquals(5 * 501, ways.rowCount());
        assertEquals(expected.get("initial_first3").get(1).get(1).asDouble(), ways.row(1).getNumber("x2"), 1e-5);
    }

    @Test
    @DisplayName("a copy runs where it is: a mistake is named with its line, right code is marked as solved, other text is not")
    void copy() throws Exception {
        Path work = folder.resolve("my work");
        var copied = jbang(ROOT, folder, "langevin-1d", "--copy", work.toString());
        assertEquals(0, copied.status(), copied.both());
        Path script = work.resolve("langevin-1d.java");
        String blank = blanked("langevin-1d", Files.readString(script));
        assertFalse(blank.contains("../"), blank);
        assertEquals(2, jbang(ROOT, folder, "langevin-1d", "--copy", work.toString()).status(), "somebody's work was written over");
        Path file = Files.writeString(folder.resolve("a file"), "mine");
        var inTheWay = jbang(ROOT, folder, "langevin-1d", "--copy", file.toString());
        assertEquals(1, inTheWay.status(), inTheWay.both());
        assertTrue(inTheWay.err().contains("--copy " + file) && inTheWay.err().contains("it is a file, not a folder"), inTheWay.both());
        assertFalse(inTheWay.err().contains("Exception"), inTheWay.both());

        Files.writeString(script, fill(blank, "s.at(x)", "randn.like(x)", "x.add(score.mul(eta)).add(noise.mul(eta))"));
        var wrong = jbang(work, folder, "langevin-1d.java", "--no-open");
        assertEquals(1, wrong.status(), wrong.both());
        assertTrue(wrong.out().contains("standard deviation η; the rule's has √(2η)"), wrong.both());
        assertTrue(wrong.out().contains("| x = x.add(score.mul(eta)).add(noise.mul(eta));"), wrong.both());

        String page = Files.readString(work.resolve("out/langevin-1d.html"));
        assertTrue(wrong.out().contains("● yours") && !page.contains("● yours"), "the plot in letters is the terminal's: the page has the figure");
        assertTrue(page.contains("| x = x.add(score.mul(eta)).add(noise.mul(eta));</pre>"), "the line keeps its spaces");
        assertTrue(page.matches("(?s).*<p class=\"said\">[^<]*standard deviation η; the rule&#39;s has √\\(2η\\)[^<]*</p>.*"), "what is wrong is prose");

        Files.writeString(script, fill(blank, "s.at(x)", "x.reshape(7, 7)", ANSWER));
        var thrown = jbang(work, folder, "langevin-1d.java", "--no-open");
        assertEquals(1, thrown.status(), thrown.both());
        assertTrue(thrown.out().contains("exception of its own") && thrown.out().contains("| NDArray noise = x.reshape(7, 7);"), thrown.both());

        Files.writeString(script, fill(blank, "s.at(x)", "randn.like(x)", ANSWER + "; if (t == 2) { System.exit(0); }"));
        var ended = jbang(work, folder, "langevin-1d.java", "--no-open");
        assertEquals(1, ended.status(), ended.both());
        assertTrue(ended.err().contains("Your loop ends the whole program, in langevin-1d.java, line "), ended.both());
        assertTrue(list(work).contains("not solved yet"), list(work));

        String right = fill(blank, "s.at(x)", "randn.like(x)", ANSWER);
        Files.writeString(script, right);
        assertTrue(list(work).contains("not solved yet"), list(work));
        var solved = jbang(work, folder, "langevin-1d.java", "--no-open");
        assertEquals(0, solved.status(), solved.both());
        assertTrue(solved.out().startsWith("Started at 4.00, ended at 0.42"), solved.both());
        assertTrue(list(work).contains("✓ langevin-1d  solved"), list(work));
        Files.writeString(script, right + "// more\n");
        assertTrue(list(work).contains("changed since it was solved"), list(work));
    }

    @Test
    @DisplayName("a step size of 5, of -1, of NaN, 0 chains: a message, the right exit status, no stack trace")
    void wrongUsage() {
        Object[][] cases = {{2, "no law to settle in", "--step-size", "5"}, {2, "--step-size", "--step-size", "-1"}, {2, "--step-size", "--step-size", "NaN"},
            {2, "--chains", "--chains", "0"}, {2, "--chains", "--chains", "1000000000000"}, {2, "--steps", "--steps", "0"}};
        for (Object[] one : cases) {
            var result = jbang(ROOT, folder, "langevin-2d", "--solution", "--no-open", "--out", folder.resolve("out").toString(), (String) one[2], (String) one[3]);
            assertEquals(one[0], result.status(), result.both());
            assertTrue(result.err().contains((String) one[1]) && !result.err().contains("\tat "), result.both());
        }
    }

    private String list(Path work) {
        return jbang(work, folder, ROOT.resolve("scripts/exercises.java").toString(), "--in", work.toString()).out();
    }

    /** The script as it is given to a person, whatever this clone's has become: its loop is the solution's, with blanks. */
    static String blanked(String exercise, String script) throws Exception {
        String name = exercise.endsWith("1d") ? "Langevin1dSolution" : "Langevin2dSolution";
        String loop = loop(Files.readString(ROOT.resolve("lib/exercise/" + name + ".java")));
        String[] blanks = {"1. the score", "2. Gaussian noise", "3. the next x"};
        String[] lines = {"NDArray score = ", "NDArray noise = ", " x = x.add("};
        for (int i = 0; i < lines.length; i++) {
            int begin = loop.indexOf(lines[i]) + lines[i].indexOf('=') + 2;
            loop = loop.substring(0, begin) + "todo(\"" + blanks[i] + "\")" + loop.substring(loop.indexOf(";\n", begin));
        }
        return script.replace(loop(script), loop);
    }

    private static String loop(String text) {
        int begin = text.indexOf("    static Chain langevin(");
        return text.substring(begin, text.indexOf("\n    }\n", begin));
    }

    static String fill(String script, String score, String noise, String x) {
        return script.replaceFirst("score = todo\\(.*\\)", "score = " + score).replaceFirst("noise = todo\\(.*\\)", "noise = " + noise)
                .replaceFirst("x = todo\\(.*\\)", "x = " + x);
    }

    private Table table(String exercise, String name) {
        var result = jbang(ROOT, folder, exercise, "--solution", "--data", "--no-open", "--out", folder.resolve("out").toString());
        assertEquals(0, result.status(), result.both());
        return Table.read().csv(folder.resolve("out/data/" + exercise + "." + name + ".csv").toFile());
    }

    private static JsonNode reference() throws Exception {
        return new ObjectMapper().readTree(ROOT.resolve("tests/data/pytorch-seed-42.json").toFile());
    }
}
