package lib.exercise;

/** The three blanks of the loop, in the order in which they are filled. */
public enum Blank {

    SCORE("score", "\\bscore\\s*=(?!=)",
            "It says which way is uphill in log density, and how steeply. x moves in every step, so it is asked for anew."),
    NOISE("noise", "\\bnoise\\s*=(?!=)",
            "Without noise every chain climbs to the peak and stays there. Fresh numbers in every step make it explore."),
    X("x", "(^|[^\\w.])x\\s*=(?!=)|\\bx\\.(add|sub|mul|div)i\\(",
            "The update rule stands above the blank, symbol by symbol: η is eta, s(x) is score, ε is noise.");

    /** The name of the variable that the blank is assigned to. */
    public final String variable;

    /** Why it is there. */
    public final String why;

    final String assignment; // a regular expression that finds the line, filled or not

    Blank(String variable, String assignment, String why) {
        this.variable = variable;
        this.assignment = assignment;
        this.why = why;
    }

    /** Its number, from 1. */
    public int number() {
        return ordinal() + 1;
    }
}
