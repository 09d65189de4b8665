package lib.lesson;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lib.Workbook;
import lib.io.UserError;
import picocli.CommandLine.IVersionProvider;

/** Starts DJL's PyTorch engine, quietly, and says what to do where its native library cannot be had. */
public final class PyTorch {

    static {
        System.setProperty("OPT_OUT_TRACKING", "true"); // otherwise DJL calls home while it starts
        // sums then have one order: with more, last digits have been seen to differ
        propose("ai.djl.pytorch.num_threads", "1");
        // DJL's download has no limit of its own, and a firewall may swallow
        propose("sun.net.client.defaultConnectTimeout", "15000");
        propose("sun.net.client.defaultReadTimeout", "60000");
    }

    private static final String FLAVOR = "PYTORCH_FLAVOR";

    private PyTorch() {}

    /** The engine, loaded on the first call: half a second warm, a download or a copy of 100 MB the first time. */
    static Engine engine() {
        if (!isChosen()) {
            // where DJL has to fetch a build it takes this one, and not gigabytes for a GPU
            System.setProperty(FLAVOR, "cpu");
        }
        return load();
    }

    /**
     * The engine with the build for NVIDIA GPUs, where there is one that suits this machine; else the CPU's.
     *
     * @param found is told why a GPU that is there is not used
     */
    static Engine engineForGpus(Consumer<String> found) {
        if (isChosen()) {
            return load();
        }
        Nvidia driver = Nvidia.here();
        var obstacle = CudaBuild.obstacle(driver, CudaBuild.Clues.here());
        obstacle.ifPresent(each -> found.accept(each.toString()));
        if (obstacle.isPresent() || driver.gpus().isEmpty()) {
            return engine();
        }
        try {
            return CudaBuild.load(driver).orElseGet(() -> {
                found.accept("The GPU is not used: PyTorch's CUDA build could not be fetched. "
                        + "It comes from https://publish.djl.ai: run this again with a way there.");
                return engine();
            });
        } catch (EngineException | UnsatisfiedLinkError e) {
            throw UserError.failure("PyTorch's CUDA build could not be loaded: " + root(e),
                    "Run with --device cpu. To have the build fetched again, delete its folder: " + CudaBuild.folder(),
                    e);
        }
    }

    /** Whether the person has told DJL which PyTorch to take: then it is theirs. */
    private static boolean isChosen() {
        return Stream.of(FLAVOR, "PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION").map(Utils::getEnvOrSystemProperty)
                .anyMatch(value -> value != null && !value.isEmpty());
    }

    private static Engine load() {
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | UnsatisfiedLinkError e) {
            throw unavailable(e);
        }
    }

    private static void propose(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    private static UserError unavailable(Throwable e) {
        String what = "PyTorch's native library for " + platform() + " could not be loaded: " + root(e);
        if (PyTorch.class.getResource("/native/lib/pytorch.properties") != null) {
            return UserError.failure(what, """
                    It came from Maven Central and is unpacked in %s.
                      Is there room for 400 MB, and may programs be run from there? DJL_CACHE_DIR names another folder;
                      delete that one to have it unpacked again.""".formatted(Utils.getEngineCacheDir("pytorch")), e);
        }
        return UserError.failure(what, """
                DJL downloads that library unless one is among the dependencies, and here it did not arrive.
                  Take it from Maven Central instead:%s with this option:
                    jbang run --deps %s setup""".formatted(
                "".equals(System.getenv("DJL_NATIVE")) ? " unset DJL_NATIVE, which is empty here, or run"
                : " start with the workbook's own ./jbang, or",
                nativeLibrary()), e);
    }

    /** Maven coordinate of PyTorch's CPU build for this machine, as DJL names it. */
    public static String nativeLibrary() {
        return "ai.djl.pytorch:pytorch-native-cpu:" + Workbook.PYTORCH_VERSION + ":" + platform();
    }

    /** linux-x86_64, linux-aarch64, osx-aarch64 or win-x86_64: the classifier of DJL's native jars. */
    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        String arch = System.getProperty("os.arch");
        return (os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux")
                + "-" + (arch.equals("aarch64") ? "aarch64" : "x86_64");
    }

    /** What --version prints. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "Langevin workbook " + Workbook.VERSION,
                "DJL " + Workbook.DJL_VERSION + ", PyTorch " + Workbook.PYTORCH_VERSION
                        + ", Java " + Runtime.version().feature()
            };
        }
    }
}
