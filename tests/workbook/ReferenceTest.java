package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The lessons' tables against PyTorch's own numbers and the closed forms, to 1e-5; chains to 1e-3. tests/data/reference.py writes PyTorch's. */
@Tag("slow")
@Tag("apart")
@DisplayName("Tables against PyTorch")
class ReferenceTest {

    private static final double TOLERANCE = 1e-5;
    private static final double CHAIN = 1e-3; // thousands of steps, each rounded

    @Test
    @DisplayName("score-from-energy: rows of the reference, points, scores and energies")
    void scoreFromEnergy() {
        Table field = table("score-from-energy", "field");
        JsonNode rows = json(ROOT.resolve("tests/data/pytorch-seed-42.json")).get("score-from-energy").get("rows");
        assertTrue(rows.size() >= 10);
        rows.fields().forEachRemaining(entry -> {
            Row row = field.row(Integer.parseInt(entry.getKey()));
            JsonNode expected = entry.getValue();
            for (int i = 0; i < 2; i++) {
                assertClose(expected.get("x").get(i).asDouble(), row.getNumber("x" + (i + 1)), entry.getKey());
                assertClose(expected.get("s").get(i).asDouble(), row.getNumber("s" + (i + 1)), entry.getKey());
            }
            assertClose(expected.get("energy").asDouble(), row.getNumber("energy"), entry.getKey());
        });
    }

    @Test
    @DisplayName("score-field: s = -x on a 15 x 15 grid over [-3, 3]², x1 slowest")
    void scoreField() {
        Table field = table("score-field", "field");
        for (Row row : field) {
            assertClose(-3 + 6.0 / 14 * (row.getRowNumber() / 15), row.getNumber("x1"), "x1");
            assertClose(-3 + 6.0 / 14 * (row.getRowNumber() % 15), row.getNumber("x2"), "x2");
            assertClose(-row.getNumber("x1"), row.getNumber("s1"), "s1");
            assertClose(-row.getNumber("x2"), row.getNumber("s2"), "s2");
        }
    }

    @Test
    @DisplayName("gaussian-score: p and s = -x at 500 points on [-4, 4]")
    void gaussianScore() {
        Table curve = table("gaussian-score", "curve");
        for (Row row : curve) {
            double x = -4 + 8.0 / 499 * row.getRowNumber();
            assertClose(x, row.getNumber("x"), "x");
            assertClose(Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI), row.getNumber("p"), "p");
            assertClose(-x, row.getNumber("score"), "score");
        }
    }

    @ParameterizedTest(name = "seed {0}: the chains of langevin-1d, langevin-2d, langevin-gaussian and bimodal-sampling are PyTorch''s, to 1e-3")
    @ValueSource(ints = {42, 7, 2025})
    void chains(int seed) {
        JsonNode reference = json(ROOT.resolve("tests/data/pytorch-seed-" + seed + ".json"));
        var line = table("langevin-1d", "trajectory", "--solution", "--seed", "" + seed).numberColumn("x");
        reference.get("langevin-1d").get("at").fields().forEachRemaining(at ->
                assertEquals(at.getValue().asDouble(), line.getDouble(Integer.parseInt(at.getKey())), CHAIN, "step " + at.getKey()));

        for (String lesson : List.of("langevin-2d", "langevin-gaussian", "bimodal-sampling")) {
            String[] options = EXERCISES.contains(lesson) ? new String[] {"--solution", "--seed", "" + seed} : new String[] {"--seed", "" + seed};
            JsonNode expected = reference.get(lesson);
            Table samples = table(lesson, "samples", options);
            rows(expected.get("final_first3"), samples, lesson + " ends");
            for (int column = 0; column < 2; column++) {
                var values = samples.numberColumn("x" + (column + 1));
                assertEquals(expected.get("mean").get(column).asDouble(), values.mean(), CHAIN, lesson);
                assertEquals(expected.get("std").get(column).asDouble(), values.standardDeviation(), CHAIN, lesson);
            }
            if (lesson.equals("bimodal-sampling")) {
                assertEquals(expected.get("right_half").asInt(), samples.numberColumn("x1").isGreaterThan(0).size());
            } else {
                rows(expected.get("initial_first3"), table(lesson, "trajectories", options), lesson + " starts"); // step 0: chain after chain
            }
        }
    }

    @Test
    @DisplayName("bimodal-sampling: the field is PyTorch's")
    void bimodalField() {
        Table field = table("bimodal-sampling", "field");
        json(ROOT.resolve("tests/data/pytorch-seed-42.json")).get("bimodal-field").get("rows").fields().forEachRemaining(entry -> {
            Row row = field.row(Integer.parseInt(entry.getKey()));
            for (int i = 0; i < 2; i++) {
                assertClose(entry.getValue().get("x").get(i).asDouble(), row.getNumber("x" + (i + 1)), entry.getKey());
                assertClose(entry.getValue().get("s").get(i).asDouble(), row.getNumber("s" + (i + 1)), entry.getKey());
            }
        });
    }

    @ParameterizedTest(name = "seed {0}: the first, second, middle and last frame of langevin-animation are PyTorch''s, to 1e-3")
    @ValueSource(ints = {42, 7, 2025})
    void frames(int seed) {
        JsonNode expected = json(ROOT.resolve("tests/data/pytorch-seed-" + seed + ".json")).get("langevin-animation");
        Table frames = table("langevin-animation", "frames", "--seed", "" + seed);
        assertEquals(expected.get("frames").asInt(), frames.intColumn("step").countUnique());
        int[] steps = {0, 1, 99, 199};
        List<String> names = List.of("frame0_first3", "frame1_first3", "frame50_first3", "last_first3");
        for (int k = 0; k < steps.length; k++) {
            Table frame = frames.where(frames.intColumn("step").isEqualTo(steps[k]));
            assertEquals(300, frame.rowCount());
            rows(expected.get(names.get(k)), frame, names.get(k));
        }
    }

    private static Table table(String lesson, String name, String... options) {
        var all = Stream.concat(Stream.of("--data"), Stream.of(options)).toArray(String[]::new);
        return Table.read().csv(once(lesson, all).out().resolve("data").resolve(lesson + "." + name + ".csv").toFile());
    }

    private static void rows(JsonNode expected, Table actual, String where) {
        for (int row = 0; row < expected.size(); row++) {
            for (int column = 0; column < 2; column++) {
                assertEquals(expected.get(row).get(column).asDouble(), actual.numberColumn("x" + (column + 1)).getDouble(row), CHAIN, where);
            }
        }
    }

    /** Absolute below 1, relative above: what float32 carries. */
    private static void assertClose(double expected, double actual, String where) {
        assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), where);
    }
}
