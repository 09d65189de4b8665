package lib.sampling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.stream.IntStream;
import lib.score.Autograd;
import lib.score.Score;
import lib.score.Shapes;

/** Why a chain is no finite number any more: the score, the noise or the step, and where. */
record DivergenceCause(Langevin chain, double largestStable) {

    private static final int ROWS = 64; // chains that are followed once more
    private static final String SEEN = " (Seen when the last steps were taken again.)";

    /**
     * Follows the chains that went wrong from where they were last well, with other noise, until one goes wrong again.
     *
     * @param from the points at the last good look, shape (n, d)
     * @param step the step of that look
     * @param now the points that are not finite, shape (n, d)
     */
    String of(NDArray from, int step, NDArray now) {
        try (var temporaries = new NDScope()) {
            temporaries.suppressNotUsedWarning();
            NDArray x = from.get(from.getManager().create(bad(now).limit(ROWS).toArray()));
            for (int t = step + 1; t <= step + 4 * DivergenceGuard.EVERY; t++) {
                NDArray s = chain.score().at(x.duplicate());
                var bad = bad(s).findFirst();
                if (bad.isPresent()) {
                    return score(chain.score(), x, s, bad.getAsInt()) + SEEN;
                }
                NDArray e = chain.noise().like(x);
                if (bad(e).findFirst().isPresent()) {
                    return "The cause is the noise, which is not finite." + SEEN;
                }
                NDArray next = chain.step(x, e);
                if (bad(next).findFirst().isPresent()) {
                    return remedy();
                }
                x = next;
            }
        } catch (RuntimeException e) {
            return remedy(); // the score or the noise cannot be had for some of the chains
        }
        return remedy();
    }

    /** A score that is not finite at row k, and what that says of the energy. */
    static String score(Score score, NDArray x, NDArray s, int k) {
        String text = "The cause is the score, not the step size: at x = %s it is %s.".formatted(row(x, k), row(s, k));
        if (!(score instanceof Autograd gradient)) {
            return text;
        }
        double value = gradient.valueAt(x.get(new NDIndex(k + ":" + (k + 1))));
        return text + (Double.isFinite(value)
                ? " The %s is %s there and has no gradient: a square root at 0, say, or one in the branch of where"
                        .formatted(gradient.what(), DivergedException.number(value)) + " that is not taken."
                : " The %s is %s there: the point is outside the support of the density, or a number left the range of"
                        .formatted(gradient.what(), value) + " its type.");
    }

    private String remedy() {
        if (Double.isNaN(largestStable)) {
            return "Take a smaller step size, a tenth of it for a start.";
        }
        return chain.stepSize() < largestStable
                ? "Step sizes below %s are stable for this score, so look at the score and at where the chain starts."
                        .formatted(DivergedException.number(largestStable))
                : "Step sizes below %s (2 / largest curvature) are stable for this score."
                        .formatted(DivergedException.number(largestStable));
    }

    /** The rows that hold a number that is not finite. */
    static IntStream bad(NDArray x) {
        if (Double.isFinite(DivergenceGuard.largest(x))) {
            return IntStream.empty();
        }
        double[] numbers = Shapes.numbers(x);
        int d = (int) x.getShape().get(1);
        return IntStream.range(0, numbers.length / d)
                .filter(k -> IntStream.range(0, d).anyMatch(j -> !Double.isFinite(numbers[k * d + j])));
    }

    /**
     * Whether the score of the point farthest out leads outward, and at twice the distance at least as much in
     * proportion. A chain on its way to a target that lies far off fails the second.
     */
    static boolean leadsOutward(Score score, NDArray x) {
        try (var temporaries = new NDScope()) {
            temporaries.suppressNotUsedWarning();
            NDArray far = x.mul(2);
            double here = pull(x, score.at(x.duplicate()));
            double there = pull(far, score.at(far.duplicate()));
            return here > 0 && there >= 0.9 * here;
        }
    }

    /** max over the points of s·x/|x|², the rate at which the score moves a point outward. */
    private static double pull(NDArray x, NDArray s) {
        int[] columns = {1};
        NDArray rate = s.mul(x).sum(columns).div(x.square().sum(columns).add(1e-30));
        return rate.max().toType(DataType.FLOAT32, false).getFloat();
    }

    private static String row(NDArray x, int k) {
        return Shapes.text(Shapes.numbers(x.get(new NDIndex(k + ":" + (k + 1)))));
    }
}
