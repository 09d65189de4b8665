package lib.lesson;

import picocli.CommandLine.Option;

/** How many steps and how large, a picocli mixin; the defaults are the lesson's own. */
public final class StepOptions {

    private static final long MOST = 10_000_000;
    private static final double SMALLEST = 1e-6;

    @Option(names = "--steps", paramLabel = "N", converter = Arguments.Whole.class,
            description = "How many steps each takes (${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--step-size", paramLabel = "ETA", description = "The step size η (${DEFAULT-VALUE}).")
    private double stepSize;

    private final long most;

    /** Options with these defaults, for at most ten million steps. */
    public StepOptions(int steps, double stepSize) {
        this(steps, stepSize, MOST);
    }

    private StepOptions(long steps, double stepSize, long most) {
        this.steps = steps;
        this.stepSize = stepSize;
        this.most = most;
    }

    /** The same for a lesson that has room for so many steps. */
    public StepOptions atMost(long more) {
        return new StepOptions(steps, stepSize, more);
    }

    /** How many steps, from one to what the lesson has room for; otherwise exit status 2. */
    public int steps() {
        return Math.toIntExact(Arguments.within("--steps", steps, most));
    }

    /**
     * η, from a millionth to 2 and below it; otherwise exit status 2. The targets of all lessons have curvature 1, at
     * least far out, so that x is multiplied by 1 - η; and a smaller step is lost where float32 rounds x + η s.
     */
    public double stepSize() {
        Lesson.require(stepSize > 0 && Double.isFinite(stepSize),
                "--step-size is a positive number, not " + stepSize + ".", "Try --step-size 0.01.");
        Lesson.require(stepSize < 2, "--step-size " + Lesson.number(stepSize)
                + " has no law to settle in: far out, each step multiplies x by 1 - η = "
                + Lesson.number(1 - stepSize) + ".", "Take a step size below 2, such as --step-size 0.01.");
        Lesson.require(stepSize >= SMALLEST, "--step-size " + stepSize + " is lost in the rounding of 32-bit numbers.",
                "Take at least --step-size 0.000001.");
        return stepSize;
    }
}
