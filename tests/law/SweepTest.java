package tests.law;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lib.lesson.Taught;
import lib.page.Check;
import org.junit.jupiter.api.*;
import tests.law.Mutants.Mutant;

/**
 * Lessons over options and seeds drawn at random: no check of a right sampler fails, no check of a wrong one holds where it denies just that, and no
 * sentence is printed that this run's numbers do not bear out. {@code WORKBOOK_SWEEP=2000} runs so many; without it a few are.
 */
@Tag("slow")
@DisplayName("Lessons over their options")
class SweepTest {

    private static final int RUNS = Integer.parseInt(System.getenv().getOrDefault("WORKBOOK_SWEEP", "60"));
    private static final List<String> LESSONS = List.of("langevin-gaussian", "langevin-animation", "reflection", "gpu-chains", "bimodal-sampling",
            "gaussian-score", "score-field");
    private static final double LARGEST_TIME = 200;

    /** The claims that deny noise of half the variance. */
    private static final Pattern OF_NOISE = Pattern.compile("the noise is .*|the noise on x2 is .*|with noise x2 is spread .*");

    private final Random random = new Random(Integer.parseInt(System.getenv().getOrDefault("WORKBOOK_SWEEP_SEED", "1")));

    /** One draw of options. */
    record Draw(String lesson, int chains, int steps, double eta, int seed, List<String> options) {

        String command() {
            return lesson + " " + String.join(" ", options);
        }
    }

    private Draw draw() {
        String lesson = LESSONS.get(random.nextInt(LESSONS.size()));
        int seed = random.nextInt(Integer.MAX_VALUE);
        var options = new ArrayList<>(List.of("--seed", "" + seed));
        if (lesson.endsWith("score") || lesson.endsWith("field")) {
            double mean = power(-3, 3) * (random.nextBoolean() ? 1 : -1);
            double width = Math.max(power(-3, 3), Math.abs(mean) * 2e-5);
            if (lesson.endsWith("score")) {
                options.addAll(List.of("--mean", "" + mean, "--std", "" + width));
            } else {
                double tilt = random.nextDouble() * 1.9 - 0.95;
                double other = width * power(-1, 1);
                double up = Math.min(power(-3, 3), width * 5e4); // farther from 0 float32 cannot show it, and the lesson says so
                options.addAll(List.of("--mean", mean + "," + up, "--cov", width * width + "," + tilt * width * other + "," + other * other));
            }
            return new Draw(lesson, 0, 0, 0, seed, options);
        }
        int chains = (int) (random.nextInt(3) == 0 ? power(0, 1.5) : power(1.5, lesson.equals("gpu-chains") ? 5 : 3.7));
        double eta = random.nextInt(4) == 0 ? 1.99 * (1 - random.nextDouble() * 0.9) : power(-4, 0);
        int most = (int) Math.max(1, Math.min(2_000_000.0 / Math.max(chains, 1000), LARGEST_TIME / eta));
        int steps = random.nextInt(8) == 0 ? 1 : (int) power(0, Math.log10(most + 1));
        options.addAll(List.of("--chains", "" + chains, "--steps", "" + steps, "--step-size", "" + eta));
        return new Draw(lesson, chains, steps, eta, seed, options);
    }

    private double power(double low, double high) {
        return Math.pow(10, low + (high - low) * random.nextDouble());
    }

    @Test
    @DisplayName("a right sampler: no check fails, no sentence is false")
    void right(TestReporter reporter) {
        var marks = new TreeMap<String, Integer>();
        for (int run = 0; run < RUNS; run++) {
            Draw draw = draw();
            if (tooSlow(draw)) {
                continue;
            }
            Taught taught;
            try {
                taught = Lessons.teach(draw.lesson, draw.options.toArray(String[]::new));
            } catch (RuntimeException e) {
                throw new AssertionError(draw.command() + ": " + e.getMessage(), e);
            }
            taught.checks().forEach(check -> {
                assertFalse(check.failed(), draw.command() + "\n" + check.claim() + ": " + check.detail());
                marks.merge(draw.lesson + " " + check.outcome().mark(), 1, Integer::sum);
            });
            assertTrue(taught.checks().stream().filter(check -> check.detail().contains("allowed") && !check.detail().contains("off by")).count() <= 10,
                    draw.lesson + " makes more trials than its promise of a false alarm in a million runs allows");
            String said = taught.content().lines().stream().map(line -> line.name() + "  " + line.text()).collect(Collectors.joining("\n"));
            sentences(draw, said, taught.content().exhibits().stream().map(e -> e.caption()).collect(Collectors.joining("\n")));
        }
        reporter.publishEntry(RUNS + " runs: " + marks);
    }

    @Test
    @DisplayName("noise of half the variance: the check that denies it holds in one run of a hundred at most")
    void wrong(TestReporter reporter) {
        int told = 0;
        int passed = 0;
        Mutants.now = Mutant.HALF_NOISE;
        try {
            for (int run = 0; run < RUNS; run++) {
                Draw draw = draw();
                if (tooSlow(draw) || draw.steps == 0 || draw.lesson.equals("gpu-chains")) {
                    continue;
                }
                Map<String, String> changes = draw.lesson.equals("langevin-gaussian") ? Map.of("Langevin.of(", "tests.law.Mutants.of(") : Mutants.CHANGES;
                for (Check check : Lessons.teach(draw.lesson, changes, draw.options.toArray(String[]::new)).checks()) {
                    if (OF_NOISE.matcher(check.claim()).matches()) {
                        told += check.outcome() == Check.Outcome.OPEN ? 0 : 1;
                        passed += check.outcome() == Check.Outcome.HOLDS ? 1 : 0;
                    }
                }
            }
        } finally {
            Mutants.now = Mutant.RIGHT;
        }
        reporter.publishEntry(RUNS + " wrong runs: " + told + " told, " + passed + " passed");
        assertTrue(told > RUNS / 6, "only " + told + " told");
        assertTrue(passed <= Math.max(2, 0.02 * told), passed + " of " + told + " passed");
    }

    /** bimodal-sampling runs to time 50 whatever its steps: a small one would take minutes. */
    private static boolean tooSlow(Draw draw) {
        return draw.lesson.equals("bimodal-sampling") && draw.eta < 4e-3;
    }

    /** What is said, judged by the law, written down here once more. */
    private static void sentences(Draw draw, String said, String captions) {
        double v = draw.lesson.equals("gpu-chains") ? 0 : 16;
        double u = 16; // E x1² of a pure pull, an upper bound on what is left of the start
        for (int t = 0; t < draw.steps; t++) {
            v = (1 - draw.eta) * (1 - draw.eta) * v + 2 * draw.eta;
            u *= (1 - draw.eta) * (1 - draw.eta);
        }
        String where = draw.command() + "\n" + said;
        if (said.contains("become samples of the target")) {
            assertTrue(Math.abs(v - 1) < 0.11 && Math.abs(v - 1) * Math.sqrt(draw.chains) < 2.1, where);
        }
        if (said.contains("still remember where they started")) {
            assertTrue(u > Math.min(0.05, 1 / Math.sqrt(draw.chains)), where);
        }
        if (said.contains("settle wider than the target")) {
            assertTrue(v > 1 + draw.eta / 2.1 && u < 0.06, where);
        }
        if (said.contains("found both modes") || said.contains("Two clusters show")) {
            assertTrue(draw.chains >= 200 && draw.eta * draw.steps > 1 && draw.eta < 0.5, where);
        }
        if (said.contains("as wide as the target")) {
            assertTrue(v < 1.1, where);
        }
        if (said.contains("it is still too wide") || said.contains("cloud is still too wide")) {
            assertTrue(v >= 1.1 && draw.eta < 0.2, where);
        }
        if (said.contains("is wider than the target")) {
            assertTrue(v >= 1.1, where);
        }
        var climbed = Pattern.compile("mean of x2² .* noise, ([\\d.]+) without").matcher(said);
        if (said.contains("a sampler is a climber")) {
            assertTrue(climbed.find() && Double.parseDouble(climbed.group(1)) < 0.001, where);
            assertTrue(captions.contains("nothing is left"), captions);
        } else if (draw.lesson.equals("reflection")) {
            assertFalse(captions.contains("nothing is left"), captions);
        }
        if (draw.lesson.equals("gpu-chains")) {
            var found = Pattern.compile("variance of x2\\s+([\\d.]+), exact ([\\d.]+)").matcher(said);
            assertTrue(found.find());
            assertEquals(v, Double.parseDouble(found.group(2)), 1e-5 * Math.max(1, v), where);
            boolean outside = Math.abs(Double.parseDouble(found.group(1)) - 1) > 4 * Math.sqrt(2.0 / draw.chains) - 1e-5;
            assertEquals(said.contains("the bias is seen"), captions.contains("leaves the funnel the bias can be seen"), captions);
            assertTrue(!said.contains("the bias is seen") || outside && draw.chains >= 256, where);
        }
    }
}
