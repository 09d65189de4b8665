///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION A new lesson: its script, its commands, its section and its row in README, and its page
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//MAIN AddLesson
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lib.lesson.Console;
import lib.project.*;
import picocli.CommandLine.*;

/** What every lesson has, filled with a small example that runs; nothing that is there already is touched. */
@Command(name = "new", mixinStandardHelpOptions = true, description = "Adds a lesson to a clone of the workbook, and runs it.",
        footer = "%n" + Console.EXIT_STATUSES)
class AddLesson implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Small letters, digits and dashes: score-of-a-ring.")
    String name;

    @Option(names = "--title", paramLabel = "WORDS", description = "The heading of its section; without it, the name in words.")
    String title;

    @Option(names = "--in", paramLabel = "DIR", description = "The clone, or a folder in it. Without it: that of ./jbang.")
    Path folder = Clone.here();

    @Option(names = "--open", negatable = true, description = "Open the page in a browser, or do not.")
    Boolean open;

    final Console console = Console.ofProcess();

    @Override
    public Integer call() throws Exception {
        var lesson = NewLesson.in(folder, name, title);
        lesson.write().forEach(file -> console.out().println("  " + lesson.root().relativize(file)));
        console.out().println("Now make it yours: scripts/" + name + ".java, and its section of lessons.md. This is how it runs:\n");
        console.out().flush();
        var run = new ProcessBuilder("bash", lesson.root().resolve("jbang").toString(), name);
        if (open != null) {
            run.command().add(open ? "--open" : "--no-open");
        }
        return run.inheritIO().start().waitFor();
    }

    public static void main(String... args) {
        var command = new AddLesson();
        System.exit(command.console.call(command, () -> null, args));
    }
}
