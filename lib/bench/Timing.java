package lib.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long one step of all chains took.
 *
 * @param microseconds wall time
 * @param processor processor time of all threads, in microseconds: what other programs disturb less
 */
public record Timing(double microseconds, double processor) {

    /** Measures a run of so many steps. */
    public static Timing of(int steps, Runnable run) {
        var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = os.getProcessCpuTime();
        long wall = System.nanoTime();
        run.run();
        return new Timing((System.nanoTime() - wall) / 1e3 / steps, (os.getProcessCpuTime() - cpu) / 1e3 / steps);
    }

    /** The medians of several. */
    public static Timing median(List<Timing> timings) {
        return new Timing(median(timings, Timing::microseconds), median(timings, Timing::processor));
    }

    private static double median(List<Timing> timings, ToDoubleFunction<Timing> part) {
        double[] sorted = timings.stream().mapToDouble(part).sorted().toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
