package lib.io;

/**
 * Something the person can mend: what happened and where, what to do next, and the exit status that says whose turn it
 * is.
 *
 * <p>Whoever knows that a person typed it, or that the world refused it, says so with this. Any other exception is a
 * fault of the author's, and is reported as one.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String remedy;
    private final int exitStatus;

    private UserError(int exitStatus, String what, String remedy, Throwable cause) {
        super(what, cause);
        this.exitStatus = exitStatus;
        this.remedy = remedy;
    }

    /** The command was wrong: exit status 2. */
    public static UserError usage(String what, String remedy) {
        return usage(what, remedy, null);
    }

    /** The same, with the exception that told. */
    public static UserError usage(String what, String remedy, Throwable cause) {
        return new UserError(2, what, remedy, cause);
    }

    /** The command was right and the world was not (a full disk, no network, a damaged file): exit status 1. */
    public static UserError failure(String what, String remedy) {
        return failure(what, remedy, null);
    }

    /** The same, with the exception that told. */
    public static UserError failure(String what, String remedy, Throwable cause) {
        return new UserError(1, what, remedy, cause);
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
