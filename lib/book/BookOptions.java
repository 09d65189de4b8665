package lib.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(names = "--zip", arity = "0..1", fallbackValue = "", paramLabel = "FILE", description = "Pack the book into one file to send (DIR/workbook.zip).")
    Path zip;

    @Mixin
    LessonOptions lesson = new LessonOptions();

    /** Where the packed book goes, if it is wanted. */
    Optional<Path> zip() {
        return Optional.ofNullable(zip).map(file -> file.toString().isEmpty() ? lesson.out.resolve("workbook.zip") : file);
    }

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
