package lib.narration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lib.io.UserError;

/**
 * The text of a segment.
 *
 * @param stem the name of its files, without their endings
 * @param title the first line, without its #
 * @param paragraphs each a list of sentences; code stands between backticks
 */
public record Segment(String stem, String title, List<List<String>> paragraphs) {

    public Segment {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    /**
     * Reads {@code # Title}, then paragraphs with blank lines between them. A sentence ends with . ? or ! before a space.
     *
     * @throws UserError if there is no title or nothing after it
     */
    public static Segment parse(String stem, String markdown) {
        String[] parts = markdown.replace("\r\n", "\n").replace("\uFEFF", "").strip().split("\n", 2);
        if (parts.length < 2 || !parts[0].startsWith("# ")) {
            throw UserError.failure(stem + ".md is not a text to speak.", "Begin it with a line # Title, then a blank line, then what is said.");
        }
        return new Segment(stem, parts[0].substring(2).strip(), Stream.of(parts[1].strip().split("\n\\s*\n")).map(Segment::sentences).toList());
    }

    /** The sentences of a paragraph. */
    static List<String> sentences(String paragraph) {
        return List.of(paragraph.strip().replaceAll("\\s+", " ").split("(?<=[.?!])\\s"));
    }

    /** All sentences, in order. */
    public List<String> sentences() {
        return paragraphs.stream().flatMap(List::stream).toList();
    }

    /** The number of words between spaces, without the title. */
    public int words() {
        return sentences().stream().mapToInt(sentence -> sentence.split(" ").length).sum();
    }

    /** The text as {@link #parse} reads it. */
    String markdown() {
        return "# " + title + "\n\n" + paragraphs.stream().map(paragraph -> String.join(" ", paragraph)).collect(Collectors.joining("\n\n")) + "\n";
    }

    /** A sentence as captions show it: without the marks of code. */
    static String plain(String sentence) {
        return sentence.replace("`", "");
    }
}
