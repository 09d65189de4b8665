package lib.exercise;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import lib.lesson.Columns;
import lib.sampling.Observer;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;

/** A trajectory as rows, and as an observer sees it. */
public final class Paths {

    private static final int FIRST = 5;

    private Paths() {}

    /** All entries one below the other, at most the first five points of each: (steps + 1) · k rows, step slowest. */
    public static NDArray of(Chain chain) {
        var rows = new NDList();
        for (NDArray entry : chain.trajectory()) {
            rows.add(entry.getShape().dimension() == 2 ? entry.get(":" + FIRST) : entry.reshape(1, -1));
        }
        return ai.djl.ndarray.NDArrays.concat(rows, 0);
    }

    /** The columns step and chain beside {@link #of}. */
    public static Columns stepAndChain(Chain chain) {
        NDManager nd = chain.x().getManager();
        int k = (int) Math.min(FIRST, chain.x().getShape().get(0));
        int entries = chain.trajectory().size();
        float[] step = new float[entries * k];
        float[] number = new float[entries * k];
        for (int row = 0; row < step.length; row++) {
            step[row] = row / k;
            number[row] = row % k;
        }
        return new Columns(List.of(
                Columns.of(nd.create(step), "step").columns().get(0), Columns.of(nd.create(number), "chain").columns().get(0)));
    }

    /** A table of trajectories, one table a chain. */
    public static List<Table> each(Table trajectories) {
        FloatColumn chain = (FloatColumn) trajectories.column("chain");
        int k = (int) chain.max() + 1;
        return IntStream.range(0, k).mapToObj(i -> trajectories.where(chain.isEqualTo(i))).toList();
    }

    /** Shows a trajectory to an observer, as if it saw the chain run. */
    public static <O extends Observer> O seen(Chain chain, O observer) {
        for (int step = 0; step < chain.trajectory().size(); step++) {
            NDArray entry = chain.trajectory().get(step);
            observer.after(step, entry.getShape().dimension() == 2 ? entry : entry.reshape(1, -1));
        }
        return observer;
    }
}
