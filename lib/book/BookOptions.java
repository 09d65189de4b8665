package lib.book;

import java.util.ArrayList;
import java.util.List;
import lib.lesson.LessonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of the book: those of every lesson, and which lessons. */
@Command(name = "workbook", customSynopsis = "jbang workbook [OPTIONS]",
        description = "The whole course as a book: runs every lesson and writes its page, the text's other chapters and index.html.")
final class BookOptions {

    @Spec
    CommandSpec spec;

    @Option(names = "--only", split = ",", paramLabel = "LESSON[,LESSON]", description = "Run these lessons only; the other pages stay as they are.")
    List<String> only = List.of();

    @Option(names = "--skip-exercises", description = "Leave the exercises out, solved or not.")
    boolean skipExercises;

    @Mixin
    LessonOptions lesson = new LessonOptions();

    /** What of this goes to every lesson: only what was asked for, so that a page names the command that makes it alone. */
    List<String> forLessons() {
        List<String> args = new ArrayList<>();
        for (String name : List.of("--seed", "--device")) {
            var option = spec.commandLine().getParseResult().matchedOption(name);
            if (option != null) {
                args.addAll(List.of(name, option.originalStringValues().get(0)));
            }
        }
        return args;
    }
}
