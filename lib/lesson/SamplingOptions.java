package lib.lesson;

import java.math.BigDecimal;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every lesson that runs chains, a picocli mixin; the defaults are the lesson's own. */
public final class SamplingOptions {

    private static final long MOST_CHAINS = 1_000_000; // a page that holds all their points can still be opened
    private static final long MOST_STEPS = 10_000_000;

    @Option(names = "--chains", paramLabel = "N", converter = Count.class, description = "How many independent chains (${DEFAULT-VALUE}).")
    private long chains;

    @Option(names = "--steps", paramLabel = "N", converter = Count.class, description = "How many steps each takes (${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--step-size", paramLabel = "ETA", description = "The step size η (${DEFAULT-VALUE}).")
    private double stepSize;

    private final long mostChains;
    private final long mostSteps;

    /** Options with these defaults, for at most a million chains and ten million steps. */
    public SamplingOptions(int chains, int steps, double stepSize) {
        this(chains, steps, stepSize, MOST_CHAINS, MOST_STEPS);
    }

    private SamplingOptions(long chains, long steps, double stepSize, long mostChains, long mostSteps) {
        this.chains = chains;
        this.steps = steps;
        this.stepSize = stepSize;
        this.mostChains = mostChains;
        this.mostSteps = mostSteps;
    }

    /** The same for a lesson that has room for so many. */
    public SamplingOptions atMost(long moreChains, long moreSteps) {
        return new SamplingOptions(chains, steps, stepSize, moreChains, moreSteps);
    }

    /** How many chains, from one to what the lesson has room for; otherwise exit status 2. */
    public int chains() {
        return Math.toIntExact(manyChains());
    }

    /** The same for a lesson that divides its chains into shards, and takes more than an array has room for. */
    public long manyChains() {
        return within("--chains", chains, mostChains);
    }

    /** How many steps, from one to what the lesson has room for; otherwise exit status 2. */
    public int steps() {
        return Math.toIntExact(within("--steps", steps, mostSteps));
    }

    /** η, positive and finite; otherwise exit status 2. */
    public double stepSize() {
        Lesson.require(stepSize > 0 && Double.isFinite(stepSize), "--step-size is a positive number, not " + stepSize + ".", "Try --step-size 0.01.");
        return stepSize;
    }

    private static long within(String option, long value, long most) {
        Lesson.require(value > 0, option + " " + value + " leaves nothing to run.", "Take at least one: " + option + " 1.");
        Lesson.require(value <= most, String.format(Locale.ROOT, "%s %d is more than this lesson has room for.", option, value),
                String.format(Locale.ROOT, "It fits %,d: %s %d.", most, option, most));
        return value;
    }

    /** A whole number as people write it: 1000000 or 1e6. What is beyond a long is as large as one gets. */
    static final class Count implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            try {
                BigDecimal value = new BigDecimal(text).setScale(0);
                return value.max(BigDecimal.valueOf(Long.MIN_VALUE)).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a number");
            } catch (ArithmeticException e) {
                throw new TypeConversionException("'" + text + "' is not a whole number");
            }
        }
    }
}
