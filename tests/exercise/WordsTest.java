package tests.exercise;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lib.exercise.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checker says, and what it keeps to itself. */
@DisplayName("Exercise words")
class WordsTest {

    /** Calls with their arguments: pieces of the answer as one would type it. */
    private static final Pattern ANSWER = Pattern.compile("s\\.at\\(|randn\\.like\\(|\\.(add|sub|mul)i?\\(|sqrt\\(2|randomNormal");

    @ParameterizedTest(name = "{0}: hints help more and more, fit 80 columns, and never hold the answer")
    @EnumSource(Exercise.class)
    void hints(Exercise exercise) {
        var seen = new ArrayList<String>();
        for (int number = 1; number <= 3; number++) {
            String hint = exercise.hint(number);
            assertFalse(ANSWER.matcher(hint).find(), hint);
            assertTrue(hint.lines().allMatch(line -> line.codePointCount(0, line.length()) <= 80), hint);
            assertFalse(seen.contains(hint));
            seen.add(hint);
        }
    }

    @Test
    @DisplayName("no diagnosis holds the answer as one would type it, and each has something to say at several step sizes")
    void diagnoses() {
        Stream.<Slip>concat(Arrays.stream(Coefficients.values()), Arrays.stream(Form.values())).forEach(slip -> {
            for (double eta : new double[] {0.01, 0.1, 0.5}) {
                String text = slip.says() + " " + slip.means(eta);
                assertFalse(ANSWER.matcher(text).find(), text);
                assertTrue(text.length() > 60 && !text.contains("%") && !text.contains("NaN"), text);
            }
        });
    }

    @Test
    @DisplayName("the numbers of a message are those of the table: noise scaled by η at 0.1 settles at 0.0526")
    void numbers() {
        assertTrue(Coefficients.NOISE_ETA.means(0.1).contains("0.0526"), Coefficients.NOISE_ETA.means(0.1));
        assertTrue(Coefficients.NOISE_SQRT_ETA.means(0.5).contains("0.667"));
        assertTrue(Coefficients.DRIFT_DOUBLED.means(0.5).contains("= 1,"));
    }

    @Test
    @DisplayName("a blank stops with its own line")
    void blank() {
        var blank = assertThrows(Unsolved.class, () -> Unsolved.todo("the score at x"));
        assertEquals("the score at x", blank.what());
        assertTrue(blank.line() > 0);
        assertSame(Unsolved.class, assertThrows(RuntimeException.class,
                () -> new Checker(1, 0).examine((s, randn, x0, steps, eta) -> new Chain(Unsolved.todo("x"), List.of()))).getClass());
    }

    @ParameterizedTest(name = "the solution of langevin-{0} mirrors the script: three lines differ, and the script has three blanks")
    @ValueSource(strings = {"1d", "2d"})
    void solutionMirrorsTheScript(String name) throws Exception {
        var script = loop(Processes.ROOT.resolve("scripts/langevin-" + name + ".java"));
        var solution = loop(Processes.ROOT.resolve("lib/exercise/Langevin" + name + "Solution.java"));
        String text = Files.readString(Processes.ROOT.resolve("lib/exercise/Solution.java"));
        assertEquals(3, solution.stream().map(String::strip).filter(line -> line.matches("(NDArray (score|noise)|x) = [^0]*;") && text.contains('"' + line + '"')).count());
        Assumptions.assumeTrue(script.stream().filter(line -> line.contains("todo(")).count() == 3, "solved here");
        assertEquals(script.size(), solution.size());
        int different = 0;
        for (int i = 0; i < script.size(); i++) {
            different += script.get(i).equals(solution.get(i)) ? 0 : 1;
            assertEquals(script.get(i).contains("todo("), !script.get(i).equals(solution.get(i)), script.get(i));
        }
        assertEquals(3, different);
    }

    private static List<String> loop(Path file) throws Exception {
        var lines = Files.readAllLines(file);
        int begin = 0;
        while (!lines.get(begin).contains("static Chain langevin(")) {
            begin++;
        }
        int end = begin;
        while (!lines.get(end).equals("    }")) {
            end++;
        }
        return lines.subList(begin, end);
    }
}
