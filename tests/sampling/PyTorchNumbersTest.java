package tests.sampling;

import static org.junit.jupiter.api.Assertions.*;
import static tests.sampling.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lib.sampling.Langevin;
import lib.score.*;
import org.junit.jupiter.api.*;

/** The notebook's five runs at seed 42, against what PyTorch gave: tests/data/pytorch-seed-42.json. */
@DisplayName("Langevin: PyTorch's numbers at seed 42")
class PyTorchNumbersTest {

    private static final double TOLERANCE = 1e-3;
    private static final Score MINUS_X = x -> x.neg();

    private final NDManager nd = manager(42);
    private final JsonNode reference = reference();

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("langevin-1d: one chain from 4, 1000 steps of 0.01")
    void oneDimension() {
        JsonNode at = reference.get("langevin-1d").get("at");
        int[] met = {0};
        NDArray x = Langevin.of(MINUS_X, 0.01).observe((step, y) -> {
            if (at.has("" + step)) {
                assertEquals(at.get("" + step).asDouble(), y.getFloat(0, 0), TOLERANCE, "step " + step);
                met[0]++;
            }
        }).run(nd.full(new Shape(1, 1), 4f), 1000);
        assertEquals(at.size(), met[0]);
        assertEquals(reference.get("langevin-1d").get("final").asDouble(), x.getFloat(0, 0), TOLERANCE);
    }

    @Test
    @DisplayName("langevin-2d: 200 chains from N(0, 9 I), 500 steps of 0.01")
    void twoDimensions() {
        NDArray x0 = nd.randomNormal(new Shape(200, 2)).mul(3);
        agree("langevin-2d", x0, Langevin.of(MINUS_X, 0.01).run(x0, 500));
    }

    @Test
    @DisplayName("langevin-gaussian: 500 chains from N(0, 16 I), 1000 steps of 0.01")
    void gaussian() {
        NDArray x0 = nd.randomNormal(new Shape(500, 2)).mul(4);
        agree("langevin-gaussian", x0, Langevin.of(Gaussian.standard(nd, 2).score(), 0.01).run(x0, 1000));
    }

    @Test
    @DisplayName("bimodal-sampling: 1000 chains from N(0, 16 I), 2000 steps of 0.005, the same number on the right")
    void bimodal() {
        NDArray x0 = nd.randomNormal(new Shape(1000, 2)).mul(4);
        NDArray x = Langevin.of(Mixture.twoModes(nd).score(), 0.005).run(x0, 2000);
        agree("bimodal-sampling", x0, x);
        assertEquals(reference.get("bimodal-sampling").get("right_half").asLong(), x.get(":, 0").gt(0).sum().getLong());
    }

    @Test
    @DisplayName("langevin-animation: 300 chains, 200 steps of 0.01; frames after steps 0, 1, 3, 5, ...")
    void animation() {
        JsonNode node = reference.get("langevin-animation");
        int[] frames = {0};
        NDArray x = Langevin.of(Mixture.twoModes(nd).score(), 0.01).observe((step, y) -> {
            if (step == 0 || step % 2 == 1) {
                JsonNode frame = node.get("frame" + frames[0]++ + "_first3");
                if (frame != null) {
                    rows(frame, y, "step " + step);
                }
            }
        }).run(nd.randomNormal(new Shape(300, 2)).mul(4), 200);
        assertEquals(node.get("frames").asInt(), frames[0]);
        assertEquals(new Shape(300, 2), x.getShape());
    }

    @Test
    @DisplayName("the mixture's score on the notebook's 20 x 20 grid")
    void field() {
        reference.get("bimodal-field").get("rows").forEach(row -> {
            float[] x = {(float) row.get("x").get(0).asDouble(), (float) row.get("x").get(1).asDouble()};
            float[] s = Mixture.twoModes(nd).score().at(nd.create(x).reshape(1, 2)).toFloatArray();
            for (int j = 0; j < 2; j++) {
                assertEquals(row.get("s").get(j).asDouble(), s[j], 4e-6); // the notebook's own exp() rounds to about 2e-6
            }
        });
    }

    private void agree(String section, NDArray x0, NDArray x) {
        JsonNode node = reference.get(section);
        rows(node.get("initial_first3"), x0, section + " start");
        rows(node.get("final_first3"), x, section + " end");
        for (int j = 0; j < 2; j++) {
            double[] values = column(x, j);
            double mean = mean(values);
            assertEquals(node.get("mean").get(j).asDouble(), mean, TOLERANCE, section + " mean");
            double sd = Math.sqrt(spread(mean, values) * values.length / (values.length - 1.0));
            assertEquals(node.get("std").get(j).asDouble(), sd, TOLERANCE, section + " std");
        }
    }

    private static void rows(JsonNode expected, NDArray x, String what) {
        for (int i = 0; i < expected.size(); i++) {
            for (int j = 0; j < 2; j++) {
                assertEquals(expected.get(i).get(j).asDouble(), x.getFloat(i, j), TOLERANCE, what + ", row " + i);
            }
        }
    }

    private static JsonNode reference() {
        try {
            return new ObjectMapper().readTree(Files.readString(file()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** tests/data, from the root of the workbook or any folder in it. */
    private static Path file() {
        Path data = Path.of("tests", "data", "pytorch-seed-42.json");
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(data))) {
                return folder.resolve(data);
            }
        }
        throw new IllegalStateException("tests run inside the workbook's folder; no " + data + " above " + Path.of("").toAbsolutePath());
    }
}
