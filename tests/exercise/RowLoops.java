package tests.exercise;

import static tests.exercise.Loops.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lib.exercise.Chain;
import lib.exercise.Loop;
import lib.sampling.Noise;
import lib.score.Score;

/** The right update for points in the plane, taken in parts: each part asks for its own score and draws its own noise. */
final class RowLoops {

    private RowLoops() {}

    static void addTo(Map<String, Loop> loops) {
        loops.put("point by point", fresh((x, s, randn, eta) -> each(x, 1, s, randn, eta)));
        loops.put("two halves", fresh((x, s, randn, eta) -> each(x, Math.max(1, (int) x.getShape().get(0) / 2), s, randn, eta)));
        loops.put("scores point by point, noise at once", fresh((x, s, randn, eta) -> {
            var scores = new NDList();
            for (int i = 0; i < x.getShape().get(0); i++) {
                scores.add(s.at(x.get(i + ":" + (i + 1))));
            }
            return x.add(NDArrays.concat(scores, 0).mul(eta)).add(randn.like(x).mul(root(eta)));
        }));
        loops.put("chain by chain", RowLoops::chains);
        loops.put("coordinate by coordinate", fresh((x, s, randn, eta) -> {
            NDArray next = x.duplicate();
            for (int j = 0; j < x.getShape().get(1); j++) {
                NDArray column = x.get(":, " + j + ":" + (j + 1));
                next.set(new NDIndex(":, " + j + ":" + (j + 1)), column.add(s.at(x).get(":, " + j + ":" + (j + 1)).mul(eta)).add(randn.like(column).mul(root(eta))));
            }
            return next;
        }));
        loops.put("the last point first", fresh((x, s, randn, eta) -> {
            int n = (int) x.getShape().get(0);
            NDArray[] next = new NDArray[n];
            for (int i = n - 1; i >= 0; i--) {
                next[i] = step(x.get(i + ":" + (i + 1)), s, randn, eta);
            }
            return NDArrays.concat(new NDList(next), 0);
        }));
    }

    private static NDArray step(NDArray x, Score s, Noise randn, double eta) {
        return x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta)));
    }

    private static NDArray each(NDArray x, int rows, Score s, Noise randn, double eta) {
        var parts = new NDList();
        for (int i = 0; i < x.getShape().get(0); i += rows) {
            parts.add(step(x.get(i + ":" + Math.min(i + rows, x.getShape().get(0))), s, randn, eta));
        }
        return NDArrays.concat(parts, 0);
    }

    /** One chain from start to end, then the next. */
    private static Chain chains(Score s, Noise randn, NDArray x0, int steps, double eta) {
        int n = (int) x0.getShape().get(0);
        NDArray[][] way = new NDArray[steps + 1][n];
        for (int i = 0; i < n; i++) {
            NDArray x = x0.get(i + ":" + (i + 1)).duplicate();
            way[0][i] = x;
            for (int t = 1; t <= steps; t++) {
                x = step(x, s, randn, eta);
                way[t][i] = x;
            }
        }
        List<NDArray> trajectory = new ArrayList<>();
        for (NDArray[] points : way) {
            trajectory.add(NDArrays.concat(new NDList(points), 0));
        }
        return new Chain(trajectory.get(steps), trajectory.stream().map(Loops::first).toList());
    }
}
