package lib.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lib.lesson.Lesson;

/**
 * The three lines that fill the blanks, beside what a person has there.
 *
 * @param yours a person's lines in the order of the blanks, empty for a blank or where none is seen
 * @param whole the script with the three lines in it, or nothing where they have no place
 */
record Solution(List<Optional<String>> yours, Optional<String> whole) {

    /** As the solutions in this package have them, and the lessons' text. */
    static final List<String> LINES = List.of("NDArray score = s.at(x);", "NDArray noise = randn.like(x);",
            "x = x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2 * eta)));");

    private static final List<Spot> SPOTS = List.of(Spot.SCORE, Spot.NOISE, Spot.UPDATE);

    static Solution of(Source source) {
        Optional<Code> code = Code.of(source);
        var lines = new ArrayList<>(source.lines());
        var yours = new ArrayList<Optional<String>>();
        boolean placed = true;
        for (int i = 0; i < LINES.size(); i++) {
            int line = blank(lines, i + 1);
            if (line < 0 && code.isPresent()) {
                line = code.get().line(SPOTS.get(i)).orElse(0) - 1;
                yours.add(line < 0 ? Optional.empty() : Optional.of(source.lines().get(line).strip()));
            } else {
                yours.add(Optional.empty());
            }
            placed &= line >= 0;
            if (line >= 0) {
                lines.set(line, lines.get(line).replaceFirst("\\S.*", java.util.regex.Matcher.quoteReplacement(LINES.get(i))));
            }
        }
        return new Solution(yours, placed ? Optional.of(String.join("\n", lines) + "\n") : Optional.empty());
    }

    private static int blank(List<String> lines, int number) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("todo(\"" + number + ".")) {
                return i;
            }
        }
        return -1;
    }

    /** Prints the lines; the page shows the script that they make. */
    void say(Lesson lesson) {
        lesson.say("The three lines; others are as good:");
        for (int i = 0; i < LINES.size(); i++) {
            String line = LINES.get(i);
            lesson.say("  %s  %s", i + 1, line);
            yours.get(i).ifPresent(own -> lesson.say(own.equals(line) ? "     yours is the same" : "     yours: %s", own));
        }
        lesson.say("");
        whole.ifPresent(lesson::ran);
    }
}
