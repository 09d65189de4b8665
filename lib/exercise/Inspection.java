package lib.exercise;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What can be seen of a run before its numbers are understood: shapes, counts, copies. Exact, no statistics. */
final class Inspection {

    private Inspection() {}

    /** The first thing wrong with the form of a run. */
    static Optional<Finding> of(Run run) {
        if (run == null) {
            return found(Form.RETURNS_NULL, "");
        }
        Probe probe = run.probe();
        float[] x0 = probe.start();
        List<float[]> y = run.entries();
        Shape shape = new Shape(probe.points(), probe.dimensions());
        if (!run.shape().equals(shape)) {
            return found(Form.SHAPE_CHANGED, "x0 has shape %s, your final x %s.".formatted(shape, run.shape()));
        }
        for (Shape entry : run.shapes()) {
            if (!fits(entry, probe)) {
                return found(Form.SHAPE_CHANGED, "x0 has shape %s, an entry of your trajectory %s.".formatted(shape, entry));
            }
        }
        if (!Arrays.equals(run.start(), x0)) {
            return found(Form.X0_CHANGED, "");
        }
        for (int t = 0; t < y.size(); t++) {
            if (!finite(y.get(t))) {
                return found(Form.NOT_FINITE, "After step %s it is %s.".formatted(t, Arrays.toString(y.get(t))));
            }
        }
        return y.isEmpty() ? found(Form.START_MISSING, "It is empty.") : counts(run, x0, y);
    }

    private static Optional<Finding> counts(Run run, float[] x0, List<float[]> y) {
        int steps = run.probe().steps();
        int missing = steps + 1 - y.size();
        boolean moved = !Arrays.equals(run.end(), x0);
        if (steps > 1 && y.size() > 2 && allEqual(y.subList(1, y.size())) && (moved || asksElsewhere(run)) && !standsStill(run)) {
            return found(Form.ENTRIES_SHARED, "");
        }
        if (!starts(y.get(0), x0)) {
            return found(Form.START_MISSING, "It begins with %s.".formatted(Arrays.toString(y.get(0))));
        }
        if (y.size() == 1 && moved) {
            return found(Form.NOT_RECORDED, "");
        }
        if (missing != 0) {
            return found(missing > 0 ? Form.ONE_STEP_TOO_FEW : Form.ONE_STEP_TOO_MANY,
                    "Asked for %s steps, it recorded %s.".formatted(steps, y.size() - 1));
        }
        if (!moved) {
            return found(allEqual(y) ? Form.NOTHING_MOVES : Form.RETURNS_START, "");
        }
        if (!starts(y.get(steps), run.end())) {
            return found(Form.END_DIFFERS, "");
        }
        return Optional.empty();
    }

    /**
     * Whether the first or the last step does nothing, and all others do something. Asked only of a loop that is wrong.
     */
    static boolean stands(Run run) {
        List<float[]> y = run.entries();
        int last = y.size() - 2;
        long still = IntStream.rangeClosed(0, last).filter(t -> Arrays.equals(y.get(t), y.get(t + 1))).count();
        return still == 1 && (Arrays.equals(y.get(0), y.get(1)) || Arrays.equals(y.get(last), y.get(last + 1)));
    }

    private static Optional<Finding> found(Form form, String detail) {
        return Optional.of(new Finding(form, detail));
    }

    /** All points, or the first few of them. On a line a single number may come in any shape. */
    private static boolean fits(Shape entry, Probe probe) {
        if (probe.points() * probe.dimensions() == 1) {
            return entry.size() == 1;
        }
        return entry.dimension() == 2 && entry.get(1) == probe.dimensions()
                && entry.get(0) >= Math.min(5, probe.points()) && entry.get(0) <= probe.points();
    }

    private static boolean starts(float[] part, float[] whole) {
        return Arrays.equals(part, Arrays.copyOf(whole, part.length));
    }

    private static boolean asksElsewhere(Run run) {
        return !allEqual(run.asked());
    }

    /** Whether the score was asked for where the entries are: then x itself did not move after the first step. */
    private static boolean standsStill(Run run) {
        List<float[]> asked = run.asked();
        return asked.size() > 2 && allEqual(asked.subList(1, asked.size())) && starts(run.entries().get(1), asked.get(1));
    }

    private static boolean allEqual(List<float[]> arrays) {
        return arrays.stream().allMatch(array -> Arrays.equals(array, arrays.get(0)));
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
