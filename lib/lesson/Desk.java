package lib.lesson;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import lib.page.UserError;
import picocli.CommandLine.Help.Ansi;

/** The person's place: a terminal, in the letters that it has, and a browser. */
public final class Desk {

    static {
        System.setProperty("jdk.console", "java.base"); // since JDK 22 a console is there even where nobody watches
    }

    private final Charset charset = Terminal.charset();
    private final Channel standardOut = new Channel(FileDescriptor.out);
    private final PrintWriter out = new PrintWriter(Terminal.writer(standardOut, charset), true);
    private final PrintWriter err = new PrintWriter(Terminal.writer(new FileOutputStream(FileDescriptor.err), charset), true);
    private final Ansi ansi = Ansi.AUTO;

    /** The desk of a process that is all the workbook's: what a script prints by itself, on System.out, goes the same way. */
    public static Desk ofProcess() {
        var desk = new Desk();
        System.setOut(new PrintStream(desk.standardOut, true, desk.charset));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, desk.charset));
        return desk;
    }

    /** Standard output. */
    public PrintWriter out() {
        return out;
    }

    /** Standard error. */
    public PrintWriter err() {
        return err;
    }

    /** Colours for a terminal that shows them. */
    public Ansi ansi() {
        return ansi;
    }

    /** Opens the page if that is wanted; where nobody said, for a person at a desktop. */
    public void open(Path page, Boolean wanted) {
        if ((wanted != null ? wanted : Browser.aPersonIsAtADesktop()) && !Browser.open(page)) {
            err.println("No browser could be started here; open " + page + " yourself.");
        }
    }

    /** Says what happened and what to do next; gives the exit status. */
    public int complain(UserError mistake) {
        out.flush();
        err.println(ansi.string("@|bold,red ✗|@ ") + mistake.getMessage());
        err.println("  " + mistake.remedy());
        return mistake.exitStatus();
    }

    /**
     * Ends the process's output.
     *
     * @return the status that it may end with: 1 instead of 0 where what it said could not be written, on a full disk say. A
     *     reader who has read enough (head) is no such case.
     */
    public int end(int status) {
        out.flush();
        System.out.flush();
        String obstacle = standardOut.obstacle;
        if (obstacle == null || obstacle.toLowerCase(Locale.ROOT).contains("pipe")) {
            return status;
        }
        err.println(ansi.string("@|bold,red ✗|@ ") + "Not all of the above could be written to standard output (" + obstacle + ").");
        err.println("  Send it to a place that has room.");
        return status == 0 ? 1 : status;
    }

    /** Remembers what went wrong, which printers keep to themselves. */
    private static final class Channel extends FileOutputStream {

        private String obstacle;

        Channel(FileDescriptor descriptor) {
            super(descriptor);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                super.write(bytes, from, length);
            } catch (IOException e) {
                obstacle = String.valueOf(e.getMessage());
                throw e;
            }
        }
    }
}
