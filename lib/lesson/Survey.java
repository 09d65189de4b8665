package lib.lesson;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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

    /** Where a run was spread over, e.g. "2 processors" or "gpu(0), gpu(1)". */
    public static String devices(List<Device> devices) {
        return devices.get(0).equals(Device.cpu()) ? devices.size() + (devices.size() == 1 ? " processor" : " processors")
                : devices.stream().map(Device::toString).collect(Collectors.joining(", "));
    }

    /** How much of the devices' memory is in use, by this process and others, e.g. "3.1 of 25.2 GB". */
    public static String memory(List<Device> devices) {
        if (devices.get(0).isGpu()) {
            return devices.stream().map(CudaUtils::getGpuMemory)
                    .map(use -> gigabytes(use.getUsed()) + " of " + gigabytes(use.getMax()) + " GB").collect(Collectors.joining(", "));
        }
        var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return gigabytes(os.getTotalMemorySize() - os.getFreeMemorySize()) + " of " + gigabytes(os.getTotalMemorySize()) + " GB, the machine's";
    }

    /** A GPU's name and memory, e.g. "NVIDIA A100-SXM4-40GB, 39.4 GB". */
    public static String gpu(Device device) {
        String name = lines("nvidia-smi", "-i", Integer.toString(device.getDeviceId()), "--query-gpu=name", "--format=csv,noheader").findFirst()
                .orElse(device.toString());
        return name + ", " + gigabytes(CudaUtils.getGpuMemory(device).getMax()) + " GB";
    }

    /** The version of the JBang that started this script, or empty where it did not say where it is. */
    public static Optional<String> jbang() {
        String known = System.getenv("WORKBOOK_JBANG"); // from ./jbang, which saves starting another JBang
        if (known != null && !known.isEmpty()) {
            return Optional.of(known);
        }
        String launcher = System.getenv("JBANG_LAUNCH_CMD");
        return lines(launcher == null ? "jbang" : launcher, "--version").filter(line -> line.matches("\\d+(\\.\\d+)+")).findFirst();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
    }

    /** What a program prints, to either stream, if it is there, ends well and takes no more than ten seconds; else nothing. */
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
