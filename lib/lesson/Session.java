package lib.lesson;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lib.io.UserError;
import lib.score.GraphMemory;

/** An engine that runs, on the chosen device, and lessons in it one after the other: a lesson is a session of one. */
public final class Session {

    private final Engine engine;
    private final List<Device> devices; // the first is that of a lesson's tensors

    private Session(Engine engine, List<Device> devices) {
        this.engine = engine;
        this.devices = devices;
    }

    /** Lessons of a second, for which auto means the CPU. */
    public static Session start(String device) {
        return start(device, false);
    }

    /**
     * Loads the engine, and beside it what pages need.
     *
     * @param device auto, cpu, gpu, gpu:K or mps
     * @param fillsGpus whether the work is so large that auto means the GPUs; for what takes a second auto means the
     *     CPU, whose numbers are those that lessons.md prints
     * @throws UserError where there is no such device, or no native library
     */
    public static Session start(String device, boolean fillsGpus) {
        Devices.requireName(device);
        try (var warm = WarmUp.start()) {
            String meant = device.equals("auto") && !fillsGpus ? "cpu" : device;
            boolean forGpus = meant.equals("auto") || meant.startsWith("gpu");
            var found = new ArrayList<String>(); // sentences on why a GPU that is there is not used
            Engine engine = forGpus ? PyTorch.engineForGpus(found::add) : PyTorch.engine();
            GraphMemory.watchThisThread(); // a lesson may take a gradient with DJL's own collector
            var machine = Devices.here(engine, found);
            List<Device> chosen = Devices.spread(meant, machine, Runtime.getRuntime().availableProcessors());
            found.forEach(System.err::println);
            return new Session(engine, chosen);
        }
    }

    /**
     * Runs a lesson as its command would, seeded as if it were alone, but prints nothing and writes nothing.
     *
     * @param args its options; the device is the session's
     * @throws UserError as the command would complain; any other exception is the lesson's own fault
     */
    public Taught teach(Lesson.Script script, List<String> args) {
        var invocation = new Invocation(script);
        try {
            invocation.parse(args.toArray(String[]::new));
            return teach(invocation, Report.quiet());
        } catch (RuntimeException | Error e) {
            Optional<UserError> theirs = Outcome.userError(e, invocation.alias(), invocation.options.out);
            if (theirs.isPresent()) {
                throw theirs.get();
            }
            throw e;
        }
    }

    /** Computes something with tensors of its own, which are freed with the manager; seeded as a lesson is. */
    public <T> T compute(int seed, Function<NDManager, T> work) {
        engine.setRandomSeed(seed);
        try (NDManager nd = engine.newBaseManager(devices.get(0))) {
            return work.apply(nd);
        }
    }

    /** The device's name, as pages say it. */
    public String device() {
        return Devices.name(devices.get(0));
    }

    Taught teach(Invocation invocation, Report report) {
        try (var lesson = new Lesson(engine, devices, invocation.options.seed, report)) {
            invocation.script.teach(lesson);
            return new Taught(invocation.content(lesson, devices.get(0)), invocation.text(), lesson.tables(),
                    lesson.extras());
        }
    }
}
