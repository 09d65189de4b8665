package tests.page;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lib.page.Command;
import lib.page.Outline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are printed can be pasted, and a section is a lesson where the catalog has one. */
@Tag("slow")
@DisplayName("Commands in print")
class CommandTest {

    @Test
    @DisplayName("the launcher is named from where the person stands, JBang on the PATH by its name, a catalog on the web after the alias")
    void launchers() {
        assertEquals("./jbang setup --seed 7", line("/home/eve/book/jbang", "/home/eve/book", "", "setup", "--seed", "7"));
        assertEquals("../jbang setup", line("/home/eve/book/jbang", "/home/eve/book/scripts", "", "setup"));
        assertEquals("book/jbang setup", line("/home/eve/book/jbang", "/home/eve", "", "setup").replaceFirst("^\\./", ""));
        assertEquals("/home/eve/book/jbang setup", line("/home/eve/book/jbang", "/var/tmp/far/away", "", "setup"));
        assertEquals("'/home/eve/my book/jbang' setup --out 'a b'", line("/home/eve/my book/jbang", "/var/tmp/far/away", "", "setup", "--out", "a b"));
        assertEquals("jbang setup", line("", "/home/eve", "", "setup"));
        assertEquals("jbang setup", line("jbang", "/home/eve", "", "setup"));
        assertEquals("./jbang setup@http://127.0.0.1:8000/jbang-catalog.json --hint",
                line("/home/eve/book/jbang", "/home/eve/book", "http://127.0.0.1:8000/jbang-catalog.json", "setup", "--hint"));
    }

    @Test
    @DisplayName("a shell that gets the line runs that program, whatever its path holds")
    void pasted(@TempDir Path folder) throws Exception {
        Path root = Files.createDirectories(folder.resolve("it's a $book"));
        Path program = Files.writeString(root.resolve("jbang"), "#!/bin/sh\nprintf '%s|' \"$@\"\n");
        assertTrue(program.toFile().setExecutable(true));
        for (Path here : List.of(root, Files.createDirectories(root.resolve("scripts")), folder, Path.of("/"))) {
            String line = line(program.toString(), here.toString(), "", "setup", "--out", "a 'b'");
            var shell = new ProcessBuilder("sh", "-c", line).directory(here.toFile()).redirectErrorStream(true).start();
            assertEquals("setup|--out|a 'b'|", new String(shell.getInputStream().readAllBytes()), line);
            assertTrue(shell.waitFor(2, TimeUnit.MINUTES));
        }
    }

    @Test
    @DisplayName("a section is a lesson where the catalog has a script for it, whatever its text says")
    void lessons() {
        var text = Outline.parse("# Course\n<a id=\"langevin\"></a>\n## 5 Walk\nGo straight to ./jbang langevin-1d, or jbang langevin.\n"
                + "<a id=\"score-field\"></a>\n## 6 Field\nNo word of a command.\n<a id=\"langevin-1d\"></a>\n## 7 Line\nText.\n");
        assertEquals(List.of(false, true, true), text.sections().stream().map(Outline.Section::isLesson).toList());
        assertEquals("langevin-1d", text.neighbours("score-field").next().orElseThrow().alias());
        assertTrue(text.neighbours("score-field").previous().isEmpty());
    }

    private static String line(String launcher, String here, String catalog, String alias, String... arguments) {
        return new Command(Map.of("JBANG_LAUNCH_CMD", launcher, "WORKBOOK_CATALOG", catalog), Path.of(here)).line(alias, arguments);
    }
}
