package narration.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lib.narration.WebVtt.Cue;

/** A sentence cut into captions of at most two lines, where a clause ends and near the middle. */
final class CaptionLines {

    private static final int LINE = 42; // characters
    private static final String JOINTS = "(and|but|or|so|that|which|when|where|because|then|if|to|until|how|what) .*";

    private CaptionLines() {}

    /**
     * The captions of a sentence that is heard from start to end; inside it every character takes as long as another.
     */
    static List<Cue> cues(String sentence, double start, double end) {
        List<Cue> cues = new ArrayList<>();
        double each = (end - start) / sentence.length();
        double at = start;
        for (String part : parts(sentence)) {
            double until = at + each * (part.length() + 1);
            cues.add(new Cue(at, Math.min(until, end), lines(part)));
            at = until;
        }
        return cues;
    }

    private static List<String> parts(String text) {
        if (lines(text) != null) {
            return List.of(text);
        }
        int cut = cut(text, (before, after) -> before.matches(".*[,;:]") ? 0 : after.matches(JOINTS) ? 0.12 : 0.35);
        return Stream.concat(parts(text.substring(0, cut)).stream(), parts(text.substring(cut + 1)).stream()).toList();
    }

    /** One or two lines, or null if the text is longer. */
    private static String lines(String text) {
        if (text.length() <= LINE) {
            return text;
        }
        if (text.length() > 2 * LINE + 1) {
            return null;
        }
        int cut = cut(text, (before, after) -> before.length() > LINE || after.length() > LINE
                ? 9 : before.matches(".*[,;:]") ? 0 : 0.15);
        return cut > LINE || text.length() - cut - 1 > LINE ? null
                : text.substring(0, cut) + "\n" + text.substring(cut + 1);
    }

    /** The space that costs least: its distance from the middle, and what stands on its two sides. */
    private static int cut(String text, ToDoubleBiFunction<String, String> cost) {
        return IntStream.range(1, text.length() - 1).filter(i -> text.charAt(i) == ' ').boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(2.0 * i / text.length() - 1)
                        + cost.applyAsDouble(text.substring(0, i), text.substring(i + 1)))).orElseThrow();
    }
}
