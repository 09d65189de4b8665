package lib.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** From a command line to an exit status: options, engine, lesson, files, browser, in that order. */
final class Runner {

    private final Console console = Console.ofProcess();
    private final Invocation invocation;
    private final LessonOptions options;

    Runner(Lesson.Script script) {
        this.invocation = new Invocation(script);
        this.options = invocation.options;
        invocation.command.setOut(console.out()).setErr(console.err());
    }

    int execute(String... args) {
        return console.run(invocation.alias(), () -> options.out, () -> {
            if (CommandLine.printHelpIfRequested(invocation.parse(args))) {
                return 0;
            }
            options.check();
            return teach() ? 0 : 1;
        });
    }

    private boolean teach() throws IOException {
        var report = new Report(console.out(), console.ansi());
        Taught taught = Session.start(options.device, invocation.script.fillsGpus()).teach(invocation, report);
        console.out().println();
        taught.checks().forEach(report::check);
        List<Path> written = taught.write(options.out, options.data);
        console.out().println();
        written.forEach(console.out()::println);
        console.open(written.get(written.size() - 1), options.open);
        return taught.failures().isEmpty();
    }
}
