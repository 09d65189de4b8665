package lib.page;

import java.util.Objects;

/**
 * One thing that a run printed.
 *
 * @param kind what it is
 * @param name of a number; empty for the others
 * @param text the number, the sentence, or the line; empty for a gap between paragraphs
 */
public record Line(Kind kind, String name, String text) {

    /** What a line can be. */
    public enum Kind {
        /** A number with its name. */
        VALUE,
        /** A sentence; one after another they are a paragraph. */
        SENTENCE,
        /** Something that keeps its spaces, such as a line of code. */
        VERBATIM
    }

    public Line {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** A number with its name. */
    public static Line value(String name, String text) {
        return new Line(Kind.VALUE, name, text);
    }

    /** A sentence, or with an empty text the end of a paragraph. */
    public static Line sentence(String text) {
        return new Line(Kind.SENTENCE, "", text);
    }

    /** A line that keeps its spaces. */
    public static Line verbatim(String text) {
        return new Line(Kind.VERBATIM, "", text);
    }
}
