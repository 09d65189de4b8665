package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** What ./jbang promises: everything passes through, nothing breaks the next start, and edits are seen. */
@Tag("slow")
@Tag("apart")
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
                        case "sleep" -> { System.out.println("ready"); Thread.sleep(600_000); }
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
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(143, process.exitValue());
    }

    @Test
    @DisplayName("DJL_NATIVE: the CPU library of this platform, unless the person chose; beside an NVIDIA GPU too, which may not be usable")
    void nativeLibrary() throws IOException {
        String chosen = "ai.djl.pytorch:pytorch-native-cpu:0:mine";
        assertEquals(chosen, probe(Map.of("DJL_NATIVE", chosen), "", "env", "DJL_NATIVE").out());
        assertEquals("", probe(Map.of("DJL_NATIVE", ""), "", "env", "DJL_NATIVE").out());
        Path gpu = Files.createDirectories(folder.resolve("gpu"));
        executable(gpu.resolve("nvidia-smi"), "#!/bin/sh\nexit 0\n");
        String path = gpu + java.io.File.pathSeparator + System.getenv("PATH");
        for (var environment : List.of(Map.<String, String>of(), Map.of("PATH", path))) {
            String found = unset("DJL_NATIVE", environment, "env", "DJL_NATIVE").out();
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
    @DisplayName("a clone in a folder with spaces and an umlaut, no locale; two first starts at once; then an edit of the library is seen")
    void firstStarts() throws Exception {
        Path clone = copyOfTheWorkbook(folder.resolve("some cl\u00f6ne"));
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

    @Test
    @DisplayName("a native library that came and cannot be unpacked: where, and nothing about a download")
    void nativeLibraryWithoutRoom() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("a file"));
        var result = jbang(Map.of("DJL_CACHE_DIR", inTheWay.toString()), "", "setup", "--no-open", "--out", folder.resolve("none").toString());
        assertEquals(1, result.status(), result.both());
        assertTrue(result.err().contains("is unpacked in " + inTheWay) && result.err().contains("DJL_CACHE_DIR"), result.both());
        assertFalse(result.err().contains("--deps") || result.err().contains("\tat "), result.both());
    }

    @Test
    @DisplayName("alone, it lists the lessons; called by sh, by a link, with CDPATH in the environment")
    void contents() throws IOException {
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("one"), ROOT.resolve("jbang"));
        Files.createSymbolicLink(links.resolve("two"), Path.of("one"));
        var result = run(links, Map.of("CDPATH", ROOT + ":" + folder), "", List.of("sh", "two"));
        assertEquals(0, result.status(), result.both());
        for (String lesson : LESSONS) {
            assertTrue(result.out().contains("\n  " + lesson + " "), lesson + result.both());
        }
        assertFalse(result.out().contains(".java"), result.both());
        var version = run(links, Map.of("CDPATH", ROOT + ":" + folder), "", List.of("./two", "score-field", "--version"));
        assertTrue(version.out().contains("workbook"), version.both());
        clear(links);
    }

    /** JUnit warns of links that lead out of its folder. */
    private static void clear(Path links) throws IOException {
        try (var all = Files.list(links)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    @DisplayName("a word that is nearly a lesson's: did you mean; JBang's own words and a person's own aliases are left alone")
    void suggestions() throws IOException {
        for (String typed : List.of("scroe-field", "score-fields", "field", "score-field.jav")) {
            var result = jbang(typed);
            assertEquals(2, result.status(), typed + result.both());
            assertTrue(result.err().contains("there is no " + typed + " here. Did you mean ") && result.err().contains("jbang score-field"), result.both());
        }
        assertEquals(0, jbang("info", "--help").status());
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("jbang-catalog.json"), "{\"aliases\": {\"benchs\": {\"script-ref\": \"" + probe + "\"}}}");
        assertEquals("args|hello", run(own, Map.of(), "", List.of(ROOT.resolve("jbang").toString(), "benchs", "args", "hello")).out());
    }

    @Test
    @DisplayName("a folder that is gone, a JBANG_DIR with a colon, a script with a byte order mark, a full disk: what happened and what to do")
    void refusals() throws IOException {
        var gone = run(folder, Map.of(), "", List.of("sh", "-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" setup", ROOT.resolve("jbang").toString()));
        assertRefused(gone, "folder is gone", "Go to one");
        assertRefused(jbang(Map.of("JBANG_DIR", folder.resolve("a:b").toString()), "", "setup"), "has a \":\" in its name", "JBANG_DIR");
        Path clone = copyOfTheWorkbook(folder.resolve("marked"));
        Path script = clone.resolve("scripts/setup.java");
        Files.writeString(script, "\ufeff" + read(script));
        assertRefused(run(clone, Map.of(), "", List.of("./jbang", "setup")), "begins with a byte order mark", "UTF-8");
        Path full = Files.createDirectories(folder.resolve("full"));
        executable(full.resolve("mvn"), "#!/bin/sh\necho 'java.io.IOException: No space left on device'\nexit 1\n");
        var noSpace = jbang(Map.of("PATH", full + ":" + System.getenv("PATH"), "JBANG_DIR", folder.resolve("small").toString()), "", "--version");
        assertRefused(noSpace, "No space left on device", "Make room");
        assertFalse(noSpace.err().contains("network"), noSpace.both());
        executable(full.resolve("mvn"), "#!/bin/sh\necho 'Could not transfer artifact'\nexit 1\n");
        assertRefused(jbang(Map.of("PATH", full + ":" + System.getenv("PATH"), "JBANG_DIR", folder.resolve("small").toString()), "", "--version"), "could not be fetched", "network");
    }

    private static void assertRefused(Result result, String what, String remedy) {
        assertEquals(1, result.status(), result.both());
        var said = result.err().lines().filter(line -> line.startsWith("jbang: ")).toList();
        assertEquals(2, said.size(), result.both());
        assertTrue(said.get(0).contains(what) && said.get(1).contains(remedy), result.both());
    }

    @Test
    @DisplayName("a java that hangs is asked for so long and no longer")
    void hangs() throws IOException {
        Path stuck = Files.createDirectories(folder.resolve("stuck"));
        executable(stuck.resolve("java"), "#!/bin/sh\nexec sleep 1000\n");
        executable(stuck.resolve("timeout"), "#!/bin/sh\nexit 124\n"); // as it ends once the time is over
        var result = jbang(Map.of("PATH", stuck + ":" + System.getenv("PATH"), "JAVA_HOME", "", "JBANG_DIR", folder.resolve("none").toString()), "", "--version");
        assertRefused(result, stuck + "/java does not run", "Install one");
    }

    @Test
    @DisplayName("what others may have put into the state folder is neither run nor followed")
    void planted() throws IOException {
        Path shared = folder.resolve("shared");
        Path state = Files.createDirectories(shared.resolve("cache/workbook"));
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Path trace = folder.resolve("trace");
        Files.createSymbolicLink(state.resolve("asked"), precious);
        Files.createSymbolicLink(state.resolve("lock"), precious);
        String memo = ROOT.toString().replaceAll("[^A-Za-z0-9]", "-") + "-setup.command";
        Files.writeString(state.resolve(memo), "touch " + trace + "\n");
        Path noJava = Files.createDirectories(folder.resolve("no java")); // nothing after the state folder is of interest
        executable(noJava.resolve("java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n");
        var environment = Map.of("JBANG_DIR", shared.toString(), "JAVA_HOME", "", "PATH", noJava + ":" + System.getenv("PATH"));
        Files.setPosixFilePermissions(state, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        var result = jbang(environment, "", "setup");
        assertTrue(result.err().contains("it is made anew") && result.err().contains("no JDK 17"), result.both());
        assertFalse(Files.exists(trace), "somebody else's command was run");
        assertEquals("mine", read(precious));
        assertFalse(Files.exists(state.resolve(memo)), "it is there still");
        assertEquals("rwx------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(state)));

        Files.writeString(state.resolve(memo), "touch " + trace + "\n");
        boolean root = run(folder, Map.of(), "", List.of("chown", "-R", "65534", state.toString())).status() == 0;
        assumeTrue(root, "this person may not give a folder away");
        assertRefused(jbang(environment, "", "setup"), "belongs to somebody else", "JBANG_DIR");
        assertFalse(Files.exists(trace), "somebody else's command was run");
    }

    @Test
    @DisplayName("what cannot be written to standard output is no success")
    void fullOutput() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no device that is always full");
        var result = run(folder, Map.of(), "", List.of("sh", "-c", "exec \"$0\" score-field --no-open >/dev/full", ROOT.resolve("jbang").toString()));
        assertEquals(1, result.status(), result.both());
        assertTrue(result.err().contains("could be written to standard output"), result.both());
        var enough = run(folder, Map.of(), "", List.of("bash", "-c", "\"$0\" score-field --no-open | true; exit ${PIPESTATUS[0]}", ROOT.resolve("jbang").toString()));
        assertEquals(0, enough.status(), enough.both());
    }

    @Test
    @DisplayName("an archive holds the library's classes; archives and jars that were cut short or damaged heal by themselves")
    void heals() throws Exception {
        Path clone = copyOfTheWorkbook(folder.resolve("damaged"));
        Path home = folder.resolve("damaged state");
        var command = List.of(clone.resolve("jbang").toString(), "score-field", "--no-open", "--out", folder.resolve("healed").toString());
        assertEquals(0, run(clone, Map.of("JBANG_DIR", home.toString()), "", command).status());
        Path state = home.resolve("cache/workbook");
        for (int i = 0; i < 3000 && archives(state).size() < 2; i++) {
            Thread.sleep(100); // they are made in the background
        }
        assertEquals(2, archives(state).size(), "no archives after five minutes");
        assertTrue(archives(state).stream().anyMatch(archive -> bytes(archive).contains("lib/lesson/Session")), "no archive holds the library's classes");
        for (String jar : List.of("score-field.java.*/score-field.jar", "Workbook.java.*/Workbook.jar")) {
            cut(only(home.resolve("cache/jars"), jar));
            var result = run(clone, Map.of("JBANG_DIR", home.toString()), "", command);
            assertEquals(0, result.status(), jar + " cut short: " + result.both());
        }
        for (Path archive : archives(state)) {
            cut(archive);
            run(clone, Map.of("JBANG_DIR", home.toString(), "WORKBOOK_PLAIN", ""), "", command);
        }
        var after = run(clone, Map.of("JBANG_DIR", home.toString()), "", command);
        assertEquals(0, after.status(), after.both());
    }

    private static List<Path> archives(Path state) throws IOException {
        try (var files = Files.list(state)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path only(Path under, String glob) throws IOException {
        var matcher = under.getFileSystem().getPathMatcher("glob:" + under + "/" + glob);
        try (var files = Files.walk(under, 2)) {
            return files.filter(matcher::matches).findFirst().orElseThrow();
        }
    }

    /** Half of it is left. */
    private static void cut(Path file) throws IOException {
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2);
        Files.delete(file); // an archive may be written to by nobody
        Files.write(file, half);
    }

    @Test
    @DisplayName("without cksum, edits are seen all the same")
    void noChecksum() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("few tools"));
        for (String tool : List.of("bash", "env", "java", "find", "ls", "readlink", "mktemp", "mkdir", "rm", "mv", "flock", "grep", "tail", "nice", "wc", "sync", "cat")) {
            Path real = Path.of(run(folder, Map.of(), "", List.of("sh", "-c", "command -v " + tool)).out().strip());
            Files.createSymbolicLink(bin.resolve(tool), real.toRealPath());
        }
        Path clone = copyOfTheWorkbook(folder.resolve("edited"));
        Path script = clone.resolve("scripts/setup.java");
        var few = Map.of("PATH", bin.toString());
        var command = List.of(clone.resolve("jbang").toString(), "setup", "--help");
        assertEquals(0, run(clone, few, "", command).status());
        Files.writeString(script, read(script).replaceFirst("description = \"[^\"]+\"", "description = \"Edited.\""));
        assertTrue(run(clone, few, "", command).out().contains("Edited."), "an edit went unseen");
        clear(bin);
    }

    /** The files that lessons run from, and more of the checkout's where a test names it. */
    static Path copyOfTheWorkbook(Path to, String... more) throws IOException {
        var parts = Stream.of("jbang", "jbang-catalog.json", "lessons.md", "lib", "narration", "scripts");
        for (String part : Stream.concat(parts, Stream.of(more)).toList()) {
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
