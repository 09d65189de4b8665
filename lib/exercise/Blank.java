package lib.exercise;

/** The three blanks of the loop, in the order in which they are filled. */
public enum Blank {

    SCORE("score",
            "It says which way is uphill in log density, and how steeply. x moves in every step, so it is asked for anew."),
    NOISE("noise",
            "Without noise every chain climbs to the peak and stays there. Fresh numbers in every step make it explore."),
    X("x",
            "The update rule stands above the blank, symbol by symbol: η is eta, s(x) is score, ε is noise.");

    /** The name of the variable that the blank is assigned to. */
    public final String variable;

    /** Why it is there. */
    public final String why;

    Blank(String variable, String why) {
        this.variable = variable;
        this.why = why;
    }

    /** The blank whose words begin with its number: "2. Gaussian noise", say. */
    static java.util.Optional<Blank> of(String what) {
        return java.util.Arrays.stream(values()).filter(blank -> what.startsWith(blank.ordinal() + 1 + ".")).findFirst();
    }
}
