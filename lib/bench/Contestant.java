package lib.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import lib.bench.Scoreboard.Timing;
import lib.io.UserError;
import lib.lesson.Lesson;
import lib.sampling.Langevin;
import lib.sampling.Shards;
import lib.score.DoubleWell;
import lib.score.Mixture;
import lib.score.Score;

/** The scores that are measured, each as a user of the library writes it; the names are those of notebook.py. */
public enum Contestant {

    GAUSSIAN("gaussian", "s(x) = −x", nd -> x -> x.neg()),
    MIXTURE("mixture", "two modes", nd -> Mixture.twoModes(nd).score()),
    DOUBLE_WELL("double-well", "double well, autograd", nd -> new DoubleWell().score());

    private static final double ETA = 0.01;

    private final String alias;
    private final String title;
    private final Function<NDManager, Score> score;

    Contestant(String alias, String title, Function<NDManager, Score> score) {
        this.alias = alias;
        this.title = title;
        this.score = score;
    }

    /** The score of that name. */
    public static Contestant named(String alias) {
        return Arrays.stream(values()).filter(each -> each.alias.equals(alias)).findFirst()
                .orElseThrow(() -> UserError.usage("--scores " + alias + " is not among them.", "There are "
                        + Arrays.stream(values()).map(each -> each.alias).collect(Collectors.joining(", ")) + "."));
    }

    /** Its name on a command line. */
    public String alias() {
        return alias;
    }

    /** Its name in a figure. */
    public String title() {
        return title;
    }

    /** Runs until the JVM has compiled what a step needs: two seconds. */
    public void warmUp(Lesson lesson) {
        for (long end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end; ) {
            time(lesson, 1000, 1000);
        }
    }

    /**
     * Runs the library's sampler, as gpu-chains does: {@link Shards} over the lesson's devices, each with noise of its
     * own.
     */
    public Timing time(Lesson lesson, int chains, int steps) {
        Engine engine = lesson.nd().getEngine();
        Shards shards = Shards.over(lesson.devices(), chains);
        return Timing.of(steps, () -> shards.run(engine::newBaseManager, chains, (nd, shard) ->
                Langevin.of(score.apply(nd), ETA).noise(shard.noise(nd, lesson.seed(), steps))
                        .run(nd.zeros(new Shape(shard.chains(), 2)), steps).getFloat(0, 0)));
    }
}
