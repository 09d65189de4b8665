package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** The workbook's JShell, as a person types into it. */
@Tag("apart")
@DisplayName("JShell")
class ShellTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("help() prints ten lines that run, one after the other; densities say what they are, and pages never take another's place")
    void tenThings() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/shell-1.html"), "yesterday's");
        var help = type("help()");
        var ten = help.substring(help.indexOf("Ten things")).lines().filter(line -> line.startsWith("  ")).map(String::strip).filter(line -> line.matches("(var|Energy|e\\.|end\\.|show\\(Panel).*")).toList();
        assertEquals(10, ten.size(), help);
        var said = type(String.join("\n", ten) + """

                seed(7)
                g
                m
                show(tech.tablesaw.plotly.api.ScatterPlot.create("Any figure of Tablesaw's", t, "x1", "x2"))
                """);
        assertFalse(Pattern.compile("(?m)^\\|\\s+(Error|Exception)").matcher(said).find(), said);
        assertTrue(said.contains("Gaussian in 2 dimensions with mean (1, 0)"), said);
        assertTrue(said.contains("0.25 Gaussian in 2 dimensions with mean (1, 0) + 0.75 Gaussian in 2 dimensions with mean (0, 0)"), said);
        assertEquals("yesterday's", Files.readString(folder.resolve("out/shell-1.html")));
        assertTrue(facts("shell-2").contains("Seed, last set 42"), facts("shell-2"));
        assertTrue(facts("shell-3").contains("Seed, last set 7"), facts("shell-3"));
        assertTrue(read(folder.resolve("out/shell-3.html")).contains("Any figure of Tablesaw"), "a figure that is none of ours");
    }

    /** A page's words. */
    private String facts(String page) {
        return read(folder.resolve("out/" + page + ".html")).replaceAll("(?s)<(script|style).*?</\\1>", "").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private String type(String lines) {
        var result = run(folder, Map.of("CI", "true"), lines + "\n/exit\n", List.of(ROOT.resolve("jbang").toString(), "shell"));
        assertEquals(0, result.status(), result.both());
        return result.out();
    }
}
