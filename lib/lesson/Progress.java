package lib.lesson;

import ai.djl.ndarray.NDArray;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import lib.io.Terminal;
import lib.sampling.Observer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far something has come, as a bar on standard error where a person watches; elsewhere nothing. No trace is left
 * when it ends.
 */
public class Progress implements AutoCloseable {

    /** Shows nothing, ever. */
    public static final Progress NONE = new Progress();

    private static final Duration PATIENCE = Duration.ofSeconds(1); // what ends sooner needs no bar
    private static final int COLUMNS = 79;

    private Progress() {}

    /**
     * A bar that appears once a second has passed, or {@link #NONE} where nobody watches.
     *
     * @param what what goes on, one or two words
     * @param total how many parts it has
     */
    public static Progress of(String what, long total) {
        return of(what, total, Browser.aPersonReadsErrors(), PATIENCE, Progress::toStandardError);
    }

    /**
     * The same, with what decides it: whether a person watches, how long they wait without a bar, and where text goes.
     */
    public static Progress of(String what, long total, boolean watched, Duration patience, Consumer<String> out) {
        return watched ? new Bar(what, total, patience, out) : NONE;
    }

    /** So many parts are done. Any thread may say so. */
    public void to(long done) {}

    /** So many parts are done, and this is in hand. */
    public void to(long done, String inHand) {}

    /** Ends it and clears the line; a second call does nothing. */
    @Override
    public void close() {}

    /** An observer of a run of so many steps: sees a hundred of them, and the end. */
    Observer observer(int steps) {
        int period = Math.max(1, steps / 100);
        return new Observer() {
            @Override
            public boolean wants(int step) {
                return step % period == 0 || step == steps;
            }

            @Override
            public void after(int step, NDArray x) {
                to(step);
                if (step == steps) {
                    close();
                }
            }
        };
    }

    private static void toStandardError(String text) {
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, Terminal.charset());
        err.print(text);
        err.flush();
    }

    private static final class Bar extends Progress {

        private final String what;
        private final long total;
        private final Duration patience;
        private final long appears;
        private final Consumer<String> out;
        private ProgressBar bar;
        private boolean closed;

        Bar(String what, long total, Duration patience, Consumer<String> out) {
            this.what = what;
            this.total = total;
            this.patience = patience;
            this.appears = System.nanoTime() + patience.toNanos();
            this.out = out;
        }

        @Override
        public void to(long done) {
            to(done, "");
        }

        @Override
        public synchronized void to(long done, String inHand) {
            if (bar == null && !closed && System.nanoTime() >= appears) {
                bar = new ProgressBarBuilder().setTaskName(what).setInitialMax(total).startsFrom(0, patience)
                        .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(100).clearDisplayOnFinish()
                        .setConsumer(new Line(out)).build();
            }
            if (bar != null) {
                bar.stepTo(done).setExtraMessage(inHand);
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }

    /**
     * One line that is written over; the library's own consumer asks the terminal for its width, which takes longer
     * than most runs.
     */
    private record Line(Consumer<String> out) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return COLUMNS;
        }

        @Override
        public void accept(String text) {
            out.accept("\r" + text);
        }

        @Override
        public void clear() {
            out.accept("\r" + " ".repeat(COLUMNS) + "\r");
        }

        @Override
        public void close() {}
    }
}
