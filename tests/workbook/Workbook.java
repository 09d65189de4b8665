package tests.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** The checkout under test, seen from outside: its files, and its commands as processes. */
final class Workbook {

    /** The folder that holds jbang-catalog.json. */
    static final Path ROOT = root();

    /** Lessons that a learner has to solve first: as they stand they end with status 1. */
    static final List<String> EXERCISES = scriptsOf("exercises");

    /** The other lessons of the book, in its order. */
    static final List<String> LESSONS = scriptsOf("workbook").stream().filter(lesson -> !EXERCISES.contains(lesson)).toList();

    /** What {@link #once} has run, by its command. */
    private static final Map<List<String>, Visit> VISITS = new ConcurrentHashMap<>();

    private static final Path VISITED = temporary();

    private Workbook() {}

    /** The scripts that a script carries with it. */
    private static List<String> scriptsOf(String script) {
        return Pattern.compile("(?m)^//FILES (\\S+)\\.java$").matcher(read(ROOT.resolve("scripts/" + script + ".java"))).results().map(m -> m.group(1)).toList();
    }

    /** What a process left: exit status and what it wrote. */
    record Result(int status, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        String both() {
            return "exit " + status + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    /** What a command said, and the folder with its pages: the tests that look at it share it, and none writes there. */
    record Visit(Result result, Path out) {

        Visit {
            assertEquals(0, result.status(), result.both());
        }

        Path page(String lesson) {
            return out.resolve(lesson + ".html");
        }
    }

    /**
     * {@code ./jbang lesson options}, which ends well: a process for the first test that asks, and for the others what that one left.
     * Lessons with the same options are in one folder, side by side, but those called by their file's name in another.
     */
    static Visit once(String lesson, String... options) {
        var words = Stream.concat(Stream.of(lesson), Stream.of(options)).toList();
        return VISITS.computeIfAbsent(words, all -> {
            Path out = VISITED.resolve(String.join(" ", options) + (lesson.endsWith(".java") ? " by file" : " by name"));
            var command = new ArrayList<>(all);
            command.addAll(1, List.of("--no-open", "--out", out.toString()));
            return new Visit(jbang(command.toArray(String[]::new)), out);
        });
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("workbook-tests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code ./jbang args} in the root of the checkout. */
    static Result jbang(String... args) {
        return jbang(Map.of(), "", args);
    }

    /** Runs {@code ./jbang args} with more environment and something on standard input. */
    static Result jbang(Map<String, String> environment, String input, String... args) {
        var command = new ArrayList<>(List.of(ROOT.resolve("jbang").toString()));
        command.addAll(List.of(args));
        return run(ROOT, environment, input, command);
    }

    static Result run(Path folder, Map<String, String> environment, String input, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end after ten minutes: " + command);
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(java.io.InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jbang-catalog.json"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run the tests inside the workbook's folder: ./jbang tests");
            }
        }
        return folder;
    }
}
