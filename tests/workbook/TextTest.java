package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text is executed: its commands run, its snippets answer what it says, its Java lines stand in the scripts. */
@Tag("slow")
@Tag("apart")
@DisplayName("lessons.md and README.md are true")
class TextTest {

    @TempDir
    static Path out;

    static Stream<String> commands() {
        return Stream.of("lessons.md", "README.md").flatMap(file -> blocks(file, "sh").stream()).flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> line.startsWith("./jbang ") && !line.matches("\\./jbang (tests|shell|new|ide)\\b.*")) // the last two have a clone in tests of their own
                .distinct();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void commandsRun(String command) {
        var args = new ArrayList<>(Arrays.asList(command.substring("./jbang ".length()).split(" +")));
        String alias = args.get(0).replaceFirst("\\.java$", "");
        if (args.size() == 1 && LESSONS.contains(alias)) {
            once(args.get(0));
            return;
        }
        boolean lesson = LESSONS.contains(alias) || EXERCISES.contains(alias) || alias.equals("bench");
        boolean unsolved = args.size() == 1 && EXERCISES.contains(alias);
        if (lesson && !args.contains("--help")) {
            args.addAll(List.of("--no-open", "--out", out.toString()));
        }
        var result = jbang(args.toArray(String[]::new));
        assertEquals(unsolved ? 1 : 0, result.status(), result.both());
    }

    @Test
    @DisplayName("the JShell snippets, pasted one after the other, answer what the text says")
    void snippets() {
        var code = new StringBuilder();
        var expected = new ArrayList<String>();
        for (String block : blocks("lessons.md", "jshell")) {
            for (String line : block.lines().toList()) {
                int answer = line.indexOf("// ==> ");
                code.append(answer < 0 ? line : line.substring(0, answer)).append('\n');
                if (answer >= 0) {
                    expected.add(line.substring(answer + "// ==> ".length()).strip());
                }
            }
        }
        assertTrue(expected.size() >= 4, "lessons.md has " + expected.size() + " answers to check");
        var result = jbang(java.util.Map.of("CI", "true"), code + "/exit\n", "shell");
        assertEquals(0, result.status(), result.both());
        assertFalse(Pattern.compile("(?m)^\\|\\s+(Error|Exception)").matcher(result.out()).find(), result.both());
        int from = 0;
        for (String answer : expected) {
            int found = result.out().indexOf("==> " + answer, from);
            assertTrue(found >= 0, "no answer \"" + answer + "\" after what came before, in\n" + result.both());
            from = found + answer.length();
        }
    }

    @Test
    @DisplayName("every lesson and every exercise has a snippet to try, as JShell's hint says")
    void snippetsEverywhere() {
        var without = Stream.concat(LESSONS.stream(), EXERCISES.stream()).filter(lesson -> blocksOf(section(lesson), "jshell").isEmpty()).toList();
        assertEquals(List.of(), without);
    }

    @Test
    @DisplayName("a snippet's lines fit the page, 88 columns")
    void snippetsFit() {
        assertEquals(List.of(), blocks("lessons.md", "jshell").stream().flatMap(String::lines).filter(line -> line.length() > 88).toList());
    }

    @Test
    @DisplayName("every line of a java block of a lesson stands in that lesson's script, of an exercise in its solution")
    void javaBlocks() {
        for (String lesson : Stream.concat(LESSONS.stream(), EXERCISES.stream()).toList()) {
            String file = EXERCISES.contains(lesson) ? "lib/exercise/" + lesson.replace("langevin-", "Langevin") + "Solution.java"
                    : "scripts/" + lesson + ".java";
            String source = read(ROOT.resolve(file)).replaceAll("[ \\t]+", " ");
            for (String block : blocksOf(section(lesson), "java")) {
                block.lines().map(line -> line.strip().replaceAll("[ \\t]+", " ")).filter(line -> !line.isEmpty() && !line.equals("..."))
                        .forEach(line -> assertTrue(source.contains(line), file + " has no line \"" + line + "\""));
            }
        }
    }

    @Test
    @DisplayName("what the text says a lesson prints is what it prints, line by line")
    void printedBlocks() {
        for (String lesson : LESSONS) {
            var blocks = blocksOf(section(lesson), "text");
            if (blocks.isEmpty() || lesson.equals("setup")) { // setup's lines are those of another machine
                continue;
            }
            String printed = once(lesson).result().out();
            blocks.get(0).lines().filter(line -> !line.isBlank() && !line.startsWith("out/") && !line.contains("..."))
                    .forEach(line -> assertTrue(printed.contains(line.stripTrailing()), lesson + " does not print \"" + line + "\" but\n" + printed));
        }
    }

    @Test
    @DisplayName("what README.md says score-field prints is what it prints")
    void readmeTranscript() {
        String block = blocks("README.md", "text").get(0);
        var printed = once("score-field.java").result().lines();
        assertEquals(block.lines().filter(line -> !line.startsWith("out/")).toList(), printed.subList(0, printed.size() - 1));
    }

    @Test
    @DisplayName("links inside the texts lead somewhere")
    void links() {
        String lessons = read(ROOT.resolve("lessons.md"));
        for (String file : List.of("lessons.md", "README.md")) {
            Pattern.compile("\\]\\(([^)\\s]+)\\)").matcher(read(ROOT.resolve(file))).results().map(m -> m.group(1))
                    .filter(link -> !link.startsWith("http")).forEach(link -> {
                        String[] parts = link.split("#", 2);
                        assertTrue(parts[0].isEmpty() || java.nio.file.Files.exists(ROOT.resolve(parts[0])), file + ": " + link);
                        if (parts.length == 2 && (file.equals("lessons.md") && parts[0].isEmpty() || parts[0].equals("lessons.md"))) {
                            assertTrue(lessons.contains("<a id=\"" + parts[1] + "\"></a>"), file + ": " + link);
                        }
                    });
        }
    }

    /** What lessons.md says about a lesson. */
    private static String section(String alias) {
        String text = read(ROOT.resolve("lessons.md"));
        int start = text.indexOf("<a id=\"" + alias + "\"></a>");
        int end = text.indexOf("<a id=", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static List<String> blocks(String file, String language) {
        return blocksOf(read(ROOT.resolve(file)), language);
    }

    static List<String> blocksOf(String markdown, String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```").matcher(markdown).results().map(m -> m.group(1)).toList();
    }
}
