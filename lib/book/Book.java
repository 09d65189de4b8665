package lib.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lib.Workbook;
import lib.book.BookBuilder.Chapter;
import lib.book.BookBuilder.Chapter.State;
import lib.exercise.Standing;
import lib.io.UserFolder;
import lib.lesson.Arguments;
import lib.lesson.Console;
import lib.lesson.Lesson;
import lib.lesson.LessonOptions;
import lib.lesson.Progress;
import lib.lesson.Session;
import lib.narration.Narration;
import lib.page.Command;
import lib.page.ContentsPage;
import lib.page.NarrationPage;
import lib.page.Outline;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The whole course: every lesson run in one engine, a page each, the chapters that have nothing to run, and index.html.
 *
 * <p>A lesson's page is the one that the lesson writes alone, to the byte.
 */
public final class Book {

    // a book is made in seconds
    private static final Map<String, List<String>> LIGHTER = Map.of("gpu-chains", List.of("--chains", "100000"));

    /** The options of the book: those of every lesson, and which lessons. */
    @CommandLine.Command(name = "workbook", abbreviateSynopsis = true,
            description = "The whole course as a book: runs every lesson and writes its page, the text's other "
                    + "chapters and index.html.")
    static final class Options {

        @Spec
        CommandSpec spec;

        @Option(names = "--only", split = ",", paramLabel = "LESSON[,LESSON]",
                description = "Run these lessons only; the other pages stay as they are.")
        List<String> only = List.of();

        @Option(names = "--skip-exercises", description = "Leave the exercises out, solved or not.")
        boolean skipExercises;

        @Option(names = "--zip", arity = "0..1", fallbackValue = "", paramLabel = "FILE",
                description = "Pack the book into one file to send (DIR/workbook.zip).")
        Path zip;

        @Mixin
        LessonOptions lesson = new LessonOptions();

        /** Where the packed book goes, if it is wanted. */
        Optional<Path> zip() {
            return Optional.ofNullable(zip)
                    .map(file -> file.toString().isEmpty() ? lesson.out.resolve("workbook.zip") : file);
        }

        /** What of this goes to every lesson: only what was asked for, as a page names the command that makes it. */
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

    private final Outline outline;
    private final List<String> lessons; // in the order of the text

    /** A book of the lessons of that outline whose scripts are on the class path. */
    Book(Outline outline) {
        this.outline = outline;
        this.lessons = outline.sections().stream().filter(Outline.Section::isLesson).map(Outline.Section::alias)
                .filter(Scripts::has).toList();
    }

    /**
     * Makes the book as a process: exit status 0 done, 1 a lesson failed or a file could not be written, 2 wrong usage,
     * 3 a mistake in the program.
     */
    public static void run(String... args) {
        var console = Console.ofProcess();
        System.exit(new Book(Outline.ofWorkbook()).execute(console, args));
    }

    int execute(Console console, String... args) {
        var options = new Options();
        var command = Arguments.of(options).setCommandName(Command.here("workbook")).setOut(console.out())
                .setErr(console.err());
        return console.run("workbook", () -> options.lesson.out, () -> {
            if (CommandLine.printHelpIfRequested(command.parseArgs(args))) {
                return 0;
            }
            options.lesson.check();
            if (options.zip().isPresent()) {
                BookZip.requirePlace(options.zip().get(), options.lesson.out);
            }
            var chapters = print(wanted(options), options);
            chapters.forEach(chapter -> report(console, chapter));
            Path index = options.lesson.out.resolve("index.html");
            console.out().println();
            console.out().println(index);
            if (options.zip().isPresent()) {
                console.out().println(BookZip.pack(options.lesson.out, pages(), options.zip().get()));
            }
            console.open(index, options.lesson.open);
            return chapters.stream().noneMatch(chapter -> chapter.state() == State.FAILED) ? 0 : 1;
        });
    }

    private List<Chapter> print(List<String> wanted, Options options) throws IOException {
        var chapters = new ArrayList<Chapter>();
        var session = Session.start(options.lesson.device);
        try (var press = new BookBuilder(session, outline, options.lesson.out, options.lesson.data);
                var progress = Progress.of("lessons", wanted.size())) {
            outline.sections().stream().filter(section -> !section.isLesson()).forEach(press::printText);
            press.write(() -> new NarrationPage(Narration.in(UserFolder.path()).all()).write(options.lesson.out));
            for (String alias : wanted) {
                progress.to(chapters.size(), alias);
                chapters.add(press.print(alias, Stream.concat(options.forLessons().stream(),
                        LIGHTER.getOrDefault(alias, List.of()).stream()).toList()));
            }
            press.finish();
            contents(chapters, session, options).write(options.lesson.out);
        }
        return chapters;
    }

    private ContentsPage contents(List<Chapter> chapters, Session session, Options options) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Command", Command.onPage("workbook", options.forLessons().toArray(String[]::new)));
        facts.put("Seed", Integer.toString(options.lesson.seed));
        facts.put("Device", session.device());
        facts.put("Workbook", Workbook.VERSION);
        facts.put("DJL", Workbook.DJL_VERSION);
        facts.put("PyTorch", Workbook.PYTORCH_VERSION);
        return new ContentsPage(outline, section -> note(section, chapters), solved(),
                session.compute(options.lesson.seed, Cover::svg), facts);
    }

    /** The stems of all pages that belong to the book. */
    private List<String> pages() {
        return Stream.concat(Stream.of(ContentsPage.NAME, NarrationPage.NAME),
                outline.sections().stream().map(Outline.Section::alias)).toList();
    }

    private String solved() {
        List<Standing> exercises = lessons.stream().flatMap(alias -> Standing.of(alias).stream()).toList();
        return exercises.isEmpty() ? "" : "%s of %s exercises solved"
                .formatted(exercises.stream().filter(Standing::solved).count(), exercises.size());
    }

    /** What the contents say of a lesson: how it ended in this run; of an exercise how far the person has come. */
    private Optional<ContentsPage.Note> note(Outline.Section section, List<Chapter> chapters) {
        String alias = section.alias();
        var exercise = Standing.of(alias).map(standing -> new ContentsPage.Note(
                standing.solved() ? "solved" : "exercise, " + standing.words(), standing.solved() ? "holds" : "open"));
        return exercise.or(() -> chapters.stream().filter(chapter -> chapter.alias().equals(alias)).findFirst()
                .map(chapter -> new ContentsPage.Note(chapter.words(),
                        chapter.state() == State.FAILED ? "failed" : "holds")));
    }

    /** One line; a reason may be long, and has the line below, as the lessons' checks have. */
    private static void report(Console console, Chapter chapter) {
        String words = chapter.state() == State.FAILED ? "failed\n    " + chapter.words() : chapter.words();
        console.out().println(console.ansi().string("  " + chapter.state().mark)
                + " %-20s %s".formatted(chapter.alias(), words));
    }

    /** The lessons to run, in the order of the text. */
    private List<String> wanted(Options options) {
        for (String name : options.only) {
            Lesson.require(lessons.contains(name), "--only " + name + ": there is no such lesson.",
                    "Choose from " + String.join(", ", lessons) + ".");
        }
        return lessons.stream().filter(alias -> options.only.isEmpty() || options.only.contains(alias))
                .filter(alias -> !options.skipExercises || Standing.of(alias).isEmpty()).toList();
    }
}
