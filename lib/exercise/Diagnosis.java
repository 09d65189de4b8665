package lib.exercise;

/** What is wrong with a loop, for the person who wrote it. */
public sealed interface Diagnosis {

    /** What is wrong, in one sentence. */
    String says();

    /** What follows from it, or what was seen, at a step size. */
    String means(double eta);

    /** A mistake with a name. */
    record Named(Slip slip, String detail) implements Diagnosis {
        @Override
        public String says() {
            return slip.says();
        }

        @Override
        public String means(double eta) {
            return (detail + " " + slip.means(eta)).strip();
        }
    }

    /** Not the Langevin update, and none of the mistakes that have a name: what it did, and what the rule does. */
    record Unnamed(String seen) implements Diagnosis {
        @Override
        public String says() {
            return "This is not the Langevin update.";
        }

        @Override
        public String means(double eta) {
            return seen;
        }
    }

    /** The loop did not come to an end by itself: an exception of its own, or no end at all. */
    record Stopped(String says, String seen, int line) implements Diagnosis {
        @Override
        public String means(double eta) {
            return seen;
        }
    }
}
