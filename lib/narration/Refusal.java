package lib.narration;

/** Something in the narration that the person can mend: what happened and where, and what to do next. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String remedy;

    public Refusal(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** What to do next, one or more sentences. */
    public String remedy() {
        return remedy;
    }
}
