package lib.exercise;

import java.nio.file.Path;
import lib.lesson.Arguments;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of every exercise, a picocli mixin. */
public final class ExerciseOptions {

    @Option(names = "--hint", arity = "0..1", fallbackValue = "0", paramLabel = "1..3",
            description = "Say a little more; each call, or each number, more than the one before.")
    Integer hint;

    @Option(names = "--solution", description = "Run the reference solution instead of your loop.")
    boolean solution;

    @Option(names = "--copy", paramLabel = "DIR", description = "Write a copy of this exercise that you can edit and run there.")
    Path copy;

    /** Whose loop runs, for a caption: "Your" or "The solution's". */
    public String whose() {
        return solution ? "The solution's" : "Your";
    }

    /** Of a command line only these; whatever is wrong with it is for the lesson to say. */
    static ExerciseOptions in(String... args) {
        var options = new ExerciseOptions();
        try {
            CommandLine.ParseResult parsed = Arguments.of(options).setUnmatchedArgumentsAllowed(true).parseArgs(spelledOut(args));
            boolean more = parsed.unmatched().stream().anyMatch(arg -> arg.equals("--help") || arg.equals("-h"));
            return more ? new ExerciseOptions() : options;
        } catch (CommandLine.ParameterException e) {
            return new ExerciseOptions();
        }
    }

    /** A bare --hint takes no value: without this the option after it would be taken for one. */
    private static String[] spelledOut(String... args) {
        String[] result = args.clone();
        for (int i = 0; i < args.length; i++) {
            boolean bare = i + 1 == args.length || args[i + 1].matches("-(?![0-9]).*");
            if (args[i].equals("--hint") && bare) {
                result[i] = "--hint=0";
            }
        }
        return result;
    }
}
