package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;

/** One identifier for one section everywhere; what is named is there, and what is there is named. */
@DisplayName("Catalog, scripts, text and library agree")
class AgreementTest {

    private static final Pattern PROCESS = Pattern.compile("(?<![\\w.])jbang\\(|run\\(ROOT|Browser[.(]|ProcessBuilder|Processes\\.[a-z]");

    @Test
    @DisplayName("every lesson has an alias in both forms, a script, a class, a section and a README row")
    void oneNameEverywhere() {
        var aliases = json(ROOT.resolve("jbang-catalog.json")).get("aliases");
        String text = read(ROOT.resolve("lessons.md"));
        String readme = read(ROOT.resolve("README.md"));
        String book = read(ROOT.resolve("scripts/workbook.java"));
        var missing = new ArrayList<String>();
        for (String lesson : Stream.concat(LESSONS.stream(), EXERCISES.stream()).toList()) {
            String script = "scripts/" + lesson + ".java";
            for (String alias : List.of(lesson, lesson + ".java")) {
                if (!aliases.has(alias) || !aliases.get(alias).get("script-ref").asText().equals(script)) {
                    missing.add("alias " + alias + " -> " + script);
                }
            }
            String source = read(ROOT.resolve(script));
            String className = Stream.of(lesson.split("-")).map(w -> w.substring(0, 1).toUpperCase() + w.substring(1)).reduce("", String::concat);
            for (String line : List.of("///usr/bin/env jbang \"$0\" \"$@\" ; exit $?", "//DESCRIPTION ", "//JAVA 17+", "//DEPS ../lib/Workbook.java",
                    "//FILES " + lesson + ".java", "//MAIN " + className, "//RUNTIME_OPTIONS -XX:+UseSerialGC ", "@Command(name = \"" + lesson + "\"")) {
                if (!source.contains(line)) {
                    missing.add(script + ": " + line);
                }
            }
            String described = aliases.path(lesson).path("description").asText();
            if (!source.contains("//DESCRIPTION " + described + "\n")) {
                missing.add(script + ": the catalog's description, \"" + described + "\"");
            }
            if (!text.contains("<a id=\"" + lesson + "\"></a>\n")) {
                missing.add("lessons.md: section " + lesson);
            }
            if (!book.contains("//FILES " + lesson + ".java\n")) {
                missing.add("scripts/workbook.java: //FILES " + lesson + ".java, or the book leaves it out");
            }
            if (!readme.contains("`" + lesson + "`")) {
                missing.add("README.md: row of " + lesson);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("every script is a lesson with an alias, and every alias has its file and a description")
    void nothingUnnamed() throws IOException {
        var aliases = json(ROOT.resolve("jbang-catalog.json")).get("aliases");
        try (var scripts = Files.list(ROOT.resolve("scripts"))) {
            var stems = scripts.map(p -> p.getFileName().toString().replaceAll("\\.(java|jsh)$", "")).sorted().toList();
            var expected = new ArrayList<>(LESSONS);
            expected.addAll(EXERCISES);
            expected.addAll(List.of("bench", "exercises", "narration", "shell", "workbook"));
            assertEquals(expected.stream().sorted().toList(), stems);
        }
        aliases.fields().forEachRemaining(alias -> {
            assertTrue(Files.exists(ROOT.resolve(alias.getValue().get("script-ref").asText())), alias.getKey());
            assertFalse(alias.getValue().path("description").asText().isBlank(), alias.getKey());
        });
    }

    @Test
    @DisplayName("a test class that starts processes or a browser is tagged slow, or --quick would not be")
    void quick() throws IOException {
        var untold = new ArrayList<String>();
        try (var files = Files.walk(ROOT.resolve("tests"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                String source = read(file);
                if (PROCESS.matcher(source).find() && !source.contains("@Tag(\"slow\")") && !source.contains("PROCESS")) {
                    untold.add(file.toString());
                }
            }
        }
        assertEquals(List.of(), untold);
    }

    @Test
    @DisplayName("every file that is compiled says that it is UTF-8: JDK 17 takes the locale's charset, and a container has none")
    void encoding() throws IOException {
        var silent = new ArrayList<String>();
        for (String room : List.of("scripts", "lib", "tests", "narration")) {
            try (var files = Files.walk(ROOT.resolve(room))) {
                files.filter(file -> file.toString().matches(".*\\.(java|jsh)") && read(file).contains("\n//JAVA 17+\n"))
                        .filter(file -> !read(file).contains("\n//COMPILE_OPTIONS -encoding UTF-8\n")).map(Path::toString).forEach(silent::add);
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    @DisplayName("lib/Workbook.java names every file of the library, and its versions are those of its //DEPS")
    void theOneDoor() throws IOException {
        String door = read(ROOT.resolve("lib/Workbook.java"));
        var named = Pattern.compile("(?m)^//(?:SOURCES|FILES) (\\S+?)(?:=(\\S+))?$").matcher(door).results()
                .map(m -> ROOT.resolve("lib").resolve(m.group(2) == null ? m.group(1) : m.group(2)).normalize()).sorted().toList();
        try (var files = Files.walk(ROOT.resolve("lib"))) {
            var there = files.filter(Files::isRegularFile).toList();
            var expected = new ArrayList<>(there);
            expected.add(ROOT.resolve("lessons.md"));
            expected.add(ROOT.resolve("jbang-catalog.json"));
            try (var narration = Files.list(ROOT.resolve("narration"))) {
                narration.filter(p -> p.getFileName().toString().matches("02_.*")).forEach(expected::add);
            }
            assertEquals(expected.stream().sorted().toList(), named);
        }
        assertEquals(constant(door, "DJL_VERSION"), dependency(door, "ai.djl:api"));
        assertEquals(constant(door, "DJL_VERSION"), dependency(door, "ai.djl.pytorch:pytorch-engine"));
        assertEquals(constant(door, "PYTORCH_VERSION") + "-" + constant(door, "DJL_VERSION"), dependency(door, "ai.djl.pytorch:pytorch-jni"));
        assertEquals(constant(door, "PYTORCH_VERSION"), group("(?m)pytorch-native-cpu:(\\S+)$", read(ROOT.resolve("jbang"))));
    }

    @Test
    @DisplayName("layers point one way: score knows nothing of charts, charts nothing of tensors, pages nothing of lessons")
    void layers() throws IOException {
        assertImportsNone("score", "lib.sampling", "lib.chart", "lib.page", "lib.lesson", "tech.tablesaw", "picocli");
        assertImportsNone("sampling", "lib.exercise", "lib.chart", "lib.page", "lib.lesson", "tech.tablesaw", "picocli");
        assertImportsNone("chart", "lib.score", "lib.sampling", "lib.page", "lib.lesson", "ai.djl", "picocli");
        assertImportsNone("lesson", "lib.exercise", "lib.book");
        assertImportsNone("exercise", "lib.book");
        assertImportsNone("narration", "lib.exercise", "lib.book", "lib.score", "lib.sampling", "lib.chart", "lib.lesson", "ai.djl", "tech.tablesaw", "picocli");
        assertImportsNone("page", "lib.narration", "lib.exercise", "lib.book", "lib.score", "lib.sampling", "lib.lesson", "ai.djl", "picocli");
    }

    @Test
    @DisplayName("no Kotlin on the class path, transitive dependencies included")
    void noKotlin() {
        for (String jar : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            assertFalse(Path.of(jar).getFileName().toString().toLowerCase().contains("kotlin"), jar);
        }
        assertThrows(ClassNotFoundException.class, () -> Class.forName("kotlin.Unit"));
    }

    private static void assertImportsNone(String room, String... packages) throws IOException {
        try (var files = Files.list(ROOT.resolve("lib").resolve(room))) {
            for (Path file : files.filter(p -> p.toString().endsWith(".java")).toList()) {
                for (String name : packages) {
                    assertFalse(read(file).contains(name + "."), file.getFileName() + " names " + name);
                }
            }
        }
    }

    private static String constant(String source, String name) {
        return group("String " + name + " = \"([^\"]+)\"", source);
    }

    private static String dependency(String source, String module) {
        return group("(?m)^//DEPS " + Pattern.quote(module) + ":(\\S+)$", source);
    }

    private static String group(String pattern, String source) {
        Matcher matcher = Pattern.compile(pattern).matcher(source);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }
}
