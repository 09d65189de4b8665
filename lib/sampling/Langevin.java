package lib.sampling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Objects;
import lib.score.Score;
import lib.score.Shapes;
import lib.score.Temporaries;

/**
 * The unadjusted Langevin algorithm: xₜ₊₁ = xₜ + η s(xₜ) + √(2η) ε, ε ~ N(0, I).
 *
 * <p>Each row of x is a chain of its own. A finite η leaves a bias: on N(0, 1) the chain's variance settles at
 * 1 / (1 - η/2), and from η = 2 on it grows without end.
 *
 * <pre>{@code
 * NDArray samples = Langevin.of(x -> x.neg(), 0.01).run(nd.randomNormal(new Shape(500, 2)).mul(4), 1000);
 * }</pre>
 *
 * @param score s, from (n, d) to (n, d)
 * @param stepSize η, positive
 * @param noise ε
 * @param observer sees step 0, the start, and then every step
 * @see <a href="https://doi.org/10.2307/3318418">Roberts and Tweedie 1996</a>, section 1.4.1, for the algorithm and
 *     its name; <a href="https://www.stats.ox.ac.uk/~teh/research/compstats/WelTeh2011a.pdf">Welling and Teh 2011</a>,
 *     equation 3, which writes it with ε for 2η
 */
public record Langevin(Score score, double stepSize, Noise noise, Observer observer) {

    /** Refuses a step size that is not positive and finite. */
    public Langevin {
        Objects.requireNonNull(score, "a score");
        Objects.requireNonNull(noise, "noise");
        Objects.requireNonNull(observer, "an observer");
        if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a step size is a positive number, such as 0.01, not " + stepSize);
        }
    }

    /** Langevin dynamics with PyTorch's noise, not observed. */
    public static Langevin of(Score score, double stepSize) {
        return new Langevin(score, stepSize, Noise.pyTorch(), Observer.NONE);
    }

    /** The same with other noise. */
    public Langevin noise(Noise other) {
        return new Langevin(score, stepSize, other, observer);
    }

    /** The same, observed; an observer that is there already goes first. */
    public Langevin observe(Observer another) {
        return new Langevin(score, stepSize, noise, observer == Observer.NONE ? another : observer.and(another));
    }

    /**
     * One step of every chain. Pure: the next points follow from x and ε, which stay as they are.
     *
     * <pre>{@code
     * NDArray next = Langevin.of(x -> x.neg(), 0.01).step(x, x.getManager().randomNormal(x.getShape()));
     * }</pre>
     *
     * @param x where the chains are, shape (n, d), floating point
     * @param noise ε, a draw of N(0, I) of the shape of x
     * @return where they are one step later, a new array of shape (n, d)
     * @throws IllegalArgumentException for points that are not rows, and for a score or noise of another shape
     */
    public NDArray step(NDArray x, NDArray noise) {
        Shapes.require(x);
        Shapes.requireSame(x, noise, "noise");
        Number eta = Shapes.number(x, stepSize);
        Number sqrt2Eta = Shapes.number(x, Math.sqrt(2 * stepSize));
        return Temporaries.freed(() -> {
            NDArray s = score.at(x);
            Shapes.requireSame(x, s, "score");
            // xₜ₊₁ = xₜ + η s(xₜ) + √(2η) ε
            return x.add(s.mul(eta)).add(noise.mul(sqrt2Eta));
        });
    }

    /**
     * Runs the chains: {@link #step}, again and again, with a draw of noise each.
     *
     * <p>Steps are taken in place, in fewer calls. On a CPU their every bit is that of {@code step}; on a GPU a score
     * may know a shorter way ({@link Score#drift}), which rounds in another order.
     *
     * <p>What the score and the noise make is freed after each step. A score that keeps an array it makes during a call
     * takes it out of the scope: {@link NDScope#unregister(NDArray)}.
     *
     * @param x0 where the chains start, shape (n, d), floating point; not changed
     * @param steps how many steps, 0 or more
     * @return where they end, a new array of shape (n, d) of the manager of {@code x0}
     * @throws IllegalArgumentException for a start that is not rows of finite numbers, and, from the first step, for a
     *     score or noise of another shape, and for a score that changes x, is a view of it, or returns an array that it
     *     keeps
     * @throws DivergedException as soon as a number is seen not to be finite, with the score, the noise or the step as
     *     the cause, and where chains run away, as from an energy with the wrong sign
     */
    public NDArray run(NDArray x0, int steps) {
        requireStart(x0, steps);
        NDArray x = x0.duplicate();
        try (NDArray eta = scalar(stepSize, x0); NDArray sqrt2Eta = scalar(Math.sqrt(2 * stepSize), x0);
                var drift = score.drift(eta); var guard = new DivergenceGuard(this, x);
                var first = new FirstStep(this)) {
            show(0, x);
            for (int t = 1; t <= steps; t++) {
                if (t == 1) {
                    Langevin watched = first.watched();
                    watched.move(x, watched.score.drift(eta), sqrt2Eta);
                    first.done();
                } else {
                    move(x, drift, sqrt2Eta);
                }
                guard.after(t, x, t == steps);
                show(t, x);
            }
            return x;
        } catch (RuntimeException | Error e) {
            x.close();
            throw e;
        }
    }

    /** {@link #step} in place: what a run takes, since it allocates little and passes over the chains less often. */
    private void move(NDArray x, Score.Drift drift, NDArray sqrt2Eta) {
        try (var temporaries = new NDScope()) {
            temporaries.suppressNotUsedWarning();
            drift.move(x);                                                          // xₜ + η s(xₜ)
            x.addi(noise.scaled(x, Math.sqrt(2 * stepSize), sqrt2Eta));             // + √(2η) ε
        }
    }

    private void show(int step, NDArray x) {
        if (observer.wants(step)) {
            LentPoints points = LentPoints.of(x, step);
            try {
                observer.after(step, points);
            } finally {
                points.giveBack();
            }
        }
    }

    private static void requireStart(NDArray x0, int steps) {
        Shapes.require(x0);
        Shape shape = x0.getShape();
        if (shape.size() == 0) {
            throw new IllegalArgumentException("x0 has shape %s: there is no chain to run; take at least one"
                    .formatted(shape));
        }
        if (!x0.getDataType().isFloating()) {
            throw new IllegalArgumentException(
                    "x0 holds %s; chains move by fractions: x0.toType(DataType.FLOAT32, false)"
                    .formatted(x0.getDataType()));
        }
        if (steps < 0) {
            throw new IllegalArgumentException("the number of steps is 0 or more, not " + steps);
        }
        if (!Double.isFinite(DivergenceGuard.largest(x0))) {
            throw new IllegalArgumentException("x0 holds a number that is not finite");
        }
    }

    /** A number as an array on the device of x, made once a run: each {@code muli(0.01)} would make one. */
    private static NDArray scalar(double value, NDArray x) {
        NDManager nd = x.getManager();
        return x.getDataType() == DataType.FLOAT64 ? nd.create(value) : nd.create((float) value);
    }
}
