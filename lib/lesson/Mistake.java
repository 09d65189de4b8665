package lib.lesson;

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

    /** What to do next, one or more sentences. */
    public String remedy() {
        return remedy;
    }

    /** 1 or 2, as in the README's table of exit statuses. */
    public int exitStatus() {
        return exitStatus;
    }
}
