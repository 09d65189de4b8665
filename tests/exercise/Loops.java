package tests.exercise;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import lib.exercise.Chain;
import lib.exercise.Loop;
import lib.sampling.Noise;
import lib.score.Score;

/** The loop around an update, in two styles. Trajectories keep the first five points. */
final class Loops {

    private Loops() {}

    /** A step that makes new arrays: (x, s, randn, η) to the next x. */
    interface Update {
        NDArray next(NDArray x, Score s, Noise randn, double eta);
    }

    /** A step that writes into x. */
    interface Write {
        void on(NDArray x, Score s, Noise randn, double eta);
    }

    static Loop fresh(Update update) {
        return (s, randn, x0, steps, eta) -> {
            NDArray x = x0.duplicate();
            List<NDArray> trajectory = new ArrayList<>();
            trajectory.add(first(x));
            for (int t = 0; t < steps; t++) {
                x = update.next(x, s, randn, eta);
                trajectory.add(first(x));
            }
            return new Chain(x, trajectory);
        };
    }

    static Loop inPlace(Write write) {
        return (s, randn, x0, steps, eta) -> {
            NDArray x = x0.duplicate();
            NDArray[] path = new NDArray[steps + 1];
            path[0] = first(x);
            for (int t = 1; t <= steps; t++) {
                write.on(x, s, randn, eta);
                path[t] = first(x);
            }
            return new Chain(x, List.of(path));
        };
    }

    /** The same loop with noise from elsewhere. */
    static Loop with(Noises noises, Loop loop) {
        return (s, randn, x0, steps, eta) -> loop.run(s, noises.source(randn), x0, steps, eta);
    }

    static NDArray first(NDArray x) {
        return x.get(":5").duplicate();
    }

    static double root(double eta) {
        return Math.sqrt(2 * eta);
    }
}
