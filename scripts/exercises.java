///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION The exercises and what is solved; --watch checks again at every save
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES langevin-1d.java
//FILES langevin-2d.java
//MAIN Exercises

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lib.exercise.Workshop;
import lib.lesson.Console;
import picocli.CommandLine.*;

/** Solved is earned: an exercise counts when its checker has passed the very text that is there now. */
@Command(name = "exercises", mixinStandardHelpOptions = true, abbreviateSynopsis = true,
        description = "The exercises and what is solved.", footer = "%n" + Console.EXIT_STATUSES)
class Exercises implements Callable<Integer> {

    @Option(names = "--watch", description = "Check again at every save, until all is solved or you press Ctrl-C.")
    boolean watch;

    @Option(names = "--in", paramLabel = "DIR", description = "The folder of the scripts. Without it: this one, or the scripts folder above it.")
    Path folder;

    @Option(names = "--explain", paramLabel = "EXERCISE", hidden = true, description = "Say why it does not compile: what the launcher asks.")
    String unclear;

    final Console console = Console.ofProcess();

    @Override
    public Integer call() throws Exception {
        var workshop = Workshop.in(folder);
        if (unclear != null) {
            workshop.explain(unclear);
            return 0;
        }
        workshop.list().forEach(console.out()::println);
        return watch ? workshop.watch() : 0;
    }

    public static void main(String... args) {
        var exercises = new Exercises();
        System.exit(exercises.console.call(exercises, () -> null, args));
    }
}
