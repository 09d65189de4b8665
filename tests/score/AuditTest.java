package tests.score;

import static org.junit.jupiter.api.Assertions.*;
import static tests.score.Tensors.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import lib.score.*;
import org.junit.jupiter.api.*;

/** What people hand over as an energy, and is none: found at the first call, and named. What is one is never refused. */
@DisplayName("A score by autograd: what its first call finds out")
class AuditTest {

    private static final int[] COLUMNS = {1};

    private final NDManager nd = manager();

    @AfterEach
    void free() {
        nd.close();
    }

    @Test
    @DisplayName("a graph that is cut in part, by toType or duplicate, for one point and for many")
    void cutInPart() {
        Energy typed = x -> x.toType(DataType.FLOAT64, false).square().sum(COLUMNS).toType(DataType.FLOAT32, false).add(x.get(":, 0"));
        LogDensity copied = x -> x.duplicate().square().sum(COLUMNS).add(x.get(":, 0")).neg();
        for (NDArray x : new NDArray[] {nd.ones(new Shape(1, 2)), nd.ones(new Shape(1000, 2))}) {
            refused(typed.score(), x, "At x = (1, 1) the energy changes by 3.000 per unit of x1, and autograd says 1.000", "duplicate, toType");
            refused(copied.score(), x, "At x = (1, 1) the log density changes by -3.000 per unit of x1, and autograd says -1.000");
        }
    }

    @Test
    @DisplayName("rows that see each other: (n) + (n, 1), a mean over the batch")
    void mixedRows() {
        Energy broadcast = x -> x.get(":, 0").add(x.get(":, 1:2")).square().sum(COLUMNS);
        Energy centred = x -> x.sub(x.mean(new int[] {0})).square().sum(COLUMNS);
        refused(broadcast.score(), nd.create(new float[][] {{1, 0}, {0, 5}}), "at x = (1, 0) it is (-2, -2) alone, and (-14, -2) among 2", "(n) + (n, 1)");
        refused(broadcast.score(), nd.create(new float[][] {{1, 0}}), "depends on the other points");
        refused(centred.score(), nd.create(new float[][] {{1, 0}, {0, 5}, {3, 3}}), "depends on the other points");
    }

    @Test
    @DisplayName("outside the support the score is NaN, whatever the derivative of the formula is there; inside not a bit is changed")
    void outsideTheSupport() {
        Energy gamma = x -> x.sub(x.log()).sum(COLUMNS);                                        // Gamma(2, 1), x > 0
        Energy wall = x -> NDArrays.where(x.gt(0), x, x.zerosLike().add(Float.POSITIVE_INFINITY)).sum(COLUMNS);
        NDArray x = nd.create(new float[][] {{0.5f}, {-5}, {2}});
        for (Score s : new Score[] {gamma.score(), Score.ofLogDensity(y -> gamma.at(y).neg()), wall.score()}) {
            float[] score = s.at(x).toFloatArray();
            assertTrue(Float.isNaN(score[1]), "at -5");
            assertTrue(Float.isFinite(score[0]) && Float.isFinite(score[2]));
        }
        assertArrayEquals(new float[] {1, Float.NaN, -0.5f}, gamma.score().at(x).toFloatArray());
    }

    @Test
    @DisplayName("kinks, poles, large constants, random numbers, one row's parameters: no right energy is refused")
    void nothingRightIsRefused() {
        NDArray perRow = nd.randomUniform(1, 2, new Shape(50));
        Energy[] right = {
            x -> Activation.relu(x).add(x.square().div(2)).sum(COLUMNS),
            x -> x.abs().sum(COLUMNS),
            x -> x.maximum(0).add(x.square()).sum(COLUMNS),
            x -> x.square().sum(COLUMNS).add(1e6),
            x -> x.square().add(1e5).sub(1e5).sum(COLUMNS),
            x -> x.square().sum(COLUMNS).add(1e-3).log(),
            x -> x.square().sum(COLUMNS).mul(1e8),
            x -> x.square().sum(COLUMNS).mul(1e-12),
            x -> x.mul(40).sin().sum(COLUMNS),
            x -> x.div(1e-3).square().sum(COLUMNS).neg().exp().neg(),
            x -> x.square().sum(COLUMNS).mul(x.getManager().randomUniform(0.5f, 1.5f, new Shape(1))), // a minibatch, say
            x -> x.square().sum(COLUMNS).mul(perRow.toType(x.getDataType(), false)),
            x -> NDArrays.where(x.gt(0), x.square(), x.square().mul(3)).sum(COLUMNS),
            x -> x.zerosLike().add(x.mul(0)).sum(COLUMNS),
        };
        NDArray[] starts = {nd.zeros(new Shape(50, 2)), nd.ones(new Shape(50, 2)), nd.randomNormal(new Shape(50, 2)).mul(4), nd.randomNormal(new Shape(50, 2)).mul(1e-3),
            nd.randomNormal(new Shape(50, 2)).mul(1e3), nd.randomNormal(new Shape(50, 40)), nd.randomNormal(new Shape(50, 1))};
        for (int k = 0; k < right.length; k++) {
            for (NDArray x : starts) {
                int which = k;
                assertDoesNotThrow(() -> right[which].score().at(x), "energy " + k + " at " + x.getShape());
                assertDoesNotThrow(() -> right[which].score().at(x.toType(DataType.FLOAT64, false)), "energy " + k + " in float64");
            }
        }
    }

    @Test
    @DisplayName("what DJL does not have, what was freed, what has no second derivative: in our words")
    void ourWords() {
        NDArray x = nd.ones(new Shape(2, 2));
        refused(((Energy) y -> y.asinh().sum(COLUMNS)).score(), x, "no asinh", "log(x + sqrt(x² + 1))");
        refused(((Energy) y -> y.tile(0, 2).sum(COLUMNS)).score(), x, "no tile", "broadcast");
        Score inner = new DoubleWell().score();
        refused(((Energy) y -> inner.at(y).square().sum(COLUMNS)).score(), x, "no second derivatives");
        refused(((Energy) y -> y.duplicate().sum(COLUMNS)).score(), x, "duplicate, toType and toDevice cut the graph");
        NDArray[] kept = new NDArray[1];
        Score keeps = ((Energy) y -> {
            kept[0] = kept[0] == null ? y.getManager().create(new float[] {2, 3}) : kept[0];
            return y.sub(kept[0]).square().sum(COLUMNS);
        }).score();
        var error = assertThrows(IllegalStateException.class, () -> {
            keeps.at(x);
            keeps.at(x);
        });
        assertTrue(error.getMessage().contains("make arrays that it keeps outside"), error.getMessage());
    }

    private static void refused(Score score, NDArray x, String... parts) {
        var error = assertThrows(IllegalArgumentException.class, () -> score.at(x));
        for (String part : parts) {
            assertTrue(error.getMessage().contains(part), error.getMessage());
        }
    }
}
