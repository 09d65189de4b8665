package lib.lesson;

import picocli.CommandLine.Option;

/** The options of every lesson that runs chains, a picocli mixin; the defaults are the lesson's own. */
public final class SamplingOptions {

    @Option(names = "--chains", paramLabel = "N", description = "How many independent chains (${DEFAULT-VALUE}).")
    private int chains;

    @Option(names = "--steps", paramLabel = "N", description = "How many steps each takes (${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--step-size", paramLabel = "ETA", description = "The step size η (${DEFAULT-VALUE}).")
    private double stepSize;

    /** Options with these defaults. */
    public SamplingOptions(int chains, int steps, double stepSize) {
        this.chains = chains;
        this.steps = steps;
        this.stepSize = stepSize;
    }

    /** How many chains, at least one; otherwise exit status 2. */
    public int chains() {
        Lesson.require(chains > 0, "--chains " + chains + " leaves nothing to run.", "Take at least one: --chains 1.");
        return chains;
    }

    /** How many steps, at least one; otherwise exit status 2. */
    public int steps() {
        Lesson.require(steps > 0, "--steps " + steps + " leaves nothing to do.", "Take at least one: --steps 1.");
        return steps;
    }

    /** η, positive and finite; otherwise exit status 2. */
    public double stepSize() {
        Lesson.require(stepSize > 0 && Double.isFinite(stepSize), "--step-size is a positive number, not " + stepSize + ".", "Try --step-size 0.01.");
        return stepSize;
    }
}
