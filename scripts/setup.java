///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Setup: what this machine offers, what is missing, and the seed
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES setup.java
//MAIN Setup
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import lib.Workbook;
import lib.lesson.*;
import lib.score.Energy;
import picocli.CommandLine.*;

/** The first page: device, memory, versions, and a generator that draws the same numbers every time. */
@Command(name = "setup", description = "What this machine offers, what is missing and how to get it, and the seed.")
class Setup implements Lesson.Script {

    @Override
    public void teach(Lesson lesson) {
        var device = lesson.nd().getDevice();
        lesson.value("device", "%s", Survey.device(device));
        lesson.value("memory", "%s", Survey.memory());
        lesson.value("processors", "%d", Runtime.getRuntime().availableProcessors());
        lesson.value("Java", "%s", Runtime.version());
        lesson.value("JBang", "%s", Survey.jbang().orElse("not on the PATH; ./jbang fetches it"));
        lesson.value("DJL", "%s", Workbook.DJL_VERSION);
        lesson.value("PyTorch", "%s", lesson.nd().getEngine().getVersion());
        lesson.value("seed", "%d", lesson.seed());

        NDArray first = lesson.nd().randomNormal(new Shape(3));
        lesson.nd().getEngine().setRandomSeed(lesson.seed());
        NDArray again = lesson.nd().randomNormal(new Shape(3));
        lesson.value("first draws", "%.4f  %.4f  %.4f", first.getFloat(0), first.getFloat(1), first.getFloat(2));
        lesson.say("");
        Survey.gpus().forEach(line -> lesson.say("%s", line));

        lesson.check("the same seed draws the same numbers", Lesson.maxDifference(first, again), 0);
        if (lesson.seed() == 42 && device.equals(Device.cpu())) { // a GPU has a generator of its own
            NDArray pyTorch = lesson.nd().create(new float[] {0.3367f, 0.1288f, 0.2345f}); // torch.manual_seed(42); torch.randn(3)
            lesson.check("they are the numbers PyTorch draws from Python", Lesson.maxDifference(first, pyTorch), 5e-5);
        }
        Energy bowl = x -> x.square().sum(new int[] {1}).div(2);
        NDArray three = lesson.nd().create(new float[][] {{3, 0}});
        lesson.check("autograd works: the score of |x|²/2 is -x", Lesson.maxDifference(bowl.score().at(three), three.neg()), 0);
    }

    public static void main(String... args) {
        Lesson.run(new Setup(), args);
    }
}
