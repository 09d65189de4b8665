package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The lessons' tables against PyTorch's own numbers and the closed forms, to 1e-5. */
@DisplayName("Tables against PyTorch")
class ReferenceTest {

    private static final double TOLERANCE = 1e-5;

    @TempDir
    static Path out;

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

    @Test
    @DisplayName("langevin-gaussian and bimodal-sampling: starts, ends, means and deviations of PyTorch at seed 42, to 1e-3")
    void chains() {
        for (String lesson : List.of("langevin-gaussian", "bimodal-sampling")) {
            JsonNode expected = json(ROOT.resolve("tests/data/pytorch-seed-42.json")).get(lesson);
            Table samples = table(lesson, "samples");
            for (int column = 0; column < 2; column++) {
                var values = samples.numberColumn("x" + (column + 1));
                for (int row = 0; row < 3; row++) {
                    assertEquals(expected.get("final_first3").get(row).get(column).asDouble(), values.getDouble(row), 1e-3, lesson);
                }
                assertEquals(expected.get("mean").get(column).asDouble(), values.mean(), 1e-3, lesson);
                assertEquals(expected.get("std").get(column).asDouble(), values.standardDeviation(), 1e-3, lesson);
            }
        }
        JsonNode starts = json(ROOT.resolve("tests/data/pytorch-seed-42.json")).get("langevin-gaussian").get("initial_first3");
        Table walks = table("langevin-gaussian", "trajectories");
        for (int chain = 0; chain < 3; chain++) {
            assertEquals(starts.get(chain).get(0).asDouble(), walks.numberColumn("x1").getDouble(chain), 1e-3);
            assertEquals(starts.get(chain).get(1).asDouble(), walks.numberColumn("x2").getDouble(chain), 1e-3);
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

    @Test
    @DisplayName("langevin-animation: PyTorch's points in the first, second, middle and last frame at seed 42, to 1e-3")
    void frames() {
        JsonNode expected = json(ROOT.resolve("tests/data/pytorch-seed-42.json")).get("langevin-animation");
        Table frames = table("langevin-animation", "frames");
        int[] steps = {0, 1, 99, 199};
        String[] names = {"frame0_first3", "frame1_first3", "frame50_first3", "last_first3"};
        for (int k = 0; k < steps.length; k++) {
            Table frame = frames.where(frames.intColumn("step").isEqualTo(steps[k]));
            assertEquals(300, frame.rowCount());
            for (int point = 0; point < 3; point++) {
                for (int column = 0; column < 2; column++) {
                    assertEquals(expected.get(names[k]).get(point).get(column).asDouble(), frame.numberColumn("x" + (column + 1)).getDouble(point), 1e-3, names[k]);
                }
            }
        }
        assertEquals(expected.get("frames").asInt(), frames.intColumn("step").countUnique());
    }

    private static Table table(String lesson, String name) {
        var result = jbang(lesson, "--no-open", "--data", "--out", out.toString());
        assertEquals(0, result.status(), result.both());
        return Table.read().csv(out.resolve("data").resolve(lesson + "." + name + ".csv").toFile());
    }

    /** Absolute below 1, relative above: what float32 carries. */
    private static void assertClose(double expected, double actual, String where) {
        assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), where);
    }
}
