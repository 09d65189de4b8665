package lib.lesson;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.function.IntPredicate;
import lib.sampling.Observer;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** An observer that keeps the first chains of a run in two dimensions, at chosen steps, as rows step, chain, x1, x2. */
public final class Recording implements Observer {

    private final int chains;
    private final IntPredicate steps;
    private final IntColumn step = IntColumn.create("step");
    private final IntColumn chain = IntColumn.create("chain");
    private final FloatColumn x1 = FloatColumn.create("x1");
    private final FloatColumn x2 = FloatColumn.create("x2");

    /** Keeps the first {@code chains} chains at the steps that {@code steps} accepts; step 0 is the start. */
    public Recording(int chains, IntPredicate steps) {
        this.chains = chains;
        this.steps = steps;
    }

    @Override
    public boolean wants(int t) {
        return steps.test(t);
    }

    @Override
    public void after(int t, NDArray x) {
        if (!wants(t)) {
            return;
        }
        long kept = Math.min(chains, x.getShape().get(0));
        float[] values = x.get(new NDIndex(":" + kept)).toFloatArray(); // (kept, 2), row after row
        for (int k = 0; k < kept; k++) {
            step.append(t);
            chain.append(k);
            x1.append(values[2 * k]);
            x2.append(values[2 * k + 1]);
        }
    }

    /** What was kept, a row for each step and chain. */
    public Table table(String name) {
        return Table.create(name, step, chain, x1, x2);
    }

    /** The way of one chain, in the order of the steps. */
    public Table path(int k) {
        return Table.create("chain " + k, step, chain, x1, x2).where(chain.isEqualTo(k));
    }
}
