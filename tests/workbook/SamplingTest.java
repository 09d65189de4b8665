package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** --chains, --steps and --step-size of every script that samples: what cannot be is one message, and nothing is written. */
@Tag("slow")
@Tag("apart")
@DisplayName("Sampling options")
class SamplingTest {

    private static final List<String> NUMBERS = List.of("1000000000000", "1e30", "0", "-3", "many", "1.5");

    @TempDir
    Path out;

    /** Every lesson and exercise whose script takes sampling options, found by its source. */
    static Stream<String> samplers() {
        return Stream.concat(LESSONS.stream(), EXERCISES.stream()).filter(lesson -> source(lesson).matches("(?s).*new (Sampling|Step)Options\\(.*"));
    }

    static Stream<Arguments> refused() {
        return samplers().flatMap(lesson -> {
            var options = new ArrayList<>(List.of("--steps"));
            if (source(lesson).contains("new SamplingOptions(")) {
                options.add("--chains");
            }
            return options.stream().map(option -> Arguments.of(lesson, option));
        });
    }

    @Test
    @DisplayName("all that sample are met here")
    void all() {
        assertTrue(samplers().toList().containsAll(List.of("langevin-1d", "langevin-2d", "langevin-gaussian", "bimodal-sampling", "gpu-chains")));
    }

    @ParameterizedTest(name = "{0} {1}: what is no number of them is refused; what is too much, with a number that fits")
    @MethodSource("refused")
    void counts(String lesson, String option) {
        for (String number : NUMBERS) {
            var result = run(lesson, option, number);
            assertComplaint(2, result, option);
            if (number.startsWith("1000") || number.startsWith("1e")) {
                var fits = Pattern.compile("It has room for [\\d,]+: " + option + " (\\d+)\\.").matcher(result.err());
                assertTrue(fits.find(), result.both());
                // The number that fits passes: the complaint is about the next option.
                assertComplaint(2, run(lesson, option, fits.group(1), "--step-size", "-1"), "--step-size");
            }
        }
    }

    @ParameterizedTest(name = "{0} --step-size: what has no law to settle in, what float32 loses and what is no number of them is refused")
    @MethodSource("samplers")
    void stepSizes(String lesson) {
        assertComplaint(2, run(lesson, "--step-size", "5"), "multiplies x by 1 - η = -4");
        assertComplaint(2, run(lesson, "--step-size", "2"), "multiplies x by 1 - η = -1");
        for (String size : List.of("-1", "0", "NaN", "Infinity", "small", "1e-9")) {
            assertComplaint(2, run(lesson, "--step-size", size), "--step-size");
        }
    }

    @Test
    @DisplayName("gpu-chains: a shard without room is one message, exit 1, and the size it names runs")
    void outOfMemory() {
        var little = java.util.Map.of("JAVA_TOOL_OPTIONS", "-XX:MaxDirectMemorySize=3m");
        String[] args = {"gpu-chains", "--no-open", "--out", out.resolve("new").toString(), "--chains", "600000", "--steps", "5", "--device", "cpu", "--shard"};
        var full = jbang(little, "", with(args, "300000"));
        assertEquals(1, full.status(), full.both());
        var fits = Pattern.compile("Run shards of ([\\d,]+)").matcher(full.err());
        assertTrue(full.err().contains("the CPU has no room for 300,000 chains at a time") && fits.find(), full.both());
        assertFalse(Files.exists(out.resolve("new")), "something was written");
        var smaller = jbang(little, "", with(args, fits.group(1).replace(",", "")));
        assertEquals(0, smaller.status(), smaller.both());
    }

    private Result run(String lesson, String... options) {
        var command = new ArrayList<>(List.of(lesson, "--no-open", "--out", out.resolve("new").toString()));
        if (EXERCISES.contains(lesson)) {
            command.add("--solution");
        }
        command.addAll(List.of(options));
        return jbang(command.toArray(String[]::new));
    }

    private void assertComplaint(int status, Result result, String message) {
        assertEquals(status, result.status(), result.both());
        assertTrue(result.err().contains(message), result.both());
        assertFalse(result.err().contains("\tat ") || result.err().contains("Exception"), result.both());
        assertTrue(result.err().lines().count() <= 3, result.both());
        assertEquals("", result.out());
        assertFalse(Files.exists(out.resolve("new")), "something was written");
    }

    private static String[] with(String[] args, String last) {
        return Stream.concat(Stream.of(args), Stream.of(last)).toArray(String[]::new);
    }

    private static String source(String lesson) {
        return read(ROOT.resolve("scripts/" + lesson + ".java"));
    }
}
