package lib.narration;

import java.util.List;

/**
 * A segment of narration as a page plays it: its text with times, and its recording.
 *
 * @param stem its one name, such as 02_07_2d_score_intro
 * @param title plain text
 * @param section the section of lessons.md that it belongs to
 * @param place where on that section's page it is heard
 * @param paragraphs its sentences, in order; text may hold code between backticks
 * @param seconds its length
 * @param audio an MPEG recording; empty where there is none, and the browser's own voice serves
 */
public record Segment(String stem, String title, String section, Place place, List<List<Sentence>> paragraphs,
        double seconds, byte[] audio) {

    /** What a segment is heard at: the lesson's question, its first figure, or its code. */
    public enum Place { QUESTION, FIGURE, CODE }

    /**
     * A sentence and when it is heard.
     *
     * @param text as it is read
     * @param start seconds from the beginning of the recording
     * @param end seconds, not before start
     */
    public record Sentence(String text, double start, double end) {}

    public Segment {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }
}
