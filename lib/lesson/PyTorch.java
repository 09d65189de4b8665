package lib.lesson;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import lib.Workbook;
import lib.page.UserError;
import picocli.CommandLine.IVersionProvider;

/** Starts DJL's PyTorch engine, quietly, and says what to do where its native library cannot be had. */
final class PyTorch {

    static {
        System.setProperty("OPT_OUT_TRACKING", "true"); // otherwise DJL calls home while it starts
        if (System.getProperty("ai.djl.pytorch.num_threads") == null) {
            System.setProperty("ai.djl.pytorch.num_threads", "1"); // sums then have one order; with more, last digits have been seen to differ
        }
    }

    private PyTorch() {}

    /** The engine, loaded on the first call: half a second warm, a download or a copy of 100 MB the first time. */
    static Engine engine() {
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | UnsatisfiedLinkError e) {
            throw unavailable(e);
        }
    }

    static UserError unavailable(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return UserError.failure(
                "PyTorch's native library for %s could not be loaded: %s".formatted(platform(), root),
                """
                DJL downloads that library by itself unless one is among the dependencies, and here it did not arrive.
                  Take it from Maven Central instead: ./jbang in the workbook's folder does so by itself, and the JBang
                  you have does with this option:
                    jbang run --deps %s setup""".formatted(nativeLibrary()),
                e);
    }

    /** Maven coordinate of PyTorch's CPU build for this machine, as DJL names it. */
    static String nativeLibrary() {
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
