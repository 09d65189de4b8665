package lib.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lib.sampling.DivergedException;
import lib.sampling.Shards;
import picocli.CommandLine.ParameterException;

/** Something the person can mend: what happened, what to do next, and the exit status that says whose turn it is. */
public final class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String remedy;
    private final int exitStatus;

    private Mistake(int exitStatus, String what, String remedy, Throwable cause) {
        super(what, cause);
        this.exitStatus = exitStatus;
        this.remedy = remedy;
    }

    /** The command was wrong: exit status 2. */
    public static Mistake usage(String what, String remedy) {
        return new Mistake(2, what, remedy, null);
    }

    /** The command was right and the world was not (a full disk, no network): exit status 1. */
    public static Mistake failure(String what, String remedy, Throwable cause) {
        return new Mistake(1, what, remedy, cause);
    }

    /**
     * What went wrong in a run of a command, for a person.
     *
     * @param command the command's name
     * @param out the folder it writes to
     * @throws RuntimeException the exception itself, if it is not theirs to mend
     */
    public static Mistake of(Exception e, String command, Path out) {
        if (e instanceof Mistake mistake) {
            return mistake;
        }
        if (e instanceof ParameterException || e instanceof IllegalArgumentException) { // the library refuses a shape, a covariance, a number
            return usage(e.getMessage(), "See jbang " + command + " --help.");
        }
        if (e instanceof DivergedException) {
            return failure(e.getMessage(), "Nothing was written. Choose with --step-size.", e);
        }
        if (e instanceof Shards.OutOfMemory) {
            return failure(e.getMessage(), "Nothing was written, and nothing that was there is lost. Choose with --shard.", e);
        }
        if (e instanceof IOException io) {
            return Output.mistake(out, io);
        }
        if (e instanceof UncheckedIOException io) {
            return Output.mistake(out, io.getCause());
        }
        throw e instanceof RuntimeException ours ? ours : new IllegalStateException(e);
    }

    /** What to do next, one or more sentences. */
    public String remedy() {
        return remedy;
    }

    /** 1 or 2, as in the README's table of exit statuses. */
    public int exitStatus() {
        return exitStatus;
    }
}
