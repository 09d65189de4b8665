package tests.law;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lib.lesson.Taught;
import lib.io.UserError;
import org.junit.jupiter.api.*;

/** Numbers from the ends of the range: drawn and right, or refused with the option's own reason; never a word about a chart's insides. */
@DisplayName("Numbers from the ends of the range")
class ExtremeNumbersTest {

    private static final double[] SIZES = {1e-320, 1e-300, 1e-45, 1e-38, 1e-30, 1e-20, 1e-15, 1e-10, 1e-6, 1e-3, 1, 1e3, 1e6, 1e10, 1e15, 1e19, 1e30, 1e38, 1e45, 1e300, 1.7e308};

    @Test
    @DisplayName("gaussian-score: every mean and width is drawn with labels that differ, or refused")
    void gaussian() {
        int drawn = 0;
        for (double width : SIZES) {
            for (double mean : SIZES) {
                drawn += tried("gaussian-score", "--std", "" + width, "--mean", "" + (mean < 1e-40 ? 0 : -mean));
            }
        }
        assertTrue(drawn > 60 && drawn < SIZES.length * SIZES.length / 2, drawn + " drawn");
    }

    @Test
    @DisplayName("score-field: every covariance and mean is drawn, or refused")
    void field() {
        var random = new Random(1);
        List<String[]> tries = new ArrayList<>();
        for (double one : SIZES) {
            for (double two : SIZES) {
                tries.add(new String[] {"--cov", one + ",0," + two});
            }
            tries.add(new String[] {"--cov", one + "," + one * 0.9999999 + "," + one});
            tries.add(new String[] {"--cov", one + "," + one * 0.99 + "," + one});
            tries.add(new String[] {"--mean", one + ",0", "--cov", "1,0.5,1"});
            tries.add(new String[] {"--mean", one + "," + -one, "--cov", one + ",0," + one * random.nextDouble()});
        }
        int drawn = 0;
        for (String[] options : tries) {
            drawn += tried("score-field", options);
        }
        assertTrue(drawn > 30 && drawn < tries.size() / 2, drawn + " of " + tries.size() + " drawn");
    }

    /** 1 if it was drawn, 0 if it was refused. */
    private static int tried(String lesson, String... options) {
        String command = lesson + " " + String.join(" ", options);
        try {
            Taught taught = Lessons.teach(lesson, options);
            assertEquals(List.of(), taught.failures(), command);
            var rows = taught.content().lines().stream().map(line -> line.toString().replaceAll("text=.*", "")).collect(Collectors.toList());
            var labels = rows.stream().filter(row -> row.contains("s(")).toList();
            assertEquals(labels.size(), new HashSet<>(labels).size(), command + ": " + labels);
            return 1;
        } catch (UserError refused) {
            assertEquals(2, refused.exitStatus(), command);
            assertTrue((refused.getMessage() + refused.remedy()).matches("(?s).*(--std|--mean|--cov|32-bit numbers).*"), command + ": " + refused.getMessage());
            return 0;
        } catch (RuntimeException fault) {
            throw new AssertionError(command, fault);
        }
    }
}
