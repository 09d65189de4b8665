package tests.device;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import lib.lesson.Lesson;
import lib.sampling.KeyedNoise;
import lib.sampling.Langevin;
import lib.score.Mixture;
import lib.score.Score;
import picocli.CommandLine.Command;

/** A step of gpu-chains on a GPU: what it costs, that it is the rule, and what it leaves behind. */
@Command(name = "step")
public final class StepLesson implements Lesson.Script {

    private static final double ETA = 0.1;

    @Override
    public void teach(Lesson lesson) {
        Score score = Mixture.twoModes(lesson.nd()).score();
        NDArray start = lesson.nd().randomNormal(new Shape(1000, 2)).mul(4);

        Hardware.Cost few = cost(lesson, score, start, 33);
        Hardware.Cost more = cost(lesson, score, start, 63).minus(few); // both look for divergence twice: after step 32 and at the end
        lesson.check("a step launches at most 8 kernels", more.kernels() <= 8 * 30, more.toString());
        lesson.check("a step copies nothing between host and device", more.uploads() + more.reads() == 0, more.toString());

        NDArray shorter = Langevin.of(score, ETA).noise(NDArray::zerosLike).run(start, 200);
        NDArray asWritten = Langevin.of(x -> score.at(x), ETA).noise(NDArray::zerosLike).run(start, 200);
        lesson.check("the short way is the rule", Lesson.maxDifference(shorter, asWritten), 1e-5);
        NDArray drawn = Langevin.of(score, ETA).noise(KeyedNoise.of(lesson.nd().getEngine(), 1, 0, 200)).run(start, 200);
        NDArray scaled = Langevin.of(score, ETA).noise(KeyedNoise.of(lesson.nd().getEngine(), 1, 0, 200)::like).run(start, 200);
        lesson.check("noise drawn wide is noise that is made wide", Lesson.maxDifference(drawn, scaled), 1e-5);

        int before = owned(lesson);
        Langevin.of(score, ETA).run(start, 640);
        int after = owned(lesson);
        lesson.check("a run leaves its result and nothing else", after == before + 1, before + ", then " + after);
    }

    private static Hardware.Cost cost(Lesson lesson, Score score, NDArray start, int steps) {
        var before = Hardware.cost();
        Langevin.of(score, ETA).noise(KeyedNoise.of(lesson.nd().getEngine(), 1, 0, steps)).run(start, steps);
        return Hardware.cost().minus(before);
    }

    /** How many arrays and managers the lesson's manager owns. */
    private static int owned(Lesson lesson) {
        try {
            var resources = BaseNDManager.class.getDeclaredField("resources");
            resources.setAccessible(true);
            return ((Map<?, ?>) resources.get(lesson.nd())).size();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
