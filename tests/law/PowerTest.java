package tests.law;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lib.lesson.Taught;
import lib.page.Check;
import lib.io.UserError;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.law.Mutants.Mutant;

/**
 * What each claim of each lesson catches: the lessons run at their defaults with one mistake in the sampler or the score. tests/data/power.md
 * holds the table; a claim that catches nothing has no place in a lesson.
 */
@Tag("slow")
@DisplayName("Every claim catches something")
class PowerTest {

    private static final String HEAD = """
            # What each claim catches

            Each lesson at its defaults, or with the options named, with one mistake in its sampler or score, for a few seeds: ● the claim fails every time,
            ○ now and then. (·) the right sampler's run is too small to tell. A column without a mark is a chain that runs away, which the lesson says.
            Written by `WORKBOOK_POWER=write ./jbang tests PowerTest`, and held to by that test.

            """;

    /** A mistake that so few chains cannot see. */
    private static final Map<String, List<String>> UNSEEN = Map.of("langevin-animation", List.of(Mutant.WEAK.words));

    private static final List<String> TABLES = new ArrayList<>();
    private static final List<Integer> SEEDS = List.of(42, 7);

    /** A lesson with its mistakes: words for each, and what it changes in the script; empty for those of {@link Mutants}. */
    record Row(String lesson, Map<String, Map<String, String>> mistakes, String... options) {
        @Override
        public String toString() {
            return lesson;
        }
    }

    static Stream<Row> lessons() {
        return Stream.of(
                new Row("langevin-gaussian", sampler(Mutants.CHANGES, "Mixture.twoModes(", Mutant.HALF_NOISE, Mutant.NO_NOISE, Mutant.STRONG, Mutant.WEAK, Mutant.SIGN)),
                new Row("langevin-gaussian", sampler(Mutants.CHANGES, "Mixture.twoModes(", Mutant.HALF_NOISE, Mutant.STRONG, Mutant.WEAK, Mutant.UNBIASED), "--step-size", "0.5", "--steps", "100"),
                new Row("bimodal-sampling", sampler(Mutants.CHANGES, "", Mutant.HALF_NOISE, Mutant.NO_NOISE, Mutant.STRONG, Mutant.WEAK, Mutant.SIGN, Mutant.WEIGHTS, Mutant.ONE_MODE)),
                new Row("langevin-animation", sampler(Mutants.CHANGES, "", Mutant.HALF_NOISE, Mutant.NO_NOISE, Mutant.STRONG, Mutant.WEAK, Mutant.SIGN, Mutant.ONE_MODE)),
                new Row("reflection", reflection()),
                new Row("gpu-chains", sampler(Mutants.WITH_NOISE, "", Mutant.HALF_NOISE, Mutant.NO_NOISE, Mutant.STRONG, Mutant.WEAK, Mutant.UNBIASED), "--chains", "50000"),
                new Row("gaussian-score", text(".div((float) (sigma * sigma)).neg()",
                        "sign", ".div((float) (sigma * sigma))", "× 1.25", ".div((float) (0.8 * sigma * sigma)).neg()",
                        "a mean off by 0.1", ".sub(0.1).div((float) (sigma * sigma)).neg()")),
                new Row("score-field", text("return x.sub(mu).matMul(precision.transpose()).neg();",
                        "sign", "return x.sub(mu).matMul(precision.transpose());", "× 0.9", "return x.sub(mu).matMul(precision.transpose()).mul(-0.9);",
                        "a mean off by 0.1", "return x.sub(mu).sub(0.1).matMul(precision.transpose()).neg();")),
                new Row("score-from-energy", energy()),
                new Row("setup", setup()));
    }

    private static Map<String, Map<String, String>> sampler(Map<String, String> changes, String without, Mutant... mutants) {
        var kept = new LinkedHashMap<>(changes);
        kept.remove(without);
        var mistakes = new LinkedHashMap<String, Map<String, String>>();
        Arrays.stream(mutants).forEach(mutant -> mistakes.put(mutant.words, kept));
        return mistakes;
    }

    private static Map<String, Map<String, String>> reflection() {
        var mistakes = new LinkedHashMap<>(sampler(Mutants.CHANGES, "", Mutant.HALF_NOISE, Mutant.NO_NOISE, Mutant.ONE_MODE));
        mistakes.put("a climb with noise", Map.of("langevin.noise(NDArray::zerosLike)", "langevin"));
        mistakes.put("another energy", Map.of("well.plus(c).score()", "lib.score.Score.ofEnergy(y -> well.plus(c).at(y).square())"));
        mistakes.put("a coarse grid", Map.of("mul(0.02).sub(4)", "mul(0.019).sub(4)"));
        return mistakes;
    }

    private static Map<String, Map<String, String>> energy() {
        return changes("sign", "return x.getGradient().neg();", "return x.getGradient();",
                "× 0.9", "return x.getGradient().neg();", "return x.getGradient().mul(-0.9f);",
                "another energy", "tape.backward(energy.at(x));", "tape.backward(energy.at(x).square().div(2));");
    }

    private static Map<String, Map<String, String>> setup() {
        return changes("another seed", "setRandomSeed(lesson.seed())", "setRandomSeed(lesson.seed() + 1)",
                "another generator", "NDArray first = lesson.nd().randomNormal(new Shape(3))", "NDArray first = lesson.nd().randomUniform(0, 1, new Shape(3))",
                "sign", "x.square().sum(new int[] {1}).div(2)", "x.square().sum(new int[] {1}).div(-2)");
    }

    /** Words, what is changed and to what, three by three, in this order. */
    private static Map<String, Map<String, String>> changes(String... wordsFromTo) {
        var mistakes = new LinkedHashMap<String, Map<String, String>>();
        for (int k = 0; k < wordsFromTo.length; k += 3) {
            mistakes.put(wordsFromTo[k], Map.of(wordsFromTo[k + 1], wordsFromTo[k + 2]));
        }
        return mistakes;
    }

    private static Map<String, Map<String, String>> text(String from, String... wordsAndTo) {
        var mistakes = new LinkedHashMap<String, Map<String, String>>();
        for (int k = 0; k < wordsAndTo.length; k += 2) {
            mistakes.put(wordsAndTo[k], Map.of(from, wordsAndTo[k + 1]));
        }
        return mistakes;
    }

    @ParameterizedTest(name = "{0}: each mistake is caught by a claim, in every run, and each claim that can be told catches one")
    @MethodSource("lessons")
    void power(Row row) throws IOException {
        List<Integer> seeds = row.lesson.equals("setup") ? List.of(42) : SEEDS;
        Map<String, Map<String, Integer>> caught = new LinkedHashMap<>(); // claim, mistake, runs
        var untold = new LinkedHashSet<String>();
        for (int seed : seeds) {
            for (Check check : run(row, Mutant.RIGHT, Map.of(), seed).checks()) {
                assertFalse(check.failed(), row + " is right: " + check.claim() + ", " + check.detail());
                caught.putIfAbsent(check.claim(), new LinkedHashMap<>());
                if (check.outcome() == Check.Outcome.OPEN) {
                    untold.add(check.claim());
                }
            }
        }
        var missed = new ArrayList<String>();
        for (var mistake : row.mistakes.entrySet()) {
            int stopped = 0;
            for (int seed : seeds) {
                try {
                    run(row, mutant(mistake), mistake.getValue(), seed).checks().stream().filter(Check::failed)
                            .forEach(check -> caught.get(of(caught, check.claim())).merge(mistake.getKey(), 1, Integer::sum));
                } catch (UserError diverged) {
                    stopped++; // the chain ran away, and the lesson says so
                }
            }
            if (stopped < seeds.size() && caught.values().stream().noneMatch(by -> by.getOrDefault(mistake.getKey(), 0) == seeds.size())) {
                missed.add(mistake.getKey());
            }
        }
        String table = table(row, caught, untold, seeds.size());
        TABLES.add(table);
        missed.removeAll(UNSEEN.getOrDefault(row.lesson, List.of()));
        assertEquals(List.of(), missed, "nobody sees\n" + table);
        assertEquals(List.of(), caught.entrySet().stream().filter(entry -> entry.getValue().isEmpty() && !entry.getKey().equals("every chain ran"))
                .map(Map.Entry::getKey).toList(), "claims that catch nothing\n" + table);
        assertAgrees(table);
    }

    /** The table of the file, but for what is caught now and then: that may hang on a machine's last bits. */
    private static void assertAgrees(String table) throws IOException {
        if (System.getenv("WORKBOOK_POWER") != null) {
            return;
        }
        List<String> now = table.lines().toList();
        List<String> file = Files.readString(Lessons.root().resolve("tests/data/power.md")).lines().toList();
        int from = file.indexOf(now.get(0));
        assertTrue(from >= 0, "tests/data/power.md has no " + now.get(0));
        for (int row = 0; row < now.size(); row++) {
            String was = file.get(from + row);
            boolean same = was.length() == now.get(row).length();
            for (int k = 0; same && k < was.length(); k++) {
                same = was.charAt(k) == now.get(row).charAt(k) || was.charAt(k) == '○' || now.get(row).charAt(k) == '○' && was.charAt(k) == ' ';
            }
            assertTrue(same, "tests/data/power.md says\n" + was + "\nand now it is\n" + now.get(row));
        }
    }

    private static Mutant mutant(Map.Entry<String, Map<String, String>> mistake) {
        return Arrays.stream(Mutant.values()).filter(each -> each.words.equals(mistake.getKey()) && mistake.getValue().containsKey("Langevin.of("))
                .findFirst().orElse(Mutant.RIGHT);
    }

    /** The claim of a right run that this is: some hold numbers of the run. */
    private static String of(Map<String, ?> claims, String claim) {
        return claims.containsKey(claim) ? claim : claims.keySet().stream().filter(each -> each.replaceAll("[\\d.]+", "#").equals(claim.replaceAll("[\\d.]+", "#")))
                .findFirst().orElseThrow();
    }

    private static Taught run(Row row, Mutant mutant, Map<String, String> changes, int seed) {
        Mutants.now = mutant;
        try {
            return Lessons.teach(row.lesson, changes, Stream.concat(Stream.of("--seed", "" + seed), Arrays.stream(row.options)).toArray(String[]::new));
        } finally {
            Mutants.now = Mutant.RIGHT;
        }
    }

    private static String table(Row row, Map<String, Map<String, Integer>> caught, Set<String> untold, int runs) {
        var mistakes = row.mistakes.keySet();
        String head = "## " + (row.lesson + " " + String.join(" ", row.options)).strip() + "\n\n| claim | " + String.join(" | ", mistakes) + " |\n|"
                + "---|".repeat(mistakes.size() + 1) + "\n";
        return caught.entrySet().stream().map(entry -> "| " + entry.getKey() + (untold.contains(entry.getKey()) ? " (·)" : "") + " | " + mistakes.stream()
                .map(m -> mark(entry.getValue().getOrDefault(m, 0), runs)).collect(Collectors.joining(" | ")) + " |\n").collect(Collectors.joining("", head, ""));
    }

    private static String mark(int caught, int runs) {
        return caught == runs ? "●" : caught > 0 ? "○" : " ";
    }

    @AfterAll
    static void write() throws IOException {
        if (System.getenv("WORKBOOK_POWER") != null) {
            Files.writeString(Lessons.root().resolve("tests/data/power.md"), HEAD + String.join("\n", TABLES));
        }
    }
}
