package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** What ./jbang promises: everything passes through, nothing breaks the next start, and edits are seen. */
@DisplayName("The launcher")
class LauncherTest {

    private static final String PROBE = """
            //JAVA 17+
            class Probe {
                public static void main(String... args) throws Exception {
                    switch (args[0]) {
                        case "exit" -> System.exit(Integer.parseInt(args[1]));
                        case "cat" -> System.in.transferTo(System.out);
                        case "env" -> System.out.print(System.getenv(args[1]));
                        case "args" -> System.out.print(String.join("|", args));
                        case "sleep" -> { System.out.println("ready"); Thread.sleep(60_000); }
                        default -> throw new IllegalArgumentException(args[0]);
                    }
                }
            }
            """;

    @TempDir
    static Path folder;

    static Path probe;

    @BeforeAll
    static void writeTheProbe() throws IOException {
        probe = Files.writeString(folder.resolve("Probe.java"), PROBE);
    }

    private static Result probe(Map<String, String> environment, String input, String... args) {
        var all = new java.util.ArrayList<>(List.of(probe.toString()));
        all.addAll(List.of(args));
        return jbang(environment, input, all.toArray(String[]::new));
    }

    @Test
    @DisplayName("exit status, standard input and arguments pass through")
    void passesThrough() {
        for (int status : new int[] {0, 1, 2, 3, 130}) {
            assertEquals(status, probe(Map.of(), "", "exit", "" + status).status());
        }
        assertEquals("one\ntwo ü", probe(Map.of(), "one\ntwo ü", "cat").out());
        assertEquals("args|it's|a \"b\"|$HOME `x`|*", probe(Map.of(), "", "args", "it's", "a \"b\"", "$HOME `x`", "*").out());
    }

    @Test
    @DisplayName("a signal reaches the script: SIGTERM ends it with 143")
    void signals() throws Exception {
        var process = new ProcessBuilder(ROOT.resolve("jbang").toString(), probe.toString(), "sleep").start();
        assertEquals("ready", process.inputReader().readLine());
        process.destroy();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(143, process.exitValue());
    }

    @Test
    @DisplayName("DJL_NATIVE: the CPU library of this platform, unless the person chose, or there is an NVIDIA GPU")
    void nativeLibrary() throws IOException {
        String chosen = "ai.djl.pytorch:pytorch-native-cpu:0:mine";
        assertEquals(chosen, probe(Map.of("DJL_NATIVE", chosen), "", "env", "DJL_NATIVE").out());
        assertEquals("", probe(Map.of("DJL_NATIVE", ""), "", "env", "DJL_NATIVE").out());
        Path gpu = Files.createDirectories(folder.resolve("gpu"));
        executable(gpu.resolve("nvidia-smi"), "#!/bin/sh\nexit 0\n");
        String path = gpu + java.io.File.pathSeparator + System.getenv("PATH");
        assertEquals("", unset("DJL_NATIVE", Map.of("PATH", path), "env", "DJL_NATIVE").out());
        if (!Files.exists(Path.of("/dev/nvidia0"))) {
            String found = unset("DJL_NATIVE", Map.of(), "env", "DJL_NATIVE").out();
            assertTrue(found.matches("ai\\.djl\\.pytorch:pytorch-native-cpu:[\\d.]+:(linux|osx|win)-(x86_64|aarch64)"), found);
        }
    }

    private static Result unset(String variable, Map<String, String> environment, String... args) {
        var command = new java.util.ArrayList<>(List.of("env", "-u", variable, ROOT.resolve("jbang").toString(), probe.toString()));
        command.addAll(List.of(args));
        return run(ROOT, environment, "", command);
    }

    @Test
    @DisplayName("no JDK 17: two lines that say what was found and how to get one")
    void oldJava() throws IOException {
        Path old = Files.createDirectories(folder.resolve("old"));
        executable(old.resolve("java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        var result = jbang(Map.of("PATH", old + ":" + System.getenv("PATH"), "JAVA_HOME", "", "JBANG_DIR", folder.resolve("none").toString()), "", "--version");
        assertEquals(1, result.status(), result.both());
        assertTrue(result.err().contains("no JDK 17 or newer") && result.err().contains("version 11") && result.err().contains("Install one"), result.both());
        assertEquals(2, result.err().lines().count(), result.both());
    }

    @Test
    @DisplayName("from another folder, the workbook's own lessons")
    void fromElsewhere() {
        var result = run(folder, Map.of(), "", List.of(ROOT.resolve("jbang").toString(), "score-field", "--no-open"));
        assertEquals(0, result.status(), result.both());
        assertTrue(Files.exists(folder.resolve("out/score-field.html")));
    }

    @Test
    @DisplayName("a clone in a folder with spaces, no locale; two first starts at once; then an edit of the library is seen")
    void firstStarts() throws Exception {
        Path clone = copyOfTheWorkbook(folder.resolve("some clone"));
        var fresh = Map.of("JBANG_DIR", folder.resolve("jbang dir").toString(), "LC_ALL", "C"); // as in a container without LANG
        var command = List.of(clone.resolve("jbang").toString(), "score-field", "--no-open", "--out", folder.resolve("out dir").toString());
        var one = CompletableFuture.supplyAsync(() -> run(clone, fresh, "", command));
        var two = CompletableFuture.supplyAsync(() -> run(clone, fresh, "", command));
        assertEquals(0, one.join().status(), one.join().both());
        assertEquals(0, two.join().status(), two.join().both());
        assertTrue(Files.exists(folder.resolve("out dir/score-field.html")));

        Path door = clone.resolve("lib/Workbook.java");
        Files.writeString(door, read(door).replaceFirst("VERSION = \"[^\"]+\"", "VERSION = \"edited\""));
        var version = run(clone, fresh, "", List.of(clone.resolve("jbang").toString(), "score-field", "--version"));
        assertTrue(version.out().contains("workbook edited"), version.both());

        Path lesson = clone.resolve("lib/lesson/Lesson.java"); // a signature: the script has to be compiled again, too
        Files.writeString(lesson, read(lesson).replaceFirst("public void say\\((.*)\\) \\{(\\s.*)", "public Lesson say($1) {$2\n        return this;"));
        assertTrue(read(lesson).contains("public Lesson say("));
        var again = run(clone, fresh, "", command);
        assertEquals(0, again.status(), again.both());
    }

    @Test
    @DisplayName("a start killed while it fetches JBang leaves nothing that breaks the next")
    void killedFirstStart() throws Exception {
        var fresh = Map.of("JBANG_DIR", folder.resolve("killed").toString());
        var builder = new ProcessBuilder(ROOT.resolve("jbang").toString(), "--version");
        builder.environment().putAll(fresh);
        var process = builder.start();
        Thread.sleep(1500);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        var next = jbang(fresh, "", "--version");
        assertEquals(0, next.status(), next.both());
    }

    @Test
    @DisplayName("with the network off, a lesson runs as before")
    void offline() {
        assumeTrue(run(ROOT, Map.of(), "", List.of("sh", "-c", "unshare -n true")).status() == 0, "this person may not switch the network off");
        jbang("score-field", "--no-open", "--out", folder.resolve("online").toString());
        var result = run(ROOT, Map.of(), "", List.of("unshare", "-n", ROOT.resolve("jbang").toString(),
                "score-field.java", "--no-open", "--out", folder.resolve("offline").toString()));
        assertEquals(0, result.status(), result.both());
        var plain = run(ROOT, Map.of("WORKBOOK_PLAIN", "1"), "", List.of("unshare", "-n", ROOT.resolve("jbang").toString(),
                "score-field.java", "--no-open", "--out", folder.resolve("offline").toString()));
        assertEquals(0, plain.status(), plain.both());
    }

    @Test
    @DisplayName("no native library and no network: one paragraph, with the exact option that helps")
    void noNativeLibrary() {
        assumeTrue(run(ROOT, Map.of(), "", List.of("sh", "-c", "unshare -n true")).status() == 0, "this person may not switch the network off");
        var bare = Map.of("DJL_NATIVE", "", "DJL_CACHE_DIR", folder.resolve("no djl").toString());
        var result = run(ROOT, bare, "", List.of("unshare", "-n", ROOT.resolve("jbang").toString(), "setup", "--no-open"));
        assertEquals(1, result.status(), result.both());
        assertFalse(result.err().contains("\tat "), result.both());
        var option = java.util.regex.Pattern.compile("jbang (run --deps \\S+ setup)").matcher(result.err());
        assertTrue(option.find(), result.both());
        var command = new java.util.ArrayList<>(List.of(option.group(1).split(" ")));
        command.addAll(List.of("--no-open", "--out", folder.resolve("helped").toString()));
        var helped = jbang(Map.of("DJL_NATIVE", ""), "", command.toArray(String[]::new));
        assertEquals(0, helped.status(), helped.both());
    }

    static Path copyOfTheWorkbook(Path to) throws IOException {
        for (String part : List.of("jbang", "jbang-catalog.json", "lessons.md", "lib", "narration", "scripts")) {
            try (var files = Files.walk(ROOT.resolve(part))) {
                for (Path file : files.toList()) {
                    Path target = to.resolve(ROOT.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    if (!Files.isDirectory(file)) {
                        Files.copy(file, target);
                    }
                }
            }
        }
        return to;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        assertTrue(file.toFile().setExecutable(true));
    }
}
