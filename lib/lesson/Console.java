package lib.lesson;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lib.io.Terminal;
import lib.io.UserError;
import lib.page.Command;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The person's place: a terminal, in the letters that it has, and a browser. */
public final class Console {

    static {
        System.setProperty("jdk.console", "java.base"); // since JDK 22 a console is there even where nobody watches
    }

    /** What every --help ends with. */
    public static final String EXIT_STATUSES =
            "Exit status: 0 done, 1 a check failed or a file could not be written, 2 wrong usage, "
            + "3 a mistake in the program.";

    private final Charset charset;
    private final Channel standardOut;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi = Ansi.AUTO;

    /** A console at the process's own streams. */
    public Console() {
        this(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), Terminal.charset());
    }

    /** A console at any others. */
    public Console(OutputStream out, OutputStream err, Charset charset) {
        this.charset = charset;
        this.standardOut = new Channel(out);
        this.out = new PrintWriter(Terminal.writer(standardOut, charset), true);
        this.err = new PrintWriter(Terminal.writer(err, charset), true);
    }

    /**
     * The console of a process that is all the workbook's: what a script prints by itself, on System.out, goes the same
     * way.
     */
    public static Console ofProcess() {
        var console = new Console();
        System.setOut(new PrintStream(console.standardOut, true, console.charset));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, console.charset));
        return console;
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

    /**
     * Runs a command to its exit status, whatever it throws: what the person can mend is said with its remedy, any
     * other exception is a mistake of ours and is said with the line it came from. No stack trace.
     *
     * @param command its name, for messages
     * @param folder the folder it writes to, once that is known; null before
     * @param work gives the exit status
     */
    public int run(String command, Supplier<Path> folder, Callable<Integer> work) {
        int status;
        try {
            status = work.call();
        } catch (Throwable e) { // a stack or a heap that is used up too: the person wants a sentence
            status = Outcome.userError(e, command, folder.get()).map(this::complain)
                    .orElseGet(() -> confess(Fault.of(e)));
        }
        return end(status);
    }

    /** Runs a command that is no lesson: reads its options, answers --help, calls it, all as {@link #run} does. */
    public int call(Callable<Integer> command, Supplier<Path> folder, String... args) {
        var reader = Arguments.of(command).setOut(out).setErr(err);
        String name = reader.getCommandName();
        reader.setCommandName(Command.here(name)); // the help begins with what the person typed
        return run(name, folder, () -> CommandLine.printHelpIfRequested(reader.parseArgs(args)) ? 0 : command.call());
    }

    private int confess(Fault fault) {
        out.flush();
        err.println(ansi.string("@|bold,red ✗|@ ") + fault.words());
        err.println("  This is a mistake in the program, not in your command. If you changed that file, look there; "
                + "if not, please report these lines.");
        return Fault.EXIT_STATUS;
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
     * @return the status that it may end with: 1 instead of 0 where what it said could not be written, on a full disk
     *     say. A reader who has read enough (head) is no such case.
     */
    private int end(int status) {
        out.flush();
        System.out.flush();
        String obstacle = standardOut.obstacle;
        if (obstacle == null || obstacle.toLowerCase(Locale.ROOT).contains("pipe")) {
            return status;
        }
        err.println(ansi.string("@|bold,red ✗|@ ") + "Not all of the above could be written to standard output ("
                + obstacle + ").");
        err.println("  Send it to a place that has room.");
        return status == 0 ? 1 : status;
    }

    /** Remembers what went wrong, which printers keep to themselves. */
    private static final class Channel extends FilterOutputStream {

        private String obstacle;

        Channel(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                obstacle = String.valueOf(e.getMessage());
                throw e;
            }
        }
    }
}
