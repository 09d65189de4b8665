package lib.exercise;

import java.util.Optional;

/**
 * How far a person has come with an exercise.
 *
 * @param alias the exercise
 * @param solved whether its checker has passed the very text that is there now
 * @param blanks how many blanks that text still has
 * @param words the same for a reader: "solved", "3 blanks left", "changed since it was solved", "not solved yet"
 */
public record Standing(String alias, boolean solved, long blanks, String words) {

    /** Of the exercise's script as it was compiled into this process; empty where that lesson is no exercise. */
    public static Optional<Standing> of(String alias) {
        return Exercise.named(alias).map(exercise -> of(alias, Source.of(alias), Solved.ofThisPerson()));
    }

    static Standing of(String alias, Source source, Solved solved) {
        long blanks = source.blanks();
        boolean passed = solved.passed(alias, source);
        String words = passed ? "solved"
                : blanks > 0 ? "%s blank%s left".formatted(blanks, blanks == 1 ? "" : "s")
                : solved.everPassed(alias) ? "changed since it was solved" : "not solved yet";
        return new Standing(alias, passed, blanks, words);
    }
}
