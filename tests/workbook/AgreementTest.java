package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;

/** One identifier for one section everywhere; what is named is there, and what is there is named. */
@DisplayName("Catalog, scripts, text and library agree")
class AgreementTest {

    /** The rooms of the library, and those that each may know. */
    private static final Map<String, Set<String>> ROOMS = new LinkedHashMap<>();

    static {
        ROOMS.put("io", Set.of());
        ROOMS.put("score", Set.of());
        ROOMS.put("sampling", Set.of("score"));
        ROOMS.put("law", Set.of("sampling"));
        ROOMS.put("chart", Set.of());
        ROOMS.put("narration", Set.of("io"));
        ROOMS.put("page", Set.of("io", "chart", "narration"));
        ROOMS.put("lesson", Set.of("io", "score", "sampling", "law", "chart", "narration", "page"));
        ROOMS.put("exercise", Set.of("io", "score", "sampling", "chart", "page", "lesson"));
        ROOMS.put("book", Set.of("io", "score", "sampling", "narration", "page", "lesson", "exercise"));
        ROOMS.put("bench", Set.of("io", "score", "sampling", "chart", "lesson"));
        ROOMS.put("project", Set.of("io"));
    }

    /** What only some rooms may know of the world outside. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "ai.djl.", Set.of("score", "sampling", "law", "lesson", "exercise", "book", "bench"),
            "tech.tablesaw.", Set.of("chart", "page", "lesson", "exercise", "bench"),
            "picocli.", Set.of("lesson", "exercise", "book", "bench"));

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
            expected.addAll(List.of("bench", "exercises", "ide", "narration", "new", "shell", "workbook"));
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
    @DisplayName("every file of the library stands behind one door, its room's package-info.java, and lib/Workbook.java names the doors")
    void doors() throws IOException {
        String workbook = read(ROOT.resolve("lib/Workbook.java"));
        var named = new ArrayList<>(named(ROOT.resolve("lib/Workbook.java")));
        assertEquals(ROOMS.keySet().stream().map(room -> ROOT.resolve("lib").resolve(room).resolve("package-info.java")).toList(),
                named.stream().filter(file -> file.endsWith("package-info.java")).toList());
        for (String room : ROOMS.keySet()) {
            var behind = named(ROOT.resolve("lib").resolve(room).resolve("package-info.java"));
            assertTrue(behind.stream().allMatch(file -> !file.startsWith(ROOT.resolve("lib")) || file.startsWith(ROOT.resolve("lib").resolve(room))), room);
            named.addAll(behind);
        }
        var expected = new ArrayList<>(List.of(ROOT.resolve("lessons.md"), ROOT.resolve("jbang-catalog.json")));
        try (var files = Files.walk(ROOT.resolve("lib")); var narration = Files.list(ROOT.resolve("narration"))) {
            files.filter(Files::isRegularFile).forEach(expected::add);
            narration.filter(p -> p.getFileName().toString().matches("02_.*")).forEach(expected::add);
        }
        assertEquals(expected.stream().sorted().toList(), named.stream().sorted().toList());
        assertEquals(constant(workbook, "DJL_VERSION"), dependency(workbook, "ai.djl:api"));
        assertEquals(constant(workbook, "DJL_VERSION"), dependency(workbook, "ai.djl.pytorch:pytorch-engine"));
        assertEquals(constant(workbook, "PYTORCH_VERSION") + "-" + constant(workbook, "DJL_VERSION"), dependency(workbook, "ai.djl.pytorch:pytorch-jni"));
        assertEquals(constant(workbook, "PYTORCH_VERSION"), group("(?m)pytorch-native-cpu:(\\S+)$", read(ROOT.resolve("jbang"))));
    }

    @Test
    @DisplayName("rooms know those below them and no other: the mathematics no page, the figures no tensor")
    void rooms() throws IOException {
        for (var room : ROOMS.entrySet()) {
            try (var files = Files.list(ROOT.resolve("lib").resolve(room.getKey()))) {
                for (Path file : files.filter(p -> p.toString().endsWith(".java")).toList()) {
                    String code = read(file).replaceAll("(?s)/\\*\\*.*?\\*/", "");
                    Pattern.compile("\\blib\\.([a-z]+)\\.").matcher(code).results().map(m -> m.group(1))
                            .filter(other -> !other.equals(room.getKey()) && !room.getValue().contains(other))
                            .forEach(other -> fail(ROOT.relativize(file) + " names the room " + other));
                    LIBRARIES.forEach((library, rooms) -> assertTrue(rooms.contains(room.getKey()) || !code.contains(library),
                            ROOT.relativize(file) + " names " + library));
                }
            }
        }
    }

    @Test
    @DisplayName("no Kotlin on the class path, transitive dependencies included")
    void noKotlin() {
        for (String jar : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            assertFalse(Path.of(jar).getFileName().toString().toLowerCase().contains("kotlin"), jar);
        }
        assertThrows(ClassNotFoundException.class, () -> Class.forName("kotlin.Unit"));
    }

    /** What a file's //SOURCES and //FILES lines name. */
    private static List<Path> named(Path file) {
        return Pattern.compile("(?m)^//(?:SOURCES|FILES) (\\S+?)(?:=(\\S+))?$").matcher(read(file)).results()
                .map(m -> file.resolveSibling(m.group(2) == null ? m.group(1) : m.group(2)).normalize()).toList();
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
