package tests.exercise;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Files;
import lib.exercise.Exercise;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What javac refuses, in words for somebody who comes from Python. */
@DisplayName("Exercise: what is no Java")
class NotJavaTest {

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            s(x)        | randn.like(x)             | x                      | its method at
            s.score(x)  | randn.like(x)             | x                      | one method for this: at
            s.at(x)     | randn(x)                  | x                      | its method like
            s.at(x)     | nd.randn(x)               | x                      | There is no nd here
            s.at(x)     | torch.randn_like(x)       | x                      | There is no torch here
            s.at(x)     | randn.like(x)             | x + eta * score        | has no +, - and *
            s.at(x)     | randn.like(x)             | x.plus(score)          | no plus
            s.at(x)     | randn.like(x)             | x.add(noise.mul(sqrt(2 * eta))) | Math.sqrt
            s.at(x)     | randn.like(new Engine(x)) | x                      | import ai.djl.engine.Engine
            s.at(x)     | randn.like(x              | x                      | every bracket
            s.at(x)     | randn.like(x)             | 4.0                    | are two things
            """)
    void isExplained(String score, String noise, String x, String words) throws Exception {
        String script = ScriptTest.fill(ScriptTest.blanked("langevin-1d", Files.readString(Processes.ROOT.resolve("scripts/langevin-1d.java"))), score, noise, x);
        var error = Exercise.LANGEVIN_1D.notJava(script).orElseThrow();
        String all = error.getMessage() + " " + error.remedy().replaceAll("\\s+", " ");
        assertTrue(all.contains(words), all);
        assertTrue(error.getMessage().matches("langevin-1d.java, line \\d+, is not Java yet: .*") && error.remedy().matches("(?s).*\\d+ \\| .*"), all);
        assertEquals(1, error.exitStatus());
    }

    @Test
    @DisplayName("the right lines compile, and so does the script with its blanks")
    void compiles() throws Exception {
        String blank = ScriptTest.blanked("langevin-1d", Files.readString(Processes.ROOT.resolve("scripts/langevin-1d.java")));
        assertTrue(Exercise.LANGEVIN_1D.notJava(blank).isEmpty());
        assertTrue(Exercise.LANGEVIN_1D.notJava(ScriptTest.fill(blank, "s.at(x)", "randn.like(x)", "x.add(score)")).isEmpty());
    }
}
