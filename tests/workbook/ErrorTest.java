package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import lib.lesson.*;
import lib.io.UserError;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose an error is: 2 the command's, 1 the world's, 3 the author's; each in a sentence, with what to do next. */
@Tag("slow")
@DisplayName("Errors and exit statuses")
class ErrorTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"narration", "workbook", "exercises", "ide", "score-field"})
    @DisplayName("the help begins with the command as the person typed it")
    void synopsis(String command) {
        var help = jbang(command, "--help");
        assertTrue(help.out().startsWith("Usage: ./jbang " + command + " ["), help.both());
    }

    /** What a command left. */
    private record Said(int status, String out, String err) {}

    private static Said run(Callable<Integer> work) {
        return run(new ByteArrayOutputStream(), Path.of("out"), work);
    }

    private static Said run(OutputStream out, Path folder, Callable<Integer> work) {
        var err = new ByteArrayOutputStream();
        int status = new Console(out, err, StandardCharsets.UTF_8).run("score-field", () -> folder, work);
        return new Said(status, out.toString(), err.toString(StandardCharsets.UTF_8));
    }

    private static Said thrown(Throwable e) {
        return run(() -> {
            if (e instanceof Error error) {
                throw error;
            }
            throw (Exception) e;
        });
    }

    static Stream<Throwable> faults() {
        return Stream.of(new IllegalArgumentException("the table has no column \"s3\""), new IllegalStateException("gone\nat once"), new NullPointerException(),
                new ArrayIndexOutOfBoundsException(7), new ClassCastException("no"), new StackOverflowError(), new NoClassDefFoundError("lib/X"),
                new CompletionException(new IllegalArgumentException("the table has no column \"s3\"")), new AssertionError("no"), new InterruptedException());
    }

    @ParameterizedTest(name = "{0}: exit 3, where it came from, no word of --help, no stack trace")
    @MethodSource("faults")
    void authors(Throwable fault) {
        Said said = thrown(fault);
        assertEquals(3, said.status(), said.err());
        assertEquals(2, said.err().lines().count(), said.err());
        assertTrue(said.err().contains("AllTests.java, line ") && // the script of this very process
                said.err().contains("not in your command"), said.err());
        assertFalse(said.err().contains("--") || said.err().contains("\tat "), said.err());
        if (fault instanceof CompletionException) {
            assertTrue(said.err().contains(": IllegalArgumentException: the table has no column"), "what a thread wrapped is what happened: " + said.err());
        }
    }

    @Test
    @DisplayName("what the library refuses of an option is the person's: exit 2, with the remedy; the same refusal elsewhere is not")
    void border() {
        Callable<Integer> refused = () -> Lesson.chosen("--mean and --cov", "Try --cov 2,1.2,1.", () -> {
            throw new IllegalArgumentException("a covariance is positive definite");
        });
        Said said = run(refused);
        assertEquals(2, said.status());
        assertEquals("✗ --mean and --cov: a covariance is positive definite.\n  Try --cov 2,1.2,1.\n", said.err());
    }

    @Test
    @DisplayName("memory that is used up, Java's or PyTorch's, is a sentence with a remedy: exit 1")
    void memory() {
        for (Throwable full : List.of(new OutOfMemoryError("Java heap space"), new CompletionException(new OutOfMemoryError()),
                new EngineException("[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: not enough memory: you tried to allocate 8e12 bytes."),
                new EngineException("CUDA out of memory. Tried to allocate 20.00 GiB"), new EngineException("std::bad_alloc"))) {
            Said said = thrown(full);
            assertEquals(1, said.status(), said.err());
            assertTrue(said.err().contains("memory") && said.err().contains("fewer chains"), said.err());
            assertEquals(2, said.err().lines().count(), said.err());
        }
        Integer real = run(() -> new byte[64][Integer.MAX_VALUE - 8].length).status();
        assertEquals(1, real, "the JVM's own");
    }

    @Test
    @DisplayName("a file in the way is named, and --out is blamed only for what lies there")
    void files() {
        Path out = temp.resolve("pages");
        for (IOException e : List.of(new AccessDeniedException(out.resolve("assets/x.js").toString()), new FileSystemException(temp.toString(), null, "No space left on device"))) {
            Said said = run(new ByteArrayOutputStream(), out, () -> { throw e; });
            assertEquals(1, said.status());
            assertTrue(said.err().contains("Cannot write to --out " + out + " ("), said.err());
        }
        for (Exception e : List.of(new NoSuchFileException("/elsewhere/film.mp4"), new UncheckedIOException(new FileSystemException("/elsewhere", null, "No space left on device")),
                new FileSystemException(null, null, "No space left on /elsewhere"), new IOException("stream closed"))) {
            Said said = run(new ByteArrayOutputStream(), out, () -> { throw e; });
            assertEquals(1, said.status());
            assertFalse(said.err().contains("--out") || said.err().contains("Exception"), said.err());
            assertTrue(said.err().matches("(?s).*(/elsewhere|stream closed).*"), said.err());
        }
    }

    @Test
    @DisplayName("standard output that is full is exit 1 with a word on standard error; one whose reader has left is neither")
    void standardOutput() {
        assertEquals(1, lost("No space left on device", 0).status());
        assertTrue(lost("No space left on device", 0).err().contains("could be written to standard output (No space left on device)"));
        assertEquals(2, lost("No space left on device", 2).status(), "what the command said of itself stays");
        assertEquals(new Said(0, "", ""), lost("Broken pipe", 0));
    }

    private Said lost(String reason, int status) {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }

            @Override
            public String toString() {
                return "";
            }
        };
        var err = new ByteArrayOutputStream();
        var console = new Console(full, err, StandardCharsets.UTF_8);
        int end = console.run("x", () -> null, () -> {
            console.out().println("a report");
            return status;
        });
        return new Said(end, "", err.toString(StandardCharsets.UTF_8));
    }

    // ---- arguments

    static final class Numbers implements Callable<Integer> {
        @Option(names = "--seed")
        int seed;
        @Option(names = "--sizes", split = ",")
        List<Integer> sizes = List.of();
        @Option(names = "--mean", split = ",")
        double[] mean = {};
        @Mixin
        SamplingOptions sampling = new SamplingOptions(1, 1, 1);

        @Override
        public Integer call() {
            return sampling.chains() + sampling.steps() > 0 ? 0 : 1;
        }
    }

    private static Said call(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        return new Said(new Console(out, err, StandardCharsets.UTF_8).call(new Numbers(), () -> null, args), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} is no number that a command takes")
    @ValueSource(strings = {"٤٢", "４２", "१", "4２", "", " 1", "1 ", "1_000", "0x10", "1f", "1d", "0x1p3", "--", "1e", "1e9999999999", "٣.٥", "½", "1,"})
    void digits(String text) {
        for (String option : List.of("--seed", "--sizes", "--mean", "--chains", "--steps", "--step-size")) {
            if (text.equals("1,") && (option.equals("--sizes") || option.equals("--mean"))) {
                continue; // a list may end so
            }
            Said said = call(option + "=" + text);
            assertEquals(2, said.status(), option + "=" + text);
            assertTrue(said.err().contains(option) && said.err().lines().count() <= 3, said.err());
        }
    }

    @Test
    @DisplayName("numbers as people write them: 1e6, +5, .5, 5.")
    void numbers() {
        for (String text : List.of("1", "+5", "5.", "1e3", "2.0")) {
            for (String option : List.of("--seed", "--sizes", "--mean", "--chains", "--steps", "--step-size")) {
                assertEquals(new Said(0, "", ""), call(option, text));
            }
        }
        assertEquals(0, call("--step-size", ".5", "--mean", "-1e-3,NaN").status());
    }

    @ParameterizedTest(name = "{0} is an argument like any other, no file to read arguments from")
    @ValueSource(strings = {"@.", "@/dev/zero", "@/etc/passwd", "@"})
    void argumentFiles(String argument) {
        Said said = assertTimeoutPreemptively(java.time.Duration.ofMinutes(1), () -> call(argument));
        assertEquals(2, said.status());
        assertTrue(said.err().contains("'" + argument + "'"), said.err());
    }

    @Test
    @DisplayName("a seed of more than 32 bits is refused with one that draws the same numbers, and it does")
    void longSeeds() {
        for (long seed : new long[] {1L << 32 | 42, 3_000_000_000L, -5_000_000_000L, 1L << 40}) {
            Said said = run(() -> new LessonOptionsReader().read("--seed", Long.toString(seed)));
            assertEquals(2, said.status());
            var shorter = java.util.regex.Pattern.compile("what it draws for (-?\\d+)").matcher(said.err());
            assertTrue(shorter.find(), said.err());
            assertArrayEquals(drawn(seed), drawn(Integer.parseInt(shorter.group(1))), "torch.manual_seed(" + seed + ")");
        }
        assertArrayEquals(drawn(42), drawn(1L << 32 | 42));
        Said beyond = run(() -> new LessonOptionsReader().read("--seed", "1e30"));
        assertEquals(2, beyond.status());
        assertFalse(beyond.err().contains("draws for"), beyond.err());
        assertEquals(0, run(() -> new LessonOptionsReader().read("--seed", "-2147483648")).status());
    }

    /** The options of every lesson, alone. */
    private static final class LessonOptionsReader {
        int read(String... args) {
            Arguments.of(new LessonOptions()).parseArgs(args);
            return 0;
        }
    }

    private static float[] drawn(long seed) {
        var engine = Engine.getEngine("PyTorch");
        try (var nd = engine.newBaseManager(Device.cpu())) {
            ai.djl.pytorch.jni.JniUtils.setSeed(seed);
            return nd.randomNormal(new Shape(5)).toFloatArray();
        }
    }

    // ---- as a person meets it

    @Test
    @DisplayName("a mistyped column in a copy of score-field.java: exit 3 with the script's line, nothing written")
    void copyWithMistake() throws IOException {
        String source = read(ROOT.resolve("scripts/score-field.java")).replace("//DEPS ../lib", "//DEPS " + ROOT + "/lib").replace("\"s1\", \"s2\", arrows", "\"s1\", \"s3\", arrows");
        Path copy = Files.writeString(temp.resolve("score-field.java"), source);
        var result = jbang(copy.toString(), "--no-open", "--out", temp.resolve("new").toString());
        assertEquals(3, result.status(), result.both());
        assertTrue(result.err().contains("\"s3\""), result.both());
        long line = source.lines().takeWhile(text -> !text.contains("\"s3\"")).count() + 1;
        assertTrue(result.err().contains("score-field.java, line " + line + ": "), line + " expected: " + result.both());
        assertFalse(result.err().contains("--") || result.err().contains("\tat "), result.both());
        assertFalse(Files.exists(temp.resolve("new")), "something was written");
    }

    @Test
    @DisplayName("standard output on /dev/full: exit 1")
    void devFull() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        var result = Workbook.run(ROOT, java.util.Map.of(), "", List.of("bash", "-c", "./jbang exercises >/dev/full"));
        assertEquals(1, result.status(), result.both());
        assertTrue(result.err().contains("could be written to standard output"), result.both());
    }
}
