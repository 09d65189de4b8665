package tests.law;

import static org.junit.jupiter.api.Assertions.*;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import lib.law.Strides;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strides against chains that are run here, in Java: right ones, and wrong ones. */
@DisplayName("Strides of a chain")
class StridesTest {

    private final Random random = new Random(42);

    @ParameterizedTest(name = "η = {0}, {1} steps, {2} chains: a right chain is held, in 100 runs, and wrong ones are caught where the trial tells")
    @CsvSource({"0.01, 200, 300", "0.1, 60, 20", "0.5, 40, 10", "1, 7, 40", "1.5, 30, 5", "1.9, 50, 2", "0.01, 1, 1", "0.3, 30, 1"})
    void held(double eta, int steps, int n) {
        int caughtNoise = 0;
        int caughtPull = 0;
        int runs = 100;
        boolean noiseTells = false;
        boolean pullTells = false;
        try (NDManager nd = Engine.getEngine("PyTorch").newBaseManager()) {
            for (int run = 0; run < runs; run++) {
                Strides right = run(nd, eta, steps, n, 1, 1);
                assertFalse(right.noise(0.5 / (1 - eta / 2)).fails(), "noise, run " + run);
                assertFalse(right.pull(0.25).fails(), "pull, run " + run);
                noiseTells = right.noise(0.5 / (1 - eta / 2)).tells();
                pullTells = right.pull(0.25).tells();
                caughtNoise += run(nd, eta, steps, n, 1, Math.sqrt(0.5)).noise(0.5 / (1 - eta / 2)).fails() ? 1 : 0;
                caughtPull += run(nd, eta, steps, n, run % 2 == 0 ? 1.25 : 0.75, 1).pull(0.25).fails() ? 1 : 0;
            }
        }
        assertTrue(!noiseTells || caughtNoise >= 0.95 * runs, "noise of half the variance is caught " + caughtNoise + " times");
        assertTrue(!pullTells || caughtPull >= 0.95 * runs, "a pull off by a quarter is caught " + caughtPull + " times");
        if (n * steps > 10_000) {
            assertTrue(noiseTells && pullTells, "so many chains tell");
        }
    }

    /** A run whose pull is so many times the score, and whose noise is so many times √(2η). */
    private Strides run(NDManager nd, double eta, int steps, int n, double pull, double noise) {
        var strides = new Strides(eta, steps, 16, 1);
        float[] x = new float[2 * n];
        for (int i = 0; i < n; i++) {
            x[2 * i + 1] = 4 * (float) random.nextGaussian();
        }
        for (int t = 0; t <= steps; t++) {
            if (strides.wants(t)) {
                try (var rows = nd.create(x, new Shape(n, 2))) {
                    strides.after(t, rows);
                }
            }
            for (int i = 0; i < n; i++) {
                x[2 * i + 1] += (float) (-pull * eta * x[2 * i + 1] + noise * Math.sqrt(2 * eta) * random.nextGaussian());
            }
        }
        return strides;
    }
}
