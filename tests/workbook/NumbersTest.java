package tests.workbook;

import static java.lang.Math.*;
import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lib.page.Outline;
import org.junit.jupiter.api.*;

/** The numbers of the prose, each derived here from its formula. A wrong one in the text fails, and so does a sentence that is gone. */
@DisplayName("The numbers of the text follow from its formulas")
class NumbersTest {

    private static final String NUMBER = "([-−]?[0-9][0-9,]*(?:\\.[0-9]+)?)";
    private static final String[] UNITS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            + "eighteen nineteen").split(" ");
    private static final String[] TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

    @Test
    @DisplayName("1 to 3.1: grids in many dimensions, scores of a Gaussian, Z")
    void mathematics() {
        says("why", "it is $`e \\approx {}`$ times as likely", E);
        says("why", "Our {} dimensions take $`10^{{}}`$", 28 * 28, 28 * 28 * log10(100));
        says("key-insight", "Its $`Z`$ is about {}.", Laws.z());
        says("key-insight", "**Try it.** {} evaluations", 401 * 401);
        says("key-insight", "At a distance of 15 from the peak of a standard Gaussian, $`p`$ is about $`10^{{}}`$", round(log10(exp(-15 * 15 / 2.0)) - 0.8)); // one or two dimensions
        spoken("02_05_key_insight_ebm", "Z is about {}.", say(Laws.z(), 3));
        spoken("02_05_key_insight_ebm", "about one hundred and {} thousand grid points", say(round(401 * 401 / 1000.0) - 101, 0));
    }

    @Test
    @DisplayName("4.2: the ellipse's axes, the longest arrow, the largest turn")
    void scoreField() {
        double larger = 1.5 + sqrt(1.5 * 1.5 - 0.56); // of the covariance (2, 1.2, 1): trace 3, determinant .56
        double smaller = 3 - larger;
        says("score-field", "Here $`\\Sigma`$ has variance {} along the direction $`(3, 2)`$ and {} along", larger, smaller);
        says("score-field", "{} times as hard", larger / smaller);
        says("score-field", "at most about {} degrees", toDegrees(acos(2 * sqrt(larger * smaller) / (larger + smaller))));
        says("score-field", "Away from the ridge the arrows grow long, up to {}:", hypot(-3 - 1.2 * 3, 1.2 * 3 + 2 * 3) / 0.56); // at (-3, 3)
    }

    @Test
    @DisplayName("4.3: the passes, the corners, the notebook's arrows")
    void doubleWell() {
        double pass = sqrt(0.75);
        says("score-from-energy", "The crossings are the passes, at $`(0, {})`$", pass);
        assertEquals(7 / 16.0, Laws.doubleWell(0, pass), 1e-12);
        says("score-from-energy", "Straight down, to the pass: $`s(0, 2) = (0, {})`$", -(4 * 2 * 3 + 2));
        says("score-from-energy", "Its score is $`({}, {})`$", -4 * 3 * 17, -4 * 3 * 17 - 3);
        says("score-from-energy", "because the energy at the corners is {}.", Laws.doubleWell(3, 3));
        says("score-from-energy", "The score at a corner has length {},", hypot(204, 207));
        assertEquals(6, hypot(204, 207) / 50, 0.2, "nearly six times as long as the panel is wide");
        spoken("02_10_score_from_energy_viz", "at {} above the centre", say(pass, 2));
    }

    @Test
    @DisplayName("5: what a step forgets, the bias, standard errors")
    void langevin() {
        says("langevin", "A hundred kicks of variance $`2\\eta`$ scatter a point with variance $`{}\\eta`$", 100 * 2);
        says("langevin", "After one unit of time about $`e^{-1} = {}`$", exp(-1));
        assertTrue(exp(-5) < 0.01, "after five units less than a hundredth");
        says("langevin", "At $`\\eta = 0.01`$ that is {} instead of 1; at $`\\eta = 0.5`$ it is {};", Laws.limit(0.01), Laws.limit(0.5));
        assertEquals(Laws.limit(0.5), Laws.variance(16, 0.5, 50), 1e-12);
        says("langevin", "With 500 points and $`V = 1`$ that makes {} and {}.", sqrt(1 / 500.0), sqrt(2 / 500.0));
        assertTrue(2 * Laws.below(-5) < 1e-6, "five standard errors: less than once in a million runs");
        spoken("02_11_todo_langevin_intro", "a kick measures about {} hundredths", say(100 * sqrt(0.02), 0));
        spoken("02_11_todo_langevin_intro", "That is {} times as much", say(sqrt(0.02) / 0.01, 0));
    }

    @Test
    @DisplayName("5.1, 5.2: how long the way in takes, what a test of the end lets pass, what shared noise leaves")
    void exercises() {
        double[] out = Laws.stillOut(4, 0.01, 3000);
        int half = 0;
        double mean = 0;
        for (int t = 0; t < out.length; t++) {
            half = half == 0 && out[t] < 0.5 ? t : half;
            mean += out[t];
        }
        says("langevin-1d", "Half of all such walks have reached 0 after {} steps. The mean is {},", half, mean);
        assertEquals(0.1, 1 - out[100], 0.005, "one walk in ten arrives within 100 steps");
        says("langevin-1d", "and {} in 100 are still on their way after 300", 100 * out[300]);
        double[] strides = Laws.stillOut(4, 0.1, 21);
        assertTrue(strides[19] > 0.5 && strides[21] < 0.5, "with steps of 0.1 the way in takes about twenty");
        says("langevin-1d", "At 4 the score moves the point by {} a step, and a kick measures {}.", 0.01 * 4, sqrt(0.02));
        says("langevin-1d", "along the score they add up to {}, and the kicks come to about {}.", 4 * (1 - pow(0.99, 100)), Laws.kicks(0.01, 100));
        assertEquals(20, 1 / (2 * Laws.below(-2 / sqrt(Laws.limit(0.01)))), 2, "a right loop fails in about one of twenty seeds");
        spoken("02_13_verification_langevin_1d", "you end {} ten-thousandths from zero", say(4 * pow(0.99, 1000) * 1e4, 0));
        double end = json(ROOT.resolve("tests/data/pytorch-seed-42.json")).at("/langevin-1d/at/1000").asDouble();
        spoken("02_13_verification_langevin_1d", "starts at four and ends at {}.", say(end, 2));

        says("langevin-2d", "about {} in 100 lie in the inner circle and {} in 100 in the outer one: {} and {} of two hundred",
                100 * inside(1), 100 * inside(2), 200 * inside(1), 200 * inside(2));
        says("langevin-2d", "started at 9. Theory says {} after these 500 steps", Laws.variance(9, 0.01, 500));
        says("langevin-2d", "has shrunk by $`0.99^{500} = {}`$", pow(0.99, 500));
    }

    @Test
    @DisplayName("6: what is left of the start, who starts outside, who ends inside, what five hundred chains cannot show")
    void gaussian() {
        says("langevin-gaussian", "$`0.99^{1000} = {} \\cdot 10^{-5}`$", pow(0.99, 1000) * 1e5);
        says("langevin-gaussian", "a start at distance 10 leaves a trace of {}", 10 * pow(0.99, 1000));
        says("langevin-gaussian", "$`1 - e^{-1/2} = {}`$, and inside radius 2 with $`1 - e^{-2} = {}`$", inside(1), inside(2));
        says("langevin-gaussian", "Here that is {}, half a percent more", Laws.variance(16, 0.01, 1000));
        double error = Laws.limit(0.01) * sqrt(2 / 500.0);
        says("langevin-gaussian", "a standard error of {} there", error);
        assertEquals(12.5, error / (Laws.limit(0.01) - 1), 0.3, "twelve times the bias");
        double outside = 1 - pow(2 * Laws.below(5 / 4.0) - 1, 2);
        assertEquals(0.38, outside, 0.005, "nearly four in ten lie outside the panel");
        says("langevin-gaussian", "at distance 8 the score moves a point by {}, and the kick measures {}.", 0.08, sqrt(0.02));
        says("langevin-gaussian", "But over 50 steps the score adds up to {}, and the kicks, which mostly cancel, come to {}.", 8 * (1 - pow(0.99, 50)), Laws.kicks(0.01, 50));
        says("langevin-gaussian", "At distance 1 the same 50 steps along the score make {},", 1 - pow(0.99, 50));
        spoken("02_17_2d_langevin_viz", "nearly {} in ten points lie beyond the edge", say(10 * outside, 0));
        spoken("02_17_2d_langevin_viz", "About {} in five points lie inside the inner circle", say(5 * inside(1), 0));
        spoken("02_17_2d_langevin_viz", "about {} in seven inside the outer one", say(7 * inside(2), 0));
        assertTrue(32 / pow(Laws.limit(0.01) - 1, 2) > 1e6, "narration 16: you would need more than a million");
    }

    @Test
    @DisplayName("7: who is on the right, who has ever reached the middle, the hill between, 0/0 in 32 bits")
    void twoModes() {
        double[] right = Laws.onTheRight(50);
        says("bimodal-sampling", "Started in one mode, {} are on the right", right[1000]);
        says("bimodal-sampling", "At $`t = 50`$ it is {}.", right[5000]);
        says("bimodal-sampling", "at least once by $`t = 10`$ is {}, twice as many", 2 * right[1000]); // by reflection
        double relaxation = 10 / log((0.5 - right[4000]) / (0.5 - right[5000]));
        says("bimodal-sampling", "shrinks by $`e`$ only once in {} units of time", relaxation);
        says("langevin-animation", "with a relaxation time of {}: section 7", relaxation);
        double hill = Laws.twoModes(0) - Laws.twoModes(Laws.peak());
        says("bimodal-sampling", "The hill is not high, {} in energy", hill);
        says("bimodal-sampling", "halfway the density is still {} of what it is at a mode", exp(-hill));
        double underflow = sqrt(-2 * log((double) Float.MIN_VALUE / 2)); // half the least float rounds to 0
        says("bimodal-sampling", "that is 0 beyond a distance of {} from both modes", underflow);
        says("bimodal-sampling", "at least one lies that far out in {} of 100 runs", 100 * (1 - pow(1 - Laws.farFromBoth(underflow), 1000)));
        spoken("02_19_bimodal_sampling_viz", "when the first run ends, {} in a hundred are on the right", say(100 * right[1000], 0));
        assertTrue(exp(-hill) > 0.25 && exp(-hill) < 0.3, "narration 19: more than a quarter");
        spoken("02_20_final_output_intro", "Trading points between the two modes takes more than {}.", say(floor(relaxation), 0));
    }

    @Test
    @DisplayName("7: the notebook, run from top to bottom at its own seed, ends with 498 on the right and one NaN")
    void notebookFromTopToBottom() {
        Engine engine = Engine.getEngine("PyTorch");
        engine.setRandomSeed(42);
        try (NDManager nd = engine.newBaseManager()) {
            for (int t = 0; t < 1000; t++) {
                nd.randomNormal(new Shape(1)).close();      // its check of the exercise
            }
            for (int t = 0; t <= 1000; t++) {
                nd.randomNormal(new Shape(500, 2)).close(); // its section 6: the starts, then a draw a step
            }
            NDArray x = nd.randomNormal(new Shape(1000, 2)).mul(4);
            NDArray left = nd.create(new float[] {-2, 0});
            NDArray right = nd.create(new float[] {2, 0});
            for (int t = 0; t < 2000; t++) {
                try (var scope = new NDScope()) {
                    scope.suppressNotUsedWarning();
                    NDArray p1 = x.sub(left).square().sum(new int[] {1}, true).mul(-0.5).exp();
                    NDArray p2 = x.sub(right).square().sum(new int[] {1}, true).mul(-0.5).exp();
                    NDArray score = p1.mul(x.sub(left)).add(p2.mul(x.sub(right))).neg().div(p1.add(p2));
                    NDArray noise = nd.randomNormal(new Shape(1000, 2));
                    x.addi(score.mul(0.005)).addi(noise.mul(sqrt(0.01)));
                }
            }
            says("differences", "ends section 7 with {} points on the right", count(x.get(":, 0").gt(0)));
            assertEquals(1, count(x.get(":, 0").isNaN()), "and one that is no number");
        }
    }

    private static long count(NDArray those) {
        return those.toType(DataType.INT64, false).sum().getLong();
    }

    @Test
    @DisplayName("8: how wide the cloud still is, and when it will be done")
    void animation() {
        double last = Laws.variance(16, 0.01, 200);
        says("langevin-animation", "At step 200 it says {}.", last);
        says("langevin-animation", "and is {} % too wide", 100 * (sqrt(last) - 1));
        assertEquals(0.25, last - 1, 0.05, "a variance a quarter too large");
        double time = log(15 / 0.01) / 2;
        says("langevin-animation", "$`15 \\, e^{-2t} = 0.01`$ at $`t = {}`$. That would be {} steps.", time, time / 0.01);
        int steps = 0;
        while (Laws.variance(16, 0.01, steps) - Laws.limit(0.01) > 0.01) {
            steps++;
        }
        says("langevin-animation", "so the law itself says {}.", steps);
        spoken("02_20_final_output_intro", "{} pictures, counting the start", say(1 + 200 / 2, 0));
        assertTrue(read(ROOT.resolve("narration/02_21_animated_viz.md")).contains("its variance is still about a quarter too large"));
    }

    @Test
    @DisplayName("8.1: how many chains it takes to see a bias")
    void chains() {
        double v = Laws.limit(0.1);
        says("gpu-chains", "its variance is {} where the target has 1", v);
        says("gpu-chains", "For $`\\eta = 0.1`$ that is {}.", 32 / pow(v - 1, 2));
        says("gpu-chains", "To be outside in {} % of runs it has to lie two of its own standard errors further out", 100 * Laws.below(2));
        says("gpu-chains", "further out, which takes {} chains", 2 * pow((4 + 2 * v) / (v - 1), 2)); // (V - 1) = (4 + 2V) √(2/n)
        says("gpu-chains", "the first number is {} million, for $`\\eta = 0.5`$ only {}.", 32 / pow(Laws.limit(0.01) - 1, 2) / 1e6, 32 / pow(Laws.limit(0.5) - 1, 2));
    }

    @Test
    @DisplayName("9: where climbers end, what Z would cost")
    void reflection() {
        says("reflection", "The mean of $`x_1^2`$ is {}, the square of where the peaks are", pow(Laws.peak(), 2));
        says("reflection", "has a normalising constant, {}, that nobody", Laws.z());
        says("reflection", "{} energies on a grid", 401 * 401);
        assertTrue(784 * log10(401) > 2000, "in 784 dimensions more than 10^2000 points");
    }

    /** The share of a standard Gaussian in the plane within that radius. */
    private static double inside(double radius) {
        return 1 - exp(-radius * radius / 2);
    }

    /** A section of lessons.md holds the sentence, and where the sentence has {} the numbers are these, as far as they are written. */
    private static void says(String section, String sentence, double... values) {
        String text = Outline.ofWorkbook().section(section).body().replaceAll("\\s+", " ");
        Matcher found = Pattern.compile("\\Q" + sentence.replace("{}", "\\E" + NUMBER + "\\Q") + "\\E").matcher(text);
        assertTrue(found.find(), section + " does not say \"" + sentence + "\"");
        for (int k = 0; k < values.length; k++) {
            String written = found.group(k + 1).replace(",", "").replace('−', '-');
            int point = written.indexOf('.');
            double lastDigit = pow(10, point < 0 ? 0 : point + 1 - written.length());
            assertEquals(values[k], Double.parseDouble(written), 0.5000001 * lastDigit, section + ": " + found.group());
        }
    }

    /** A segment says the sentence, with these words where it has {}. */
    private static void spoken(String segment, String sentence, String words) {
        String text = read(ROOT.resolve("narration/" + segment + ".md")).replaceAll("\\s+", " ");
        String expected = sentence.replace("{}", words);
        assertTrue(text.toLowerCase(Locale.ROOT).contains(expected.toLowerCase(Locale.ROOT)), segment + " does not say \"" + expected + "\"");
    }

    /** A number below a thousand as it is said: "thirty-five", "one hundred and one", "zero point four two". */
    private static String say(double value, int decimals) {
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
        int whole = Integer.parseInt(digits.replaceFirst("\\..*", ""));
        var words = new StringBuilder(whole >= 100 ? UNITS[whole / 100] + " hundred" + (whole % 100 > 0 ? " and " : "") : "");
        int rest = whole % 100;
        if (rest >= 20) {
            words.append(TENS[rest / 10]).append(rest % 10 > 0 ? "-" + UNITS[rest % 10] : "");
        } else if (rest > 0 || whole == 0) {
            words.append(UNITS[rest]);
        }
        if (decimals > 0) {
            words.append(" point");
            digits.substring(digits.indexOf('.') + 1).chars().forEach(digit -> words.append(' ').append(UNITS[digit - '0']));
        }
        return words.toString();
    }
}
