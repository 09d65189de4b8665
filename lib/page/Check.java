package lib.page;

import java.util.Objects;

/**
 * A claim of the text and what became of it when it was executed.
 *
 * @param claim what should hold, as a sentence without its full stop
 * @param outcome what became of it in this run
 * @param detail the numbers that show it, such as "off by 2e-07, allowed 3e-06"; may be empty
 */
public record Check(String claim, Outcome outcome, String detail) {

    /** What may be said of a claim after a run. */
    public enum Outcome {
        /** The run could have shown the claim false, and did not. */
        HOLDS("✓", "holds"),
        /** The run shows it false. */
        FAILS("✗", "does not hold"),
        /** The run is too small to tell a true claim from a false one. */
        OPEN("·", "cannot be told");

        private final String mark;
        private final String words;

        Outcome(String mark, String words) {
            this.mark = mark;
            this.words = words;
        }

        /** One character for eyes. */
        public String mark() {
            return mark;
        }

        /** The same for ears. */
        public String words() {
            return words;
        }
    }

    public Check {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(detail, "detail");
    }

    /** Whether the run shows the claim false. What cannot be told is no failure. */
    public boolean failed() {
        return outcome == Outcome.FAILS;
    }
}
