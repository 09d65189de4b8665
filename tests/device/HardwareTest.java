package tests.device;

import static org.junit.jupiter.api.Assertions.*;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** Every lesson on GPUs that are not there: one, two, Apple's, and one that is too old. */
@Tag("slow")
@Tag("apart")
@DisplayName("Lessons on GPUs, by a double of PyTorch's native library")
class HardwareTest {

    private static final List<String> COURSE = List.of("setup", "gaussian-score", "score-field", "score-from-energy", "langevin-1d --solution", "langevin-2d --solution",
            "langevin-gaussian", "step", "bimodal-sampling", "langevin-animation", "gpu-chains --chains 40000", "reflection", "bench --sizes 1000 --rounds 1 --scores gaussian");

    @TempDir
    static Path shadow;

    @BeforeAll
    static void write() throws Exception {
        NativeDouble.write(shadow);
    }

    /** How a lesson ended, and what it cost. */
    private record Line(String outcome, long kernels, long uploads, long reads) {}

    @TestFactory
    @DisplayName("all claims hold, and the work is done there")
    Stream<DynamicNode> course() {
        return Stream.of(
                all("one GPU", List.of("-Dhardware.gpus=1"), "gpu"),
                all("the second of two", List.of("-Dhardware.gpus=2"), "gpu:1"),
                all("two GPUs", List.of("-Dhardware.gpus=2"), "auto"),
                all("Apple's", List.of("-Dhardware.mps=true"), "mps"));
    }

    private static DynamicNode all(String name, List<String> hardware, String device) {
        return DynamicTest.dynamicTest(name + ", --device " + device, () -> {
            var lines = run(hardware, device, COURSE);
            assertEquals(COURSE, List.copyOf(lines.keySet()), lines.toString());
            assertAll(lines.entrySet().stream().map(entry -> () -> {
                assertTrue(entry.getValue().outcome.matches("\\d+ hold"), entry.toString());
                assertTrue(entry.getValue().kernels > 0, entry + " ran elsewhere");
            }));
        });
    }

    @Test
    @DisplayName("a GPU that PyTorch has no kernels for: the other one is used, and if it is the only one that is said")
    void tooOld() throws Exception {
        var two = run(List.of("-Dhardware.gpus=2", "-Dhardware.tooOld=0"), "auto", List.of("gpu-chains --chains 1000")).values().iterator().next();
        assertTrue(two.outcome.endsWith("hold") && two.kernels > 0, two.toString());
        var cpu = run(List.of("-Dhardware.gpus=1", "-Dhardware.tooOld=0"), "auto", List.of("gpu-chains --chains 1000")).values().iterator().next();
        assertTrue(cpu.outcome.endsWith("hold") && cpu.kernels == 0, cpu.toString());
        var one = assertThrows(IllegalStateException.class, () -> run(List.of("-Dhardware.gpus=1", "-Dhardware.tooOld=0"), "gpu", List.of("score-field")));
        assertTrue(one.getMessage().contains("gpu:0 is not used: it is too old for this PyTorch"), one.getMessage());
        var missing = assertThrows(IllegalStateException.class, () -> run(List.of("-Dhardware.gpus=2"), "gpu:2", List.of("score-field")));
        assertTrue(missing.getMessage().contains("gpu:2 is not used: there is no such GPU"), missing.getMessage());
    }

    /** Runs lessons in a JVM of their own, where the double comes first: a person has put PyTorch into a folder and named it to DJL. */
    private static Map<String, Line> run(List<String> hardware, String device, List<String> lessons) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", shadow + System.getProperty("path.separator") + System.getProperty("java.class.path") + File.pathSeparator + Path.of("scripts").toAbsolutePath()));
        command.addAll(hardware);
        command.addAll(List.of(Course.class.getName(), device, String.join(";", lessons)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PYTORCH_LIBRARY_PATH", libtorch().toString(), "PYTORCH_FLAVOR", "cpu"));
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        Map<String, Line> lines = new LinkedHashMap<>();
        said.lines().map(line -> line.split("\t")).filter(parts -> parts.length == 5).forEach(parts ->
                lines.put(parts[0], new Line(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4]))));
        return lines;
    }

    /** The folder that this JVM's PyTorch was unpacked into. */
    private static Path libtorch() {
        ai.djl.engine.Engine.getEngine("PyTorch");
        Path folder = Path.of(ai.djl.pytorch.jni.LibUtils.getLibtorchPath());
        assertTrue(Files.exists(folder), folder.toString());
        return folder;
    }
}
