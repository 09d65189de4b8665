package lib.exercise;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lib.io.UserError;
import lib.lesson.Console;
import lib.lesson.Devices;
import lib.lesson.Lesson;
import lib.page.Command;
import lib.page.Line;
import lib.sampling.Noise;

/** An exercise of the workbook: its script, its checker, its solution. */
public enum Exercise {

    LANGEVIN_1D("langevin-1d", 1, "the update rule, one point", Langevin1dSolution::langevin),
    LANGEVIN_2D("langevin-2d", 2, "the same rule, 200 points", Langevin2dSolution::langevin);

    private static final int SECONDS = 20;

    final String alias;
    final String task;
    private final int dimensions;
    private final Loop solution;

    Exercise(String alias, int dimensions, String task, Loop solution) {
        this.alias = alias;
        this.dimensions = dimensions;
        this.task = task;
        this.solution = solution;
    }

    static Optional<Exercise> named(String alias) {
        return Arrays.stream(values()).filter(exercise -> exercise.alias.equals(alias)).findFirst();
    }

    /**
     * Runs an exercise's script as a process: as {@link Lesson#run} does, but that --hint and --copy are answered at
     * once, without an engine and without a page.
     */
    public void run(Lesson.Script script, String... args) {
        ExerciseOptions options = ExerciseOptions.in(args);
        if (options.hint != null || options.copy != null) {
            var console = Console.ofProcess();
            System.exit(console.run(alias, () -> null, () -> {
                console.out().println(answer(options));
                return 0;
            }));
        }
        Lesson.run(script, args);
    }

    private String answer(ExerciseOptions options) {
        if (options.hint != null) {
            if (options.hint < 0 || options.hint > Hints.COUNT) {
                throw UserError.usage("There are %s hints, not %s.".formatted(Hints.COUNT, options.hint), "Try --hint 1.");
            }
            int number = options.hint == 0 ? Solved.ofThisPerson().nextHint(alias) : options.hint;
            return "Hint %s of %s\n%s".formatted(number, Hints.COUNT, hint(number));
        }
        return Copy.write(Source.of(alias), options.copy);
    }

    /** Hint 1, 2 or 3, each saying more than the one before, none the answer; at most 78 columns. */
    public String hint(int number) {
        return Hints.of(dimensions, number).lines().flatMap(line -> Complaint.wrap(line).stream())
                .map("  "::concat).collect(Collectors.joining("\n"));
    }

    /**
     * Examines the person's loop, and if it is right, runs it once more for the lesson: seeded with the lesson's seed,
     * on the lesson's device, on the standard Gaussian. If it is wrong, says what is, and the lesson's check fails.
     *
     * @param author the class that the loop is written in
     * @param start makes the starting points, the first draws after the seed
     * @return the chain to be drawn, or empty if the loop is wrong
     * @throws UserError if a blank is left, or the chain runs away
     */
    public Optional<Chain> solve(Lesson lesson, ExerciseOptions options, Class<?> author, Loop loop,
            Function<NDManager, NDArray> start, int steps, double eta) {
        Source source = Source.of(alias);
        if (options.solution) {
            Solution.of(source).say(lesson);
        } else if (Supervision.guarded(source, author, () -> examine(lesson, author, loop, source, eta)).isPresent()) {
            return Optional.empty();
        } else {
            Solved.ofThisPerson().pass(alias, source);
        }
        Engine.getEngine("PyTorch").setRandomSeed(lesson.seed());
        NDArray x0 = start.apply(manager(lesson));
        Chain chain = Supervision.guarded(source, author, () -> (options.solution ? solution : loop).run(NDArray::neg, Noise.pyTorch(), x0, steps, eta));
        double largest = chain.x().abs().max().toArray()[0].doubleValue();
        if (!(largest < 1e6)) {
            throw UserError.failure("The chain ran away: after %s steps of %s, |x| is %s.".formatted(steps, Slip.number(eta), Slip.number(largest)),
                    "On this Gaussian a step size stays below 2. Try --step-size 0.5.", null);
        }
        return Optional.of(chain);
    }

    /**
     * Where a person's loop runs: eta is a double, of which DJL makes a float64 tensor, and Apple's GPUs have no
     * float64.
     */
    private static NDManager manager(Lesson lesson) {
        if (!lesson.nd().getDevice().equals(Devices.MPS)) {
            return lesson.nd();
        }
        lesson.say("Your loop runs on the CPU: DJL makes a float64 tensor of eta, which Apple's GPU does not take.");
        return lesson.nd().newSubManager(Device.cpu());
    }

    /**
     * What is wrong with a loop, in the words that its author reads: lines of at most 78 columns, empty where it is
     * right.
     *
     * @param text the text that the loop was compiled from
     * @param author the class that it is written in
     * @throws UserError if a blank is left
     */
    public List<String> complaint(Loop loop, Class<?> author, String text, int seed, double eta) {
        Source source = Source.of(alias + ".java", text);
        return diagnose(new Checker(dimensions, seed), loop, author, source)
                .map(diagnosis -> Complaint.about(diagnosis, source, eta, dimensions).stream().flatMap(line -> Complaint.wrapped(line).stream()).toList()).orElse(List.of());
    }

    /** What keeps that text from being compiled, with what to do about it; empty where it compiles. */
    public Optional<UserError> notJava(String text) {
        return NotJava.in(Source.of(alias + ".java", text), alias);
    }

    private Optional<Diagnosis> diagnose(Checker checker, Loop loop, Class<?> author, Source source) {
        try {
            return Supervision.examine(checker, loop, author, SECONDS);
        } catch (Unsolved blank) {
            throw Complaint.unsolved(alias, source, blank);
        }
    }

    private Optional<Diagnosis> examine(Lesson lesson, Class<?> author, Loop loop, Source source, double eta) {
        var checker = new Checker(dimensions, lesson.seed());
        Optional<Diagnosis> diagnosis = diagnose(checker, loop, author, source);
        if (diagnosis.isPresent()) {
            for (Line line : Complaint.about(diagnosis.get(), source, eta, dimensions)) {
                if (line.kind() == Line.Kind.VERBATIM) {
                    lesson.show(line.text());
                } else {
                    lesson.say("%s", line.text());
                }
            }
            if (!(diagnosis.get() instanceof Diagnosis.Stopped)) {
                Symptom.of(loop, dimensions, lesson.seed(), diagnosis.get()).ifPresent(symptom -> show(lesson, symptom));
            }
            lesson.print("");
            lesson.print("  Stuck? %s", Command.here(alias, "--hint"));
            lesson.check("your loop is the Langevin update", false, "what is wrong is said above");
        } else {
            lesson.check("your loop is the Langevin update", true, checker.effort());
        }
        return diagnosis;
    }

    private static void show(Lesson lesson, Symptom symptom) {
        lesson.print("");
        TextPlot.of(symptom).forEach(line -> lesson.print("%s", line)); // the page has the figure
        lesson.figure("How it shows", symptom.chart(),
                "Gold, your loop on the standard Gaussian; dashed, what theory says of the rule. Where they part, the mistake shows; a small one may take longer than this to show.");
    }
}
