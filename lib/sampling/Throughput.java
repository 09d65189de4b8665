package lib.sampling;

import java.util.Locale;

/**
 * How fast chains ran.
 *
 * @param chains how many ran
 * @param steps of each
 * @param seconds it took, wall time
 */
public record Throughput(long chains, int steps, double seconds) {

    /** Runs something and measures it. */
    public static Throughput of(long chains, int steps, Runnable run) {
        long start = System.nanoTime();
        run.run();
        return new Throughput(chains, steps, (System.nanoTime() - start) / 1e9);
    }

    /** Chains times steps a second. */
    public double chainStepsPerSecond() {
        return (double) chains * steps / seconds;
    }

    /** Microseconds for one step of all chains. */
    public double microsecondsPerStep() {
        return seconds * 1e6 / steps;
    }

    /** As a person reads it: 1.2e+08 chains x steps per second. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d chains x %,d steps in %.2f s: %.3g chains x steps per second",
                chains, steps, seconds, chainStepsPerSecond());
    }
}
