package lib.lesson;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import lib.Workbook;

/**
 * PyTorch's build for NVIDIA GPUs: whether it suits this machine, and how DJL is brought to take it. DJL itself takes
 * it only where it finds CUDA's runtime 12.8 or newer beside the driver, though the build has a runtime of its own.
 */
public final class CudaBuild {

    private static final String FLAVOR = "cu128";
    // what PyTorch 2.7 with CUDA 12.8 has kernels for: Turing, 2018, and newer
    private static final int OLDEST_CARD = 75;
    private static final int OLDEST_CUDA = 12_000;  // any driver of CUDA 12 runs what was built with a later 12

    private CudaBuild() {}

    /**
     * Why a GPU that may be there cannot be used.
     *
     * @param reason the half of a sentence
     * @param mend the line that mends it
     */
    public record Obstacle(String reason, String mend) {
        @Override
        public String toString() {
            return "The GPU is not used: " + reason + ". " + mend;
        }
    }

    /**
     * What else tells of a GPU, beside the driver's library.
     *
     * @param platform as DJL names it
     * @param driverOutside whether Linux runs NVIDIA's driver, in whatever container this is
     * @param card whether there is a display device of NVIDIA's
     * @param visible CUDA_VISIBLE_DEVICES, or null
     */
    public record Clues(String platform, boolean driverOutside, boolean card, String visible) {

        static Clues here() {
            return new Clues(PyTorch.platform(), Files.exists(Path.of("/proc/driver/nvidia/version")), hasCard(),
                    System.getenv("CUDA_VISIBLE_DEVICES"));
        }

        /** Whether Linux lists a display device of NVIDIA's on its bus. */
        private static boolean hasCard() {
            try (var devices = Files.list(Path.of("/sys/bus/pci/devices"))) {
                return devices.anyMatch(device -> is(device.resolve("vendor"), "0x10de")
                        && is(device.resolve("class"), "0x03"));
            } catch (IOException | RuntimeException e) {
                return false;
            }
        }

        private static boolean is(Path file, String beginning) {
            try {
                return Files.readString(file).startsWith(beginning);
            } catch (IOException e) {
                return false;
            }
        }
    }

    /**
     * What stands between this build and the machine's GPUs; empty if nothing does, or if there is no sign of a GPU.
     */
    public static Optional<Obstacle> obstacle(Nvidia driver, Clues clues) {
        if (!driver.isThere()) {
            return clues.driverOutside
                    ? obstacle("NVIDIA's driver runs on this machine, and this container was not given it",
                            "Start it with: docker run --gpus all ...")
                    : clues.card ? obstacle("there is an NVIDIA GPU and no driver for it",
                            "Install NVIDIA's driver, of version 525 or newer: https://www.nvidia.com/drivers")
                    : Optional.empty();
        }
        if (driver.error() != 0) {
            return driver.error() == 100 && clues.visible != null
                    ? obstacle("CUDA_VISIBLE_DEVICES is \"" + clues.visible + "\", which leaves no GPU",
                            "Take it out of the environment: unset CUDA_VISIBLE_DEVICES")
                    : driver.error() == 100 ? Optional.empty()
                    : obstacle("NVIDIA's driver fails with error " + driver.error(),
                            "See what nvidia-smi says; after an update of the driver, restart the machine.");
        }
        if (driver.gpus().isEmpty()) {
            return Optional.empty();
        }
        String name = driver.gpus().get(0).name();
        if (!clues.platform.equals("linux-x86_64") && !clues.platform.equals("win-x86_64")) {
            return obstacle("DJL has no CUDA build of PyTorch for " + clues.platform,
                    "Use the CPU there: --device cpu");
        }
        if (driver.cuda() < OLDEST_CUDA) {
            return obstacle("%s has a driver for CUDA %s.%s, and PyTorch %s needs one for CUDA 12".formatted(name,
                    driver.cuda() / 1000, driver.cuda() % 1000 / 10, Workbook.PYTORCH_VERSION),
                    "Install NVIDIA's driver of version 525 or newer: https://www.nvidia.com/drivers");
        }
        if (driver.gpus().stream().allMatch(gpu -> gpu.capability() < OLDEST_CARD)) {
            int capability = driver.gpus().get(0).capability();
            return obstacle("%s has compute capability %s.%s, and PyTorch %s computes from 7.5 on".formatted(name,
                    capability / 10, capability % 10, Workbook.PYTORCH_VERSION),
                    "Use the CPU: --device cpu");
        }
        return Optional.empty();
    }

    private static Optional<Obstacle> obstacle(String reason, String mend) {
        return Optional.of(new Obstacle(reason, mend));
    }

    /** Whether DJL has it on disk already. */
    static boolean isUnpacked() {
        return Files.exists(folder().resolve(System.mapLibraryName("torch")));
    }

    /** Where DJL unpacks it. */
    static Path folder() {
        return Utils.getEngineCacheDir("pytorch")
                .resolve(Workbook.PYTORCH_VERSION + "-" + FLAVOR + "-" + PyTorch.platform());
    }

    /**
     * Loads it. A library that is among the dependencies is hidden from DJL meanwhile: it would be taken instead.
     *
     * @return the engine, or empty where it could not be had, when nothing has been loaded
     */
    static Optional<Engine> load(Nvidia driver) {
        if (!isUnpacked()) {
            System.err.printf(java.util.Locale.ROOT, """
                    %s: fetching PyTorch's CUDA build to %s.
                    It has some gigabytes, and comes once. --device cpu does without.
                    """, driver.gpus().get(0).name(), folder());
        }
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        System.setProperty("PYTORCH_FLAVOR", FLAVOR);
        thread.setContextClassLoader(new WithoutBundledLibrary(loader));
        try {
            return Optional.of(Engine.getEngine("PyTorch"));
        } catch (EngineException e) {
            if (!isMissing(e)) {
                throw e;
            }
            System.clearProperty("PYTORCH_FLAVOR");
            return Optional.empty();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static boolean isMissing(Throwable e) {
        return e instanceof IOException || String.valueOf(e.getMessage()).startsWith("No PyTorch native library")
                || e.getCause() != null && isMissing(e.getCause());
    }

    /** The class path without the file by which a jar says that it holds PyTorch. */
    private static final class WithoutBundledLibrary extends ClassLoader {

        WithoutBundledLibrary(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("native/lib/pytorch.properties") ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    }
}
