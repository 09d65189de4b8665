package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** A reader's code in the book: what it does to its own process, the other chapters do not notice. */
@Tag("slow")
@Tag("apart")
@DisplayName("Book: exercises that misbehave")
class HostileExerciseTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("a loop that ends the program, and one that changes locale and output and draws in the background: the next lesson's page is the same, to the byte")
    void apart() throws Exception {
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        Files.copy(ROOT.resolve("scripts/langevin-gaussian.java"), scripts.resolve("langevin-gaussian.java"));
        write(scripts, "langevin-1d", "System.exit(0);");
        write(scripts, "langevin-2d", """
                java.util.Locale.setDefault(java.util.Locale.forLanguageTag("ar-EG"));
                System.setOut(null);
                var drawing = new Thread(() -> { while (true) { x0.getManager().randomNormal(x0.getShape()).close(); } });
                drawing.start();
                """);
        var alone = book(scripts, "alone", "langevin-gaussian");
        var all = book(scripts, "all", "langevin-1d,langevin-2d,langevin-gaussian");
        assertEquals(0, all.status(), all.text());
        assertTrue(all.text().matches("(?s).*· langevin-1d +it ended the program.*langevin-2d.*✓ langevin-gaussian.*"), all.text());
        assertTrue(Files.exists(folder.resolve("all/index.html")));
        assertTrue(Files.readString(folder.resolve("all/langevin-1d.html")).contains("ended the program"));
        assertEquals(-1, Files.mismatch(folder.resolve("alone/langevin-gaussian.html"), folder.resolve("all/langevin-gaussian.html")), alone.text() + all.text());
    }

    /** The script with the solution's loop, which begins with these statements. */
    private static void write(Path scripts, String exercise, String first) throws Exception {
        String script = Files.readString(ROOT.resolve("scripts/" + exercise + ".java"));
        int begin = script.indexOf("NDArray x = x0.duplicate();");
        int end = script.indexOf("\n    }\n", begin);
        Files.writeString(scripts.resolve(exercise + ".java"), script.substring(0, begin) + first + """
                NDArray x = x0.duplicate();
                List<NDArray> way = new ArrayList<>();
                way.add(x.get(":5").duplicate());
                for (int t = 0; t < steps; t++) {
                    x = x.add(s.at(x).mul(eta)).add(randn.like(x).mul(Math.sqrt(2 * eta)));
                    way.add(x.get(":5").duplicate());
                }
                return new Chain(x, way);""" + script.substring(end));
    }

    private record Outcome(int status, String text) {}

    private Outcome book(Path scripts, String out, String lessons) throws Exception {
        Path said = folder.resolve(out + ".txt");
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:TieredStopAtLevel=1", "-DOPT_OUT_TRACKING=true",
                "-cp", scripts + File.pathSeparator + System.getProperty("java.class.path"), BookProcess.class.getName(),
                "--no-open", "--out", folder.resolve(out).toString(), "--only", lessons).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("WORKBOOK_DATA", folder.resolve("data").toString());
        builder.environment().put("JBANG_DIR", folder.resolve("jbang").toString());
        var process = builder.start();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES));
        return new Outcome(process.exitValue(), Files.readString(said));
    }
}
