package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;

/** What .editorconfig asks of editors, and what the files for GitHub's robots name, is so. */
@DisplayName("Habits")
class HabitsTest {

    private static final Pattern BINARY = Pattern.compile(".*\\.(png|mp3|vtt|tsv)");

    /** Our own text files: no build output, nothing of a person's editor. */
    private static List<Path> texts() throws IOException {
        var texts = new ArrayList<Path>();
        for (String part : List.of("jbang", "jbang-catalog.json", "README.md", "lessons.md", ".editorconfig", ".gitattributes", ".gitignore",
                ".ci", ".github", "lib", "scripts", "tests", "narration")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
                files.filter(file -> Files.isRegularFile(file) && !BINARY.matcher(file.toString()).matches() && !file.toString().endsWith(".class")).forEach(texts::add);
            }
        }
        return texts;
    }

    @Test
    @DisplayName("text files are UTF-8 with line feeds, no tab, nothing after a line's end, and one line feed at the last")
    void whitespace() throws IOException {
        var wrong = new TreeMap<String, String>();
        for (Path file : texts()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            String name = ROOT.relativize(file).toString();
            if (text.contains("\uFFFD") && !name.startsWith("tests")) {
                wrong.put(name, "not UTF-8");
            } else if (text.contains("\r")) {
                wrong.put(name, "a carriage return");
            } else if (text.contains("\t")) {
                wrong.put(name, "a tab");
            } else if (Pattern.compile("(?m) +$").matcher(text).find()) {
                wrong.put(name, "spaces at a line's end");
            } else if (!text.isEmpty() && !text.endsWith("\n")) {
                wrong.put(name, "no line feed at its end");
            }
        }
        assertEquals(new TreeMap<>(), wrong);
    }

    /** What is longer than a file of the library should be, until it is divided. */
    private static final List<String> LONG = List.of("lib/law/TwoModesChain.java", "lib/lesson/Lesson.java");

    @Test
    @DisplayName("the library has no line over 120 columns and no file over 200 lines; the checker's room is still to be put in order")
    void sizes() throws IOException {
        var wrong = new ArrayList<String>();
        for (Path file : texts()) {
            String name = ROOT.relativize(file).toString().replace('\\', '/');
            if (!name.matches("lib/.*\\.java") || name.startsWith("lib/exercise/")) {
                continue;
            }
            var lines = read(file).lines().toList();
            if (lines.size() > 200 != LONG.contains(name)) {
                wrong.add(name + " has " + lines.size() + " lines");
            }
            lines.stream().filter(line -> line.length() > 120).forEach(line -> wrong.add(name + ": " + line.strip()));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    @DisplayName("renovate finds every pinned version: each //DEPS line of library and tests, and JBang's in the launcher")
    void renovate() throws IOException {
        var managers = new ObjectMapper().readTree(ROOT.resolve(".github/renovate.json").toFile()).get("customManagers");
        Pattern dependency = Pattern.compile(managers.get(0).get("matchStrings").get(0).asText());
        for (String file : List.of("lib/Workbook.java", "tests/AllTests.java")) {
            String source = read(ROOT.resolve(file));
            long pinned = source.lines().filter(line -> line.matches("//DEPS [^/$]+:.*")).count();
            assertEquals(pinned, dependency.matcher(source).results().count(), file);
            assertTrue(pinned > 4, file);
        }
        var jbang = Pattern.compile(managers.get(1).get("matchStrings").get(0).asText()).matcher(read(ROOT.resolve("jbang")));
        assertTrue(jbang.find() && jbang.group("currentValue").matches("\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    @DisplayName("the workflow runs every alias, on three systems and three JDKs, and the tests as they are run here")
    void workflow() {
        String workflow = read(ROOT.resolve(".github/workflows/check.yml"));
        for (String part : List.of("ubuntu-latest, macos-latest, windows-latest", "java: [17, 21, 25]", ".github/every-alias", "bash .ci/run", "./jbang workbook")) {
            assertTrue(workflow.contains(part), part);
        }
        assertTrue(Files.isExecutable(ROOT.resolve(".github/every-alias")));
    }
}
