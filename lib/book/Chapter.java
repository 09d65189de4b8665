package lib.book;

/**
 * What became of a lesson in the book.
 *
 * @param alias the lesson
 * @param state how it ended
 * @param words one line for the report and the contents: how many claims hold, what is to be solved, what went wrong
 */
public record Chapter(String alias, State state, String words) {

    /** An exercise that nobody has solved yet is no failure. */
    public enum State { HOLDS, TO_SOLVE, FAILED }
}
