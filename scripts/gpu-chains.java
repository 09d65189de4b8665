///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION 8.1 How far it scales: a million chains, on every GPU there is or on all processors
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES gpu-chains.java
//MAIN GpuChains
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import static java.lang.Math.*;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lib.chart.*;
import lib.law.*;
import lib.lesson.*;
import lib.sampling.*;
import lib.score.*;
import picocli.CommandLine.*;
import tech.tablesaw.api.*;

/** V = 1 / (1 - η/2): how many chains does it take to see that it is not 1? */
@Command(name = "gpu-chains", description = "A million chains, in shards, on every GPU there is or on all processors; how fast, and how exactly.")
class GpuChains implements Lesson.Script {

    @Mixin
    SamplingOptions sampling = new SamplingOptions(1_000_000, 100, 0.1).atMost(10_000_000_000L, 1_000_000);

    @Option(names = "--shard", paramLabel = "N", description = "How many chains a device runs at a time (up to 32768, on a GPU a million).")
    Integer shard;

    @Override
    public boolean fillsGpus() {
        return true;
    }

    @Override
    public void teach(Lesson lesson) {
        long n = sampling.manyChains();
        int steps = sampling.steps();
        double eta = sampling.stepSize();
        Lesson.require(shard == null || shard > 0 && shard <= 100_000_000, "--shard is from 1 to 100000000, not " + shard + ".", "Leave it out, or try --shard 32768.");
        Shards shards = shard == null ? Shards.over(lesson.devices(), n) : new Shards(lesson.devices(), shard);
        Lesson.chosen("--chains and --shard", "Leave --shard out.", () -> shards.of(n));
        Lesson.require(lesson.nd().getDevice().equals(Device.cpu()) || (long) shards.of(n).size() * steps <= KeyedNoise.DRAWS,
                "So many shards of so many steps are more draws than have a seed of their own.", "Take larger shards, --shard 10000000, or fewer steps.");
        Function<Device, NDManager> manager = lesson.nd().getEngine()::newBaseManager;
        for (Device device : Set.copyOf(lesson.devices())) {                     // a GPU's first steps load what it computes with
            new Shards(List.of(device), shards.size()).run(manager, min(n, shards.size()),
                    (nd, part) -> chains(nd, part, lesson.seed(), 2, eta).getFloat(0));
        }
        var mean = new RunningMean();                                            // of x₂²
        var done = new AtomicLong();
        var bar = lesson.progressOf("chains", n);
        var speed = Throughput.of(n, steps, () -> shards.run(manager, n, (nd, part) -> {
            NDArray x2 = chains(nd, part, lesson.seed(), steps, eta);
            bar.to(done.addAndGet(part.chains()));
            return RunningMean.parts(x2.square(), part);
        }).forEach(mean::add));
        bar.close();

        // From a start at 0, Vₜ = V (1 - (1-η)²ᵗ) with V = 1 / (1 - η/2)
        double exact = GaussianChain.of(eta).variance(0, steps);
        double found = mean.last().mean();
        double funnel = 4 * sqrt(2.0 / n);                                       // a variance from n samples of N(0, 1) has standard error √(2/n)
        boolean seen = n >= 256 && abs(found - 1) > funnel;
        lesson.value("variance of x2", "%.5f, exact %.5f, target 1", found, exact);
        lesson.value("four standard errors", "%.5f", funnel);
        lesson.value("chains that see the bias", "%,.0f in half of all runs, %,.0f in 98 of 100", 32 / pow(exact - 1, 2), 2 * pow((4 + 2 * exact) / (exact - 1), 2));
        lesson.value("chains here", "%,d: %s", n, seen ? "the bias is seen" : "the bias is there unseen");
        lesson.measured("speed", "%.3g chains × steps per second", speed.chainStepsPerSecond());
        lesson.measured("took", "%.2f s on %s", speed.seconds(), Survey.devices(lesson.devices()));
        lesson.measured("device memory", "%s", Survey.memory(lesson.devices()));
        lesson.say("More chains do not make the sampler better. They show how good it is.");
        draw(lesson, mean, exact, n, seen);
        lesson.check("the variance of x2 is the chain's own, and not the target's 1", ChiSquare.variance(found, exact, n, 1, 1));
        lesson.check("every chain ran", mean.last().count() == n, Lesson.format("%,d of %,d", mean.last().count(), n));
    }

    /** A shard of chains, from 0: where x₂ ends, shape (n). */
    private static NDArray chains(NDManager nd, Shards.Shard part, int seed, int steps, double eta) {
        Score score = Mixture.twoModes(nd).score();                              // s₂(x) = -x₂, whatever x₁ does
        NDArray start = nd.zeros(new Shape(part.chains(), 2));
        return Langevin.of(score, eta).noise(part.noise(nd, seed, steps)).run(start, steps).get(":, 1");
    }

    /** The estimate, beside the chain's own variance and beside what samples of the target would give. */
    private static void draw(Lesson lesson, RunningMean mean, double exact, long n, boolean seen) {
        var notes = mean.notes().stream().filter(note -> note.count() >= min(256, n)).toList();
        var estimate = lesson.keep(table("estimate", notes, note -> note.mean()));
        double first = notes.get(0).count();
        lesson.figure("What so many chains can see", Chart.of(Panel.titled("Variance of x₂").xLog("number of chains n", first, max(n * 1.2, 1.5 * first)).y("")
                .lineDashed(curve("low", first, n, count -> 1 - 4 * sqrt(2 / count)), "chains", "value", Palette.THEORY)
                .lineDashed(curve("high", first, n, count -> 1 + 4 * sqrt(2 / count)), "chains", "value", Palette.THEORY)
                .lineDashed(curve("exact", first, n, count -> exact), "chains", "value", Palette.THEORY)
                .line(estimate, "chains", "value", Palette.SAMPLE).points(estimate, "chains", "value", Palette.SAMPLE)
                .label(n / 6.0, exact + 0.05, Lesson.format("chain: %.3f", exact)).label(n / 6.0, 0.93, "target: 1 ± 4√(2/n)")), """
                The dashed funnel holds the estimate if the chains are samples of the target, whose variance is 1. The gold estimate
                goes to the level line, the chain's own variance. %s""".formatted(seen
                        ? "From where it leaves the funnel the bias can be seen." : "So few chains leave it in the funnel: the bias is there unseen."));
    }

    /** What theory says for every number of chains from low to high. */
    private static Table curve(String name, double low, double high, DoubleUnaryOperator value) {
        double[] counts = IntStream.rangeClosed(0, 100).mapToDouble(k -> low * pow(max(high, 1.2 * low) / low, k / 100.0)).toArray();
        return Table.create(name, DoubleColumn.create("chains", counts), DoubleColumn.create("value", DoubleStream.of(counts).map(value).toArray()));
    }

    private static Table table(String name, List<RunningMean.Note> notes, ToDoubleFunction<RunningMean.Note> value) {
        return Table.create(name, LongColumn.create("chains", notes.stream().mapToLong(note -> note.count()).toArray()),
                DoubleColumn.create("power", notes.stream().mapToDouble(note -> log10(note.count())).toArray()),
                DoubleColumn.create("value", notes.stream().mapToDouble(value).toArray()));
    }

    public static void main(String... args) {
        Lesson.run(new GpuChains(), args);
    }
}
