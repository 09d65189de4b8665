package lib.exercise;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import lib.sampling.Noise;
import lib.score.Score;

/** A solution of {@code langevin-1d}. It differs from the script in three lines; there are others as good. */
final class Langevin1dSolution {

    private Langevin1dSolution() {}

    static Chain langevin(Score s, Noise randn, NDArray x0, int steps, double eta) {
        NDArray x = x0.duplicate();
        List<NDArray> trajectory = new ArrayList<>();
        trajectory.add(x.duplicate());

        for (int t = 0; t < steps; t++) {
            // xₜ₊₁ = xₜ + η s(xₜ) + √(2η) ε,   ε ~ N(0, I)
            NDArray score = s.at(x);
            NDArray noise = randn.like(x);
            x = x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2 * eta)));

            trajectory.add(x.duplicate());
        }
        return new Chain(x, trajectory);
    }
}
