package lib.book;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lib.book.BookBuilder.Chapter;
import lib.book.BookBuilder.Chapter.State;
import lib.io.UserError;
import lib.lesson.Session;
import lib.lesson.Taught;

/**
 * A lesson in a process of its own: the code in it is a reader's, and may end the program, never end, leave threads
 * that draw, or change the locale or standard output. The other chapters of the book must not notice.
 */
final class LessonProcess {

    private static final int SECONDS = 120;

    private final String alias;
    private final Path result;
    private final Process process;

    private LessonProcess(String alias, Path result, Process process) {
        this.alias = alias;
        this.result = result;
        this.process = process;
    }

    /** Starts a lesson, which writes its page into that folder. */
    static LessonProcess start(String alias, Path out, boolean data, List<String> args) throws IOException {
        Path result = Files.createTempFile("workbook-" + alias, ".result");
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.matches("-[DX].*|--(enable|add|sun).*")
                        && !option.matches("-XX:(DumpLoadedClassList|ArchiveClassesAtExit).*|-X(debug|run).*"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LessonProcess.class.getName(), alias,
                result.toString(), out.toString(), Boolean.toString(data)));
        command.addAll(args);
        return new LessonProcess(alias, result, new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** What became of it; empty text where it ended without saying so. */
    Chapter end() throws IOException {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return new Chapter(alias, State.TO_SOLVE, "it did not come to an end in " + SECONDS + " seconds");
            }
            List<String> lines = Files.readAllLines(result);
            return lines.size() < 2 ? new Chapter(alias, State.TO_SOLVE, "it ended the program with exit status "
                    + process.exitValue())
                    : new Chapter(alias, State.valueOf(lines.get(0)), lines.get(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(result);
        }
    }

    /** The process: lesson, file for the result, folder of pages, whether tables are wanted, the lesson's options. */
    public static void main(String... args) throws IOException {
        Chapter chapter = teach(args[0], Path.of(args[2]), Boolean.parseBoolean(args[3]),
                List.of(args).subList(4, args.length));
        Files.writeString(Path.of(args[1]),
                chapter.state() + "\n" + chapter.words().lines().findFirst().orElse("") + "\n");
        System.exit(0);
    }

    private static Chapter teach(String alias, Path out, boolean data, List<String> args) throws IOException {
        int device = args.indexOf("--device");
        try {
            Taught taught = Session.start(device < 0 ? "auto" : args.get(device + 1)).teach(Scripts.load(alias), args);
            taught.write(out, data);
            return BookBuilder.chapter(alias, taught);
        } catch (Scripts.DoesNotCompile | UserError e) {
            return new Chapter(alias, State.TO_SOLVE, e.getMessage());
        }
    }
}
