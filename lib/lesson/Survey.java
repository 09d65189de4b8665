package lib.lesson;

import ai.djl.Device;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this machine offers a sampler, in words. */
public final class Survey {

    private Survey() {}

    /** Memory of the machine and of this JVM, e.g. "25.2 GB, of which the Java heap may take 6.3 GB". */
    public static String memory() {
        var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return gigabytes(os.getTotalMemorySize()) + " GB, of which the Java heap may take "
                + gigabytes(Runtime.getRuntime().maxMemory()) + " GB";
    }

    /** Where a run was spread over, e.g. "2 processors" or "gpu:0, gpu:1". */
    public static String devices(List<Device> devices) {
        return devices.get(0).equals(Device.cpu())
                ? devices.size() + (devices.size() == 1 ? " processor" : " processors")
                : devices.stream().map(Devices::name).collect(Collectors.joining(", "));
    }

    /** How much of the devices' memory is in use, by this process and others, e.g. "3.1 of 25.2 GB". */
    public static String memory(List<Device> devices) {
        if (devices.get(0).isGpu()) {
            return devices.stream().map(device -> {
                var memory = Nvidia.memory(device.getDeviceId());
                return memory.total() == 0 ? "unknown"
                        : gigabytes(memory.total() - memory.free()) + " of " + gigabytes(memory.total()) + " GB";
            }).collect(Collectors.joining(", "));
        }
        var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return gigabytes(os.getTotalMemorySize() - os.getFreeMemorySize()) + " of "
                + gigabytes(os.getTotalMemorySize()) + " GB, the machine's";
    }

    /** A device as a person knows it, e.g. "cpu", "gpu:0, NVIDIA A100-SXM4-40GB, 42.4 GB" or "mps, Apple's GPU". */
    public static String device(Device device) {
        List<Nvidia.Gpu> gpus = device.isGpu() ? Nvidia.here().gpus() : List.of();
        return Devices.name(device) + (device.equals(Devices.MPS) ? ", Apple's GPU"
                : device.getDeviceId() < 0 || device.getDeviceId() >= gpus.size() ? ""
                : ", " + described(gpus.get(device.getDeviceId())));
    }

    /**
     * What there is beside the processor, one line each; then, in sentences, what it is good for here or why it cannot
     * be used.
     */
    public static List<String> gpus() {
        return gpus(Nvidia.here(), CudaBuild.Clues.here(), CudaBuild.isUnpacked());
    }

    static List<String> gpus(Nvidia driver, CudaBuild.Clues clues, boolean unpacked) {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < driver.gpus().size(); k++) {
            lines.add("gpu:" + k + " is an " + described(driver.gpus().get(k)) + ".");
        }
        var obstacle = CudaBuild.obstacle(driver, clues);
        if (obstacle.isPresent()) {
            lines.add("No lesson can use it: " + obstacle.get().reason() + ".");
            lines.add(obstacle.get().mend());
        } else if (!driver.gpus().isEmpty()) {
            lines.add("gpu-chains and bench run there; --device gpu takes any lesson there.");
            if (!unpacked) {
                lines.add("The first of them fetches PyTorch's CUDA build, some gigabytes.");
            }
        } else if (clues.platform().equals("osx-aarch64")) {
            lines.add("Lessons run on the CPU within seconds; --device mps takes Apple's GPU.");
        } else {
            lines.add("No GPU was found: every lesson runs on the CPU within seconds.");
            lines.add("For more chains: a machine with an NVIDIA GPU and its driver; "
                    + "in a hosted notebook, choose a runtime type with a GPU.");
        }
        return lines;
    }

    private static String described(Nvidia.Gpu gpu) {
        return gpu.name() + ", " + gigabytes(gpu.bytes()) + " GB";
    }

    /** The version of the JBang that started this script, or empty where it did not say where it is. */
    public static Optional<String> jbang() {
        String known = System.getenv("WORKBOOK_JBANG"); // from ./jbang, which saves starting another JBang
        if (known != null && !known.isEmpty()) {
            return Optional.of(known);
        }
        String launcher = System.getenv("JBANG_LAUNCH_CMD");
        return lines(launcher == null ? "jbang" : launcher, "--version").filter(line -> line.matches("\\d+(\\.\\d+)+"))
                .findFirst();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
    }

    /**
     * What a program prints, to either stream, if it is there, ends well and takes no more than ten seconds; else
     * nothing.
     */
    private static Stream<String> lines(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Stream.empty();
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? text.lines().map(String::strip) : Stream.empty();
        } catch (IOException e) {
            return Stream.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }
}
