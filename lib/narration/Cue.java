package lib.narration;

/**
 * A caption.
 *
 * @param start seconds from the beginning of the recording
 * @param end seconds, after start
 * @param text plain, with a line end where it has two lines
 */
public record Cue(double start, double end, String text) {}
