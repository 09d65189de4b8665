package tests.exercise;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.stream.Stream;
import lib.exercise.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong code is never accepted, and every mistake of the table is called by its name, in two styles or more. */
@Tag("slow")
@DisplayName("Exercise checker: wrong loops")
class WrongLoopTest {

    private static final int SEEDS = Math.max(1, RightLoopTest.SEEDS / 10);

    static Stream<WrongLoops.Wrong> wrong() {
        return WrongLoops.all(2).stream();
    }

    @ParameterizedTest(name = "{0}: named on every seed")
    @MethodSource("wrong")
    void named(WrongLoops.Wrong wrong) {
        for (int dimensions = wrong.dimensions(); dimensions <= 2; dimensions++) {
            int sparing = wrong.style().matches(".*(andom|JAVA).*") ? 10 : 1; // its tests take 12,500 numbers
            for (int seed = 0; seed < SEEDS; seed += sparing) {
                var diagnosis = new Checker(dimensions, seed).examine(wrong.loop());
                String where = "dimensions " + dimensions + ", seed " + seed;
                assertTrue(diagnosis.isPresent(), "accepted: " + where);
                assertEquals(wrong.slip(), diagnosis.get() instanceof Diagnosis.Named named ? named.slip() : diagnosis.get().toString(), where);
            }
        }
    }

    @Test
    @DisplayName("every mistake of the table is written in two styles or more")
    void twoStyles() {
        List<Slip> table = List.of(Coefficients.NOISE_SQRT_ETA, Coefficients.NOISE_ETA, Coefficients.NOISE_TWO_ETA, Coefficients.NOISE_UNSCALED,
                Coefficients.NO_NOISE, Coefficients.DRIFT_HALVED, Coefficients.HALF_STEP, Coefficients.DRIFT_DOUBLED, Coefficients.ETA_MISSING,
                Coefficients.NO_DRIFT, Coefficients.WRONG_SIGN, Form.NOISE_FIRST, Form.SCORE_ONCE, Coefficients.MEAN_FOR_SUM,
                Form.NOISE_UNIFORM_POSITIVE, Form.NOISE_UNIFORM, Form.NOISE_FROZEN, Form.NOISE_SHARED_BY_POINTS, Form.NOISE_SHARED_BY_DIMENSIONS,
                Form.ENTRIES_SHARED, Form.X0_CHANGED, Form.ONE_STEP_TOO_FEW, Form.ONE_STEP_TOO_MANY);
        for (Slip slip : table) {
            assertTrue(wrong().filter(wrong -> wrong.slip() == slip).count() >= 2, slip.toString());
        }
    }

    @ParameterizedTest(name = "no name, and not accepted: {0}")
    @MethodSource("unnamed")
    void unnamed(String what, Loop loop) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var diagnosis = new Checker(1 + seed % 2, seed).examine(loop).orElseThrow(() -> new AssertionError("accepted"));
            String text = diagnosis.says() + " " + diagnosis.means(0.01);
            assertTrue(diagnosis instanceof Diagnosis.Unnamed || diagnosis instanceof Diagnosis.Named named
                    && (named.slip() == Form.NOISE_NOT_NORMAL || named.slip() == Form.NOISE_DEPENDENT), text);
            assertTrue(text.toLowerCase().contains("the rule"), text);
            assertFalse(text.contains("√"), "gives the formula away: " + text);
        }
    }

    static Stream<Arguments> unnamed() {
        return OddLoops.all().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }
}
