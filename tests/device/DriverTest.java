package tests.device;

import static org.junit.jupiter.api.Assertions.*;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lib.lesson.CudaBuild;
import lib.lesson.Nvidia;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NVIDIA machines as they are: what the driver says, what stands in the way, and what a person reads of it. */
@Tag("slow")
@Tag("apart")
@DisplayName("NVIDIA's driver and PyTorch's CUDA build")
class DriverTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    static Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a driver for CUDA 11.8                        | linux-x86_64  | 11080 | 80 | 0   | driver for CUDA 11.8, and PyTorch 2.7.1 needs one for CUDA 12
            a driver for CUDA 12.0, as 525                | linux-x86_64  | 12000 | 80 | 0   |
            a driver for CUDA 12.6, with no runtime       | linux-x86_64  | 12060 | 80 | 0   |
            a driver for CUDA 12.8                        | linux-x86_64  | 12080 | 90 | 0   |
            a driver for CUDA 13.0                        | linux-x86_64  | 13000 | 90 | 0   |
            Windows                                       | win-x86_64    | 12080 | 86 | 0   |
            a Jetson, or a Grace                          | linux-aarch64 | 12080 | 90 | 0   | DJL has no CUDA build of PyTorch for linux-aarch64
            Turing, 2018                                  | linux-x86_64  | 12080 | 75 | 0   |
            Volta, 2017                                   | linux-x86_64  | 12080 | 70 | 0   | compute capability 7.0, and PyTorch 2.7.1 computes from 7.5 on
            a driver whose library is another version's   | linux-x86_64  | 12080 | 80 | 803 | NVIDIA's driver fails with error 803
            a driver with no GPU to offer                 | linux-x86_64  | 12080 | 80 | 100 |
            """)
    void obstacles(String machine, String platform, int cuda, int capability, int error, String obstacle) {
        var gpus = error == 0 ? List.of(new Nvidia.Gpu("NVIDIA Test", 1L << 34, capability)) : List.<Nvidia.Gpu>of();
        var found = CudaBuild.obstacle(new Nvidia(true, cuda, gpus, error), new CudaBuild.Clues(platform, true, true, null));
        assertEquals(obstacle != null, found.isPresent(), found.toString());
        found.ifPresent(each -> assertTrue(each.toString().contains(obstacle) && !each.mend().isEmpty(), each.toString()));
    }

    @Test
    @DisplayName("no driver: nothing to say, unless the machine outside the container has one, or there is a card")
    void noDriver() {
        assertTrue(CudaBuild.obstacle(Nvidia.NONE, new CudaBuild.Clues("linux-x86_64", false, false, null)).isEmpty());
        assertTrue(CudaBuild.obstacle(Nvidia.NONE, new CudaBuild.Clues("linux-x86_64", true, true, null)).orElseThrow().mend().contains("--gpus all"));
        assertTrue(CudaBuild.obstacle(Nvidia.NONE, new CudaBuild.Clues("linux-x86_64", false, true, null)).orElseThrow().mend().contains("driver"));
        assertTrue(CudaBuild.obstacle(new Nvidia(true, 12080, List.of(), 100), new CudaBuild.Clues("linux-x86_64", true, true, "-1")).orElseThrow()
                .reason().contains("CUDA_VISIBLE_DEVICES is \"-1\""));
    }

    @Test
    @DisplayName("the driver's own library is asked: name, memory, capability, the newest CUDA it runs")
    void asked() throws Exception {
        var driver = Nvidia.ask("libnowhere.so.1", StubDriver.in(folder).toString());
        assertEquals(new Nvidia(true, 12080, List.of(new Nvidia.Gpu("NVIDIA Stub", 42_400_000_000L, 80)), 0), driver);
        assertEquals(Nvidia.NONE, Nvidia.ask("libnowhere.so.1"));
    }

    @Test
    @DisplayName("a GPU and no way to DJL's server: one line before, one after, and the CPU does the work")
    void offline() throws Exception {
        var result = chains(Map.of(), "auto");
        assertEquals(0, result.status, result.toString());
        assertTrue(result.err.contains("NVIDIA Stub: fetching PyTorch's CUDA build to " + folder), result.toString());
        assertTrue(result.err.contains("could not be fetched"), result.toString());
        assertTrue(result.out.contains("processor"), result.toString());
        assertFalse(result.err.contains("\tat "), result.toString());

        var asked = chains(Map.of(), "gpu");
        assertEquals(2, asked.status, asked.toString());
        assertTrue(asked.err.contains("could not be fetched") && !asked.err.contains("\tat "), asked.toString());
    }

    @Test
    @DisplayName("a GPU that cannot be used: its reason and its mend in one line, and the CPU does the work; asked for, exit 2")
    void unusable() throws Exception {
        var result = chains(Map.of("STUB_CUDA", "11080"), "auto");
        assertEquals(0, result.status, result.toString());
        assertEquals("The GPU is not used: NVIDIA Stub has a driver for CUDA 11.8, and PyTorch 2.7.1 needs one for CUDA 12."
                + " Install NVIDIA's driver of version 525 or newer: https://www.nvidia.com/drivers", result.err.strip());
        var asked = chains(Map.of("STUB_CAPABILITY", "61"), "gpu");
        assertEquals(2, asked.status, asked.toString());
        assertTrue(asked.err.contains("compute capability 6.1"), asked.toString());
    }

    @Test
    @DisplayName("the CUDA build is on disk: DJL takes it past the CPU's library, and two GPUs share the chains")
    void unpacked() throws Exception {
        Path shadow = Files.createDirectories(folder.resolve("shadow"));
        NativeDouble.write(shadow);
        ai.djl.engine.Engine.getEngine("PyTorch");
        Files.createDirectories(folder.resolve("pytorch"));
        Path build = folder.resolve("pytorch/2.7.1-cu128-linux-x86_64"); // the CPU's libraries under the name of the CUDA build
        Files.createSymbolicLink(build, Path.of(ai.djl.pytorch.jni.LibUtils.getLibtorchPath()));
        try {
            var result = run(Map.of("STUB_GPUS", "2"), shadow + ":", "-Dhardware.gpus=2", Chains.class.getName(), "auto");
            assertEquals(0, result.status, result.toString());
            assertEquals("", result.err);
            assertTrue(result.out.contains("on gpu:0, gpu:1"), result.toString());
            assertTrue(result.out.contains("2.4 of 42.4 GB, 2.4 of 42.4 GB"), result.toString());
        } finally {
            Files.delete(build);
        }
    }

    /** gpu-chains as its script runs it. */
    static final class Chains {
        private Chains() {}

        public static void main(String... args) throws Exception {
            lib.lesson.Lesson.run(Course.lesson("gpu-chains"), "--chains", "2000", "--device", args[0], "--no-open", "--out", folder().toString());
        }

        private static Path folder() throws java.io.IOException {
            return Files.createTempDirectory("chains");
        }
    }

    private record Result(int status, String out, String err) {}

    private static Result chains(Map<String, String> environment, String device) throws Exception {
        return run(environment, "", Chains.class.getName(), device);
    }

    private static Result run(Map<String, String> environment, String before, String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder, "--enable-native-access=ALL-UNNAMED", "-cp", before + System.getProperty("java.class.path") + File.pathSeparator + Path.of("scripts").toAbsolutePath()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectError(err.toFile());
        builder.environment().putAll(new TreeMap<>(Map.of("LD_LIBRARY_PATH", StubDriver.in(folder).getParent().toString(),
                "ENGINE_CACHE_DIR", folder.toString(), "DJL_OFFLINE", "true")));
        builder.environment().putAll(environment);
        var process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, Files.readString(err));
    }
}
