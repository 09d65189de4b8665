package lib.exercise;

import java.util.List;

/** What helps, in three steps, without the answer. */
final class Hints {

    private static final List<String> ON_A_LINE = List.of("""
            The rule above the blanks has three parts: where x is, a push along the score, a kick of noise.
            Blank 1 is the push's direction, blank 2 the kick, blank 3 adds the parts up.
            Which of the five things handed to langevin do you need for which blank?""", """
            Blank 1: s is a function from points to scores; its method is called at.
            Blank 2: randn makes noise; its method is called like, after torch.randn_like.
            Blank 3: arrays have methods add and mul; numbers have Math.sqrt. Look closely at what stands under the root.""", """
            Do one step by hand. x = 4, η = 0.01, and the noise drawn is 0.5. The score at 4 is -4.
            The push is 0.01 times -4, which is -0.04. The kick is 0.1414 times 0.5, which is 0.0707.
            The next x is 4.0307. Now let the three blanks do that: where does 0.1414 come from?""");

    private static final List<String> IN_THE_PLANE = List.of("""
            The rule is the one you know from langevin-1d. Nothing in it says how many points there are.
            x now holds one point a row, shape (n, 2). Which of your three lines has to change?""", """
            s takes all rows at once and gives one score a row. Noise of x's shape has a number for every coordinate of every point.
            If your lines of langevin-1d name no index and no shape, they serve here as they are.""", """
            Two points (4, 0) and (0, 4), η = 0.01. Their scores are (-4, 0) and (0, -4).
            Say the four noise numbers are 0.5, -1, 1, 0. The first point goes to (4.0307, -0.1414), the second to (0.1414, 3.96).
            Four different numbers: that is what keeps the points, and their coordinates, apart.""");

    private Hints() {}

    static final int COUNT = 3;

    /** Hint 1, 2 or 3 of an exercise in one or two dimensions. */
    static String of(int dimensions, int number) {
        return (dimensions == 1 ? ON_A_LINE : IN_THE_PLANE).get(number - 1);
    }
}
