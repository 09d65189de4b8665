package lib.exercise;

import static lib.exercise.Slip.number;

import java.util.function.DoubleFunction;

/** Loops whose form is wrong, whatever their coefficients: seen without statistics, but for the shape of the noise. */
public enum Form implements Slip {

    RETURNS_NULL(Spot.RETURN, "Your loop returns null where an array belongs.",
            eta -> "Return the last points and the list of all points, as the script does to begin with."),
    SHAPE_CHANGED(Spot.UPDATE, "The shape of x changes on the way.",
            eta -> "x keeps the shape of x0, (n, d): one row a point. An operand of another shape stretches it without a word."),
    NOT_FINITE(Spot.UPDATE, "x stops being a number.",
            eta -> "Something divides by zero, takes the root of a negative number, or grows past what float32 holds."),
    X0_CHANGED(Spot.COPY, "Your loop changes x0, the array it was given.",
            eta -> "The caller still needs its start. Work on a copy; methods whose names end in i, like addi, write into their array."),
    ENTRIES_SHARED(Spot.RECORD, "The entries of your trajectory are one and the same array.",
            eta -> "An array is written over in every step, and the list holds it many times: the whole path shows its end. Each entry needs a copy of its own."),
    ONE_STEP_TOO_FEW(Spot.LOOP, "Your loop makes too few steps.", eta -> "The trajectory holds the start and one entry after every step: steps + 1 in all."),
    ONE_STEP_TOO_MANY(Spot.LOOP, "Your loop makes too many steps.", eta -> "The trajectory holds the start and one entry after every step: steps + 1 in all."),
    NOT_RECORDED(Spot.LOOP, "Your loop records no step: the trajectory holds the start alone.",
            eta -> "After every step a copy of x is added to it: steps + 1 entries in all."),
    START_MISSING(Spot.START, "Your trajectory does not begin with x0.", eta -> "Its first entry is the start, before any step; then one entry after every step."),
    RETURNS_START(Spot.RETURN, "Your loop returns the start as its final point.", eta -> "The trajectory moves, but what comes back as the end is still x0."),
    END_DIFFERS(Spot.RECORD, "The final x is not the last entry of your trajectory.", eta -> "An entry is the point after its step. Yours are recorded at another moment."),
    NOTHING_MOVES(Spot.DROPPED, "x never changes.",
            eta -> "add, sub and mul return a new array and leave theirs as it was. The new point is computed and dropped."),
    FORGOT_X(Spot.UPDATE, "Your step forgets where x was: the new point is only what the rule adds.",
            eta -> "The rule moves x by a little. Yours puts it down anew in every step, near 0 whatever came before."),
    FROM_START(Spot.UPDATE, "Every step of yours sets out from x0, not from the current x.",
            eta -> "The path does not add up: after 1000 steps the chain is still one step away from its start."),
    SCORE_ONCE(Spot.SCORE, "The score is taken once, at x0, and used for all steps.",
            eta -> "x moves on, and the compass still shows the way from the start: the mean runs off as x0 (1 - η t), past the peak and on."),
    SCORE_LATE(Spot.SCORE, "The score is one step late: it is taken at the point before x.",
            eta -> "The rule asks for the score where x stands now."),
    SCORE_ELSEWHERE(Spot.SCORE, "The score is taken at a point that is not the current x.",
            eta -> "The rule asks for the score where x stands now, before it moves."),
    SCORE_SHAPE(Spot.SCORE, "The score is asked for at an array that holds no points.",
            eta -> "Points are rows, (n, d): s takes whole rows and gives as many."),
    SCORE_OF_ONE_POINT(Spot.SCORE, "All points are pushed by one and the same score.",
            eta -> "It is taken at one point, and adding it to the others stretches it without a word. Every point has a score of its own: a row of x, a row of scores."),
    SCORE_NORMALISED(Spot.SCORE, "Only the direction of the score enters your update; its length is lost.",
            eta -> "The length matters: it is large far out and 0 at the peak. A push that is always as long drives the chain past the peak and back."),
    OWN_SCORE(Spot.SCORE, "Your loop never asks s for the score.",
            eta -> "A formula of your own may fit this Gaussian; the next target it does not know. The function s is handed in so that one loop serves all."),
    NOISE_FIRST(Spot.SCORE, "The noise is added before the score is taken.",
            eta -> "The score then sees the point after the kick and pulls part of the kick back: the noise that stays is 1 - η times the rule's, the variance (1 - η)²/(1 - η/2) = %s."
                    .formatted(number((1 - eta) * (1 - eta) / (1 - eta / 2)))),
    NOISE_MISSING(Spot.NOISE, "There are steps of yours without noise.",
            eta -> "The rule adds fresh noise in every step, the first and the last as well."),
    SEEDS_ENGINE(Spot.SEED, "Your loop seeds the engine's random numbers.",
            eta -> "Every run of it then has the same noise, whatever --seed says. The seed is set once, by the one who calls."),
    OWN_STEP_SIZE(Spot.UPDATE, "Your loop has a step size of its own; the one it is handed is eta.",
            eta -> "The checker runs it with eta = 0.3, 0.1 and 0.02. A number written down is right for one of them at most."),
    NOISE_FROZEN(Spot.NOISE, "The noise is the same in every step.",
            eta -> "It is drawn once and used again. A push that never changes is no noise: the chain runs to one place and freezes there."),
    NOISE_SHARED_BY_POINTS(Spot.NOISE, "All points get the same noise.",
            eta -> "They are pulled together and pushed alike: the spread between them shrinks by 1 - η a step, and in the end they move as one."),
    NOISE_SHARED_BY_DIMENSIONS(Spot.NOISE, "Both coordinates of a point get the same noise.",
            eta -> "Every push is along the diagonal: x₁ and x₂ become one number, and their correlation goes to 1."),
    NOISE_UNIFORM_POSITIVE(Spot.NOISE, "Your noise is uniform on (0, 1); the rule's is Gaussian with mean 0.",
            eta -> "It never pushes to the left. The chain drifts to a mean of 1/√(2η) = %s, and its spread is too small: the noise has deviation 0.289, not 1."
                    .formatted(number(1 / Math.sqrt(2 * eta)))),
    NOISE_UNIFORM(Spot.NOISE, "Your noise is uniform; the rule's is Gaussian.",
            eta -> "Up to its largest push all are as frequent, and beyond it there is none. The bell curve has no such edge: it is high at 0 and has tails."),
    NOISE_NOT_NORMAL(Spot.NOISE, "Your noise is not standard normal: its histogram is another curve.",
            eta -> "The rule's has mean 0, variance 1 and the shape of the bell curve, in every coordinate."),
    NOISE_DEPENDENT(Spot.NOISE, "The numbers of your noise depend on each other.",
            eta -> "Every number of every step is a draw of its own. Noise that comes back, whole or in part, adds up instead of averaging out; the rule's averages out.");

    private final Spot spot;
    private final String says;
    private final DoubleFunction<String> means;

    Form(Spot spot, String says, DoubleFunction<String> means) {
        this.spot = spot;
        this.says = says;
        this.means = means;
    }

    @Override
    public Spot spot() {
        return spot;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public String means(double eta) {
        return means.apply(eta);
    }
}
