package lib.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lib.book.BookBuilder.Chapter.State;
import lib.exercise.Standing;
import lib.io.UserError;
import lib.lesson.Fault;
import lib.lesson.Session;
import lib.lesson.Taught;
import lib.page.Check;
import lib.page.Command;
import lib.page.Outline;

/** Runs lessons in one engine, one after the other, and writes the page of each while the next one runs. */
final class BookBuilder implements AutoCloseable {

    /**
     * What became of a lesson in the book.
     *
     * @param alias the lesson
     * @param state how it ended
     * @param words one line for the report and the contents: how many claims hold, what is to be solved, what went
     *     wrong
     */
    record Chapter(String alias, State state, String words) {

        /** An exercise that nobody has solved yet is no failure. */
        enum State {
            HOLDS("@|green ✓|@"), TO_SOLVE("·"), FAILED("@|bold,red ✗|@");

            final String mark; // as picocli colours it

            State(String mark) {
                this.mark = mark;
            }
        }
    }

    private final Session session;
    private final Outline outline;
    private final Path out;
    private final boolean data;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "pages");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> pages = new ArrayList<>();

    BookBuilder(Session session, Outline outline, Path out, boolean data) {
        this.session = session;
        this.outline = outline;
        this.out = out;
        this.data = data;
    }

    /** Writes the page of a section that has nothing to run. */
    void printText(Outline.Section section) {
        write(Taught.without(outline, section.alias()));
    }

    /** Runs a lesson; whatever it does, there is a page, and the next lesson can run. */
    Chapter print(String alias, List<String> args) {
        var standing = Standing.of(alias);
        if (standing.isPresent() && standing.get().blanks() > 0) {
            write(Taught.without(outline, alias, "Yours to solve: " + standing.get().words() + ".",
                    "Open scripts/" + alias + ".java, fill them, and run " + Command.onPage(alias) + "."));
            return new Chapter(alias, State.TO_SOLVE, "yours to solve: " + standing.get().words());
        }
        if (standing.isPresent()) {
            return printApart(alias, args);
        }
        try {
            Taught taught = session.teach(Scripts.load(alias), args);
            write(taught);
            return chapter(alias, taught);
        } catch (Scripts.DoesNotCompile e) {
            write(Taught.without(outline, alias, "This lesson did not run: " + e.getMessage() + ".",
                    "Mend it, and run " + Command.onPage(alias) + "."));
            return new Chapter(alias, standing.isPresent() ? State.TO_SOLVE : State.FAILED, e.getMessage());
        } catch (UserError e) {
            write(Taught.without(outline, alias, "This lesson stopped: " + e.getMessage(), e.remedy()));
            return new Chapter(alias, State.FAILED, e.getMessage());
        } catch (RuntimeException | Error e) { // a fault of the lesson's own: the others can do without it
            String reason = Fault.of(e).words();
            write(Taught.without(outline, alias, "This lesson stopped with a mistake of its own.", reason));
            return new Chapter(alias, State.FAILED, reason);
        }
    }

    /**
     * An exercise that somebody has filled: its page is written by the process that runs it, or here where that has
     * written none.
     */
    private Chapter printApart(String alias, List<String> args) {
        try {
            Path page = out.resolve(alias + ".html");
            Files.deleteIfExists(page);
            Chapter chapter = LessonProcess.start(alias, out, data, args).end();
            if (!Files.exists(page)) {
                write(Taught.without(outline, alias, "This exercise did not run: " + chapter.words() + ".",
                        "Mend it, and run " + Command.onPage(alias) + "."));
            }
            return chapter;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Chapter chapter(String alias, Taught taught) {
        int claims = taught.checks().size();
        var failures = taught.failures();
        if (failures.isEmpty()) {
            long open = taught.checks().stream().filter(check -> check.outcome() == Check.Outcome.OPEN).count();
            return new Chapter(alias, State.HOLDS,
                    (claims - open == 1 ? "1 claim holds" : claims - open + " claims hold")
                            + (open == 0 ? "" : ", " + open + " cannot be told"));
        }
        var standing = Standing.of(alias); // again: the run may have solved it
        if (standing.isPresent() && !standing.get().solved()) {
            return new Chapter(alias, State.TO_SOLVE, "yours to solve: " + standing.get().words());
        }
        return new Chapter(alias, State.FAILED, "does not hold: " + failures.get(0).claim()
                + (failures.size() == 1 ? "" : ", and " + (failures.size() - 1) + " more"));
    }

    private void write(Taught taught) {
        write(() -> taught.write(out, data));
    }

    /** Writes a page of another kind, in its turn. */
    void write(Callable<?> page) {
        pages.add(writer.submit(page));
    }

    /**
     * Waits until every page is in its place.
     *
     * @throws IOException the first that a page met
     */
    void finish() throws IOException {
        for (Future<?> page : pages) {
            try {
                page.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException obstacle) {
                    throw obstacle;
                }
                throw new CompletionException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }
}
