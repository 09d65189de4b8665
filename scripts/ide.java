///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION A project for IntelliJ, VS Code, Eclipse and Maven: library, scripts, tests and all that they need
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//MAIN OpenInEditor
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lib.lesson.Console;
import lib.lesson.PyTorch;
import lib.project.*;
import picocli.CommandLine.*;

/** The files stay where they are; the project is a folder of links, and a pom.xml. */
@Command(name = "ide", mixinStandardHelpOptions = true, description = "Writes a Maven project around a clone of the workbook, into its folder ide.",
        footer = "%n" + Console.EXIT_STATUSES)
class OpenInEditor implements Callable<Integer> {

    @Option(names = "--in", paramLabel = "DIR", description = "The clone, or a folder in it. Without it: that of ./jbang.")
    Path folder = Clone.here();

    final Console console = Console.ofProcess();

    @Override
    public Integer call() throws Exception {
        Path pom = MavenProject.in(folder).write(PyTorch.nativeLibrary());
        console.out().println(pom);
        console.out().println("""

                IntelliJ IDEA   File, Open, and choose this pom.xml, as a project
                VS Code         File, Open Folder, and choose the folder ide (with the Extension Pack for Java)
                Eclipse         File, Import, Existing Maven Projects, and choose the folder ide
                a terminal      mvn -q -f ide/pom.xml test-compile

                Run a lesson there by its main method. JBang goes on as before; an edit of //DEPS wants ./jbang ide again.""");
        return 0;
    }

    public static void main(String... args) {
        var command = new OpenInEditor();
        System.exit(command.console.call(command, () -> null, args));
    }
}
