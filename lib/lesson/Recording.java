package lib.lesson;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import lib.sampling.Observer;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * An observer that keeps the first chains of a run in d dimensions, at chosen steps, as rows step, chain, x1, ..., xd.
 */
public final class Recording implements Observer {

    private static final long MOST = 20_000_000; // numbers: 80 MB as columns

    private final int chains;
    private final IntPredicate steps;
    private final IntColumn step = IntColumn.create("step");
    private final IntColumn chain = IntColumn.create("chain");
    private final List<FloatColumn> x = new ArrayList<>(); // one a dimension, once the first points are seen

    /** Keeps the first {@code chains} chains at the steps that {@code steps} accepts; step 0 is the start. */
    public Recording(int chains, IntPredicate steps) {
        this.chains = chains;
        this.steps = steps;
    }

    @Override
    public boolean wants(int t) {
        return steps.test(t);
    }

    /**
     * Keeps the points of a step.
     *
     * @param points shape (n, d), with one d for the whole recording
     * @throws IllegalArgumentException for another shape, or where there is no room for more: twenty million numbers
     */
    @Override
    public void after(int t, NDArray points) {
        if (!wants(t)) {
            return;
        }
        if (points.getShape().dimension() != 2 || !x.isEmpty() && x.size() != points.getShape().get(1)) {
            throw new IllegalArgumentException("a recording of points of shape (n, %s) cannot keep %s"
                    .formatted(x.isEmpty() ? "d" : x.size(), points.getShape()));
        }
        int d = (int) points.getShape().get(1);
        int kept = (int) Math.min(chains, points.getShape().get(0));
        if ((step.size() + (long) kept) * d > MOST) {
            throw new IllegalArgumentException("a recording has room for %s numbers: keep fewer chains or fewer steps"
                    .formatted(MOST));
        }
        for (int i = x.size(); i < d; i++) {
            x.add(FloatColumn.create("x" + (i + 1)));
        }
        try (NDArray first = points.get(new NDIndex(":" + kept));
                NDArray narrow = first.toType(DataType.FLOAT32, true)) {
            float[] values = narrow.toFloatArray(); // (kept, d), row after row
            for (int k = 0; k < kept; k++) {
                step.append(t);
                chain.append(k);
                for (int i = 0; i < d; i++) {
                    x.get(i).append(values[d * k + i]);
                }
            }
        }
    }

    /** What was kept, a row for each step and chain. */
    public Table table(String name) {
        return Table.create(name, step, chain).addColumns(x.toArray(FloatColumn[]::new));
    }

    /** The way of one chain, in the order of the steps. */
    public Table path(int k) {
        return table("chain " + k).where(chain.isEqualTo(k));
    }
}
