package lib.lesson;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lib.page.UserError;
import picocli.CommandLine.Help.Ansi;

/** The person's place: a terminal, in UTF-8 whatever the system's encoding, and a browser. */
public final class Desk {

    static {
        System.setProperty("jdk.console", "java.base"); // since JDK 22 a console is there even where nobody watches
    }

    private final PrintWriter out = utf8(FileDescriptor.out);
    private final PrintWriter err = utf8(FileDescriptor.err);
    private final Ansi ansi = Ansi.AUTO;

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

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
