package lib.sampling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.util.NativeResource;
import lib.score.Shapes;

/**
 * The first step of a run, taken with open eyes: what the sampler trusts its score and noise with for all later steps
 * is looked at here, where a look costs one step among many. The numbers are those of a step like the others.
 */
final class FirstStep implements AutoCloseable {

    private final Langevin chain;
    private NDArray given;  // what the score returned
    private NDArray copy;   // and what it held then

    FirstStep(Langevin chain) {
        this.chain = chain;
    }

    /** The same chain, with a score and a noise that are looked at. */
    Langevin watched() {
        return new Langevin(this::score, chain.stepSize(), this::noise, chain.observer());
    }

    private NDArray score(NDArray x) {
        NDArray y = x.duplicate();
        NDArray s = chain.score().at(y);
        require(x, s, s == y, "score");
        if (differ(x, y)) {
            throw new IllegalArgumentException(
                    "the score changes the array x that it is given: in-place operations such as subi"
                    + " or muli move the chain itself. Use sub, mul and the like, which return new arrays.");
        }
        DivergenceCause.bad(s).findFirst().ifPresent(k -> {
            throw stopped(DivergenceCause.score(chain.score(), x, s, k));
        });
        given = s;
        copy = s.duplicate();
        NDScope.unregister(copy); // it outlives the step
        s.addi(1);
        boolean view = differ(x, y);
        restore();
        if (view) {
            throw new IllegalArgumentException(
                    "the score is a view of x, on the same memory, as reshape and get give one, and"
                    + " the sampler overwrites what the score returns. Return a new array: .duplicate() makes one.");
        }
        return s;
    }

    private NDArray noise(NDArray x) {
        NDArray e = chain.noise().like(x);
        require(x, e, e == x, "noise");
        if (DivergenceCause.bad(e).findFirst().isPresent()) {
            throw stopped("The cause is the noise, which is not finite.");
        }
        return e;
    }

    /** After the step, when all that it made is freed: a score that is still there is one that somebody keeps. */
    void done() {
        if (given instanceof NativeResource<?> resource && !resource.isReleased()) {
            restore();
            throw new IllegalArgumentException(
                    "the score returns an array that it keeps, and the sampler overwrites what the score"
                    + " returns: from the second step on it would be another score. Return a new array: .duplicate()"
                    + " makes one.");
        }
    }

    private void restore() {
        given.subi(given).addi(copy);
    }

    private DivergedException stopped(String cause) {
        return new DivergedException("The chain stops at its first step. " + cause, 1, chain.stepSize(), Double.NaN,
                2 / chain.score().largestCurvature());
    }

    private static boolean differ(NDArray x, NDArray y) {
        return DivergenceGuard.largest(x.sub(y)) != 0;
    }

    private static void require(NDArray x, NDArray made, boolean same, String what) {
        if (same) {
            throw new IllegalArgumentException("the %s is the array x itself; give a new array, x.duplicate()"
                    .formatted(what));
        }
        Shapes.requireSame(x, made, what);
    }

    @Override
    public void close() {
        if (copy != null) {
            copy.close();
        }
    }
}
