package lib.lesson;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every lesson that runs chains, a picocli mixin; the defaults are the lesson's own. */
public final class SamplingOptions {

    private static final long MOST = 1_000_000; // a page that holds all their points can still be opened

    @Option(names = "--chains", paramLabel = "N", converter = Arguments.Whole.class,
            description = "How many independent chains (${DEFAULT-VALUE}).")
    private long chains;

    @Mixin
    private final StepOptions each;

    private final long most;

    /** Options with these defaults, for at most a million chains. */
    public SamplingOptions(int chains, int steps, double stepSize) {
        this(chains, new StepOptions(steps, stepSize), MOST);
    }

    private SamplingOptions(long chains, StepOptions each, long most) {
        this.chains = chains;
        this.each = each;
        this.most = most;
    }

    /** The same for a lesson that has room for so many chains and steps. */
    public SamplingOptions atMost(long moreChains, long moreSteps) {
        return new SamplingOptions(chains, each.atMost(moreSteps), moreChains);
    }

    /** How many chains, from one to what the lesson has room for; otherwise exit status 2. */
    public int chains() {
        return Math.toIntExact(manyChains());
    }

    /** The same for a lesson that divides its chains into shards, and takes more than one array holds. */
    public long manyChains() {
        return Arguments.within("--chains", chains, most);
    }

    /** How many steps, from one to what the lesson has room for; otherwise exit status 2. */
    public int steps() {
        return each.steps();
    }

    /** η, from a millionth to 2 and below it; otherwise exit status 2. */
    public double stepSize() {
        return each.stepSize();
    }
}
