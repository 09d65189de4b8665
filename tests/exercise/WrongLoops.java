package tests.exercise;

import static java.lang.Math.sqrt;
import static tests.exercise.Loops.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import lib.exercise.*;
import lib.score.Score;

/** The mistakes of MATH.md's table, each in two styles or more, and some that are not in it. */
final class WrongLoops {

    private WrongLoops() {}

    /** A wrong loop, what it must be called, and the least number of dimensions in which it is wrong. */
    record Wrong(Slip slip, String style, int dimensions, Loop loop) {
        @Override
        public String toString() {
            return slip + ", " + style;
        }
    }

    /** All that can be told in that many dimensions, with all noise sources that the mistake does not fix. */
    static List<Wrong> all(int dimensions) {
        var all = new ArrayList<Wrong>();
        coefficients(all);
        forms(all);
        noises(all);
        WrongNoises.addTo(all);
        return all.stream().filter(wrong -> wrong.dimensions() <= dimensions).toList();
    }

    private static void both(List<Wrong> all, Slip slip, Update fresh, Write inPlace) {
        all.add(new Wrong(slip, "new arrays, randn", 1, fresh(fresh)));
        all.add(new Wrong(slip, "new arrays, java.util.Random", 1, with(Noises.JAVA, fresh(fresh))));
        all.add(new Wrong(slip, "in place, engine's noise", 1, with(Noises.ENGINE, inPlace(inPlace))));
    }

    /** x' = x + f(η) s(x) + g(η) ε, written twice. */
    private static void scaled(List<Wrong> all, Slip slip, java.util.function.DoubleUnaryOperator f, java.util.function.DoubleUnaryOperator g) {
        both(all, slip,
                (x, s, randn, eta) -> x.add(s.at(x).mul(f.applyAsDouble(eta))).add(randn.like(x).mul(g.applyAsDouble(eta))),
                (x, s, randn, eta) -> {
                    NDArray score = s.at(x);
                    NDArray noise = randn.like(x);
                    x.addi(noise.muli(g.applyAsDouble(eta))).addi(score.muli(f.applyAsDouble(eta)));
                });
    }

    private static void coefficients(List<Wrong> all) {
        scaled(all, Coefficients.NOISE_SQRT_ETA, eta -> eta, eta -> sqrt(eta));
        scaled(all, Coefficients.NOISE_ETA, eta -> eta, eta -> eta);
        scaled(all, Coefficients.NOISE_TWO_ETA, eta -> eta, eta -> 2 * eta);
        scaled(all, Coefficients.NOISE_UNSCALED, eta -> eta, eta -> 1);
        scaled(all, Coefficients.NO_NOISE, eta -> eta, eta -> 0);
        all.add(new Wrong(Coefficients.NO_NOISE, "no noise in the code", 1, fresh((x, s, randn, eta) -> x.add(s.at(x).mul(eta)))));
        scaled(all, Coefficients.DRIFT_HALVED, eta -> eta / 2, eta -> sqrt(2 * eta));
        scaled(all, Coefficients.HALF_STEP, eta -> eta / 2, eta -> sqrt(eta));
        scaled(all, Coefficients.DRIFT_DOUBLED, eta -> 2 * eta, eta -> sqrt(2 * eta));
        scaled(all, Coefficients.ETA_MISSING, eta -> 1, eta -> sqrt(2 * eta));
        scaled(all, Coefficients.NO_DRIFT, eta -> 0, eta -> sqrt(2 * eta));
        all.add(new Wrong(Coefficients.NO_DRIFT, "no score in the code", 1, fresh((x, s, randn, eta) -> x.add(randn.like(x).mul(root(eta))))));
        scaled(all, Coefficients.WRONG_SIGN, eta -> -eta, eta -> sqrt(2 * eta));
        scaled(all, Coefficients.NOISE_ROOT_TIMES_ETA, eta -> eta, eta -> sqrt(2) * eta);
        scaled(all, Form.OWN_STEP_SIZE, eta -> 0.01, eta -> sqrt(0.02));
        scaled(all, Form.OWN_STEP_SIZE, eta -> 0.01, eta -> sqrt(2 * eta));
        scaled(all, Form.OWN_STEP_SIZE, eta -> eta, eta -> sqrt(0.02));
        scaled(all, Coefficients.SWAPPED, eta -> sqrt(2 * eta), eta -> eta);
        Update mean = (x, s, randn, eta) -> x.add(s.at(x).mul(eta / x.getShape().get(0))).add(randn.like(x).mul(root(eta)));
        all.add(new Wrong(Coefficients.MEAN_FOR_SUM, "drift over N, randn", 2, fresh(mean)));
        all.add(new Wrong(Coefficients.MEAN_FOR_SUM, "drift over N, java.util.Random", 2, with(Noises.JAVA, fresh(mean))));
        all.add(new Wrong(Coefficients.MEAN_FOR_SUM, "autograd of a mean energy", 2, fresh((x, s, randn, eta) -> {
            NDArray leaf = x.stopGradient();
            leaf.setRequiresGradient(true);
            try (var tape = x.getManager().getEngine().newGradientCollector()) {
                tape.backward(leaf.square().sum(new int[] {1}).div(2).mean());
            }
            return x.sub(leaf.getGradient().mul(eta)).add(randn.like(x).mul(root(eta)));
        })));
    }

    private static void forms(List<Wrong> all) {
        both(all, Form.NOISE_FIRST,
                (x, s, randn, eta) -> {
                    NDArray kicked = x.add(randn.like(x).mul(root(eta)));
                    return kicked.add(s.at(kicked).mul(eta));
                },
                (x, s, randn, eta) -> {
                    x.addi(randn.like(x).muli(root(eta)));
                    x.addi(s.at(x).muli(eta));
                });
        all.add(new Wrong(Form.SCORE_ONCE, "score before the loop", 1, (s, randn, x0, steps, eta) -> {
            NDArray score = s.at(x0);
            return fresh((x, t, r, h) -> x.add(score.mul(h)).add(r.like(x).mul(root(h)))).run(s, randn, x0, steps, eta);
        }));
        all.add(new Wrong(Form.SCORE_ONCE, "s.at(x0) in the loop, in place", 1, with(Noises.JAVA, (s, randn, x0, steps, eta) ->
                inPlace((x, t, r, h) -> x.addi(s.at(x0).mul(h)).addi(r.like(x).mul(root(h)))).run(s, randn, x0, steps, eta))));
        all.add(new Wrong(Form.SCORE_LATE, "the score of the step before", 1, (s, randn, x0, steps, eta) -> {
            NDArray[] previous = {s.at(x0)};
            return fresh((x, t, r, h) -> {
                NDArray next = x.add(previous[0].mul(h)).add(r.like(x).mul(root(h)));
                previous[0] = s.at(x);
                return next;
            }).run(s, randn, x0, steps, eta);
        }));
        all.add(new Wrong(Form.SCORE_ELSEWHERE, "score at 2x", 1, fresh((x, s, randn, eta) ->
                x.add(s.at(x.mul(2)).mul(eta)).add(randn.like(x).mul(root(eta))))));
        all.add(new Wrong(Form.SCORE_SHAPE, "a column", 2, fresh((x, s, randn, eta) ->
                x.add(s.at(x.get(":, 0:1")).mul(eta)).add(randn.like(x).mul(root(eta))))));
        all.add(new Wrong(Form.SCORE_OF_ONE_POINT, "x.get(0)", 2, fresh((x, s, randn, eta) ->
                x.add(s.at(x.get(0)).mul(eta)).add(randn.like(x).mul(root(eta))))));
        all.add(new Wrong(Form.SCORE_OF_ONE_POINT, "x.get(\":1\")", 2, with(Noises.JAVA, fresh((x, s, randn, eta) ->
                x.add(s.at(x.get(":1")).mul(eta)).add(randn.like(x).mul(root(eta)))))));
        Update normalised = (x, s, randn, eta) -> {
            NDArray score = s.at(x);
            return x.add(score.div(score.norm(new int[] {1}, true)).mul(eta)).add(randn.like(x).mul(root(eta)));
        };
        all.add(new Wrong(Form.SCORE_NORMALISED, "each point's", 1, fresh(normalised)));
        all.add(new Wrong(Form.SCORE_NORMALISED, "each point's, java.util.Random", 1, with(Noises.JAVA, fresh(normalised))));
        all.add(new Wrong(Form.SCORE_NORMALISED, "all points' together", 1, fresh((x, s, randn, eta) -> {
            NDArray score = s.at(x);
            return x.add(score.div(score.norm()).mul(eta)).add(randn.like(x).mul(root(eta)));
        })));
        all.add(new Wrong(Form.SCORE_NORMALISED, "its sign", 1, fresh((x, s, randn, eta) -> x.add(s.at(x).sign().mul(eta)).add(randn.like(x).mul(root(eta))))));
        all.add(new Wrong(Form.FORGOT_X, "x left out", 1, fresh((x, s, randn, eta) -> s.at(x).mul(eta).add(randn.like(x).mul(root(eta))))));
        all.add(new Wrong(Form.FROM_START, "x0 for x", 1, (s, randn, x0, steps, eta) ->
                fresh((x, t, r, h) -> x0.add(t.at(x).mul(h)).add(r.like(x).mul(root(h)))).run(s, randn, x0, steps, eta)));
        all.add(new Wrong(Form.OWN_SCORE, "x.neg()", 1, fresh((x, s, randn, eta) -> x.add(x.neg().mul(eta)).add(randn.like(x).mul(root(eta))))));
        all.add(new Wrong(Form.NOTHING_MOVES, "the new point is dropped", 1, fresh((x, s, randn, eta) -> {
            x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta)));
            return x;
        })));
        all.add(new Wrong(Form.SHAPE_CHANGED, "a sum over everything", 2, fresh((x, s, randn, eta) ->
                x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta))).sum().reshape(1, 1))));
        all.add(new Wrong(Form.NOT_FINITE, "root of a negative number", 1, fresh((x, s, randn, eta) ->
                x.add(s.at(x).mul(eta)).add(randn.like(x).mul(sqrt(-2 * eta))))));
        WrongForms.copies(all);
    }

    private static void noises(List<Wrong> all) {
        Update uniform = (x, s, randn, eta) -> x.add(s.at(x).mul(eta)).add(x.getManager().randomUniform(0, 1, x.getShape()).mul(root(eta)));
        all.add(new Wrong(Form.NOISE_UNIFORM_POSITIVE, "randomUniform(0, 1)", 1, fresh(uniform)));
        all.add(new Wrong(Form.NOISE_UNIFORM_POSITIVE, "Random.nextFloat, in place", 1, WrongForms.javaUniform(0, 1)));
        Update symmetric = (x, s, randn, eta) -> x.add(s.at(x).mul(eta)).add(x.getManager().randomUniform(-1, 1, x.getShape()).mul(root(eta)));
        all.add(new Wrong(Form.NOISE_UNIFORM, "randomUniform(-1, 1)", 1, fresh(symmetric)));
        all.add(new Wrong(Form.NOISE_UNIFORM, "Random.nextFloat, in place", 1, WrongForms.javaUniform(-1, 1)));
        all.add(new Wrong(Form.NOISE_NOT_NORMAL, "a random sign for a random number", 1, fresh((x, s, randn, eta) ->
                x.add(s.at(x).mul(eta)).add(randn.like(x).sign().mul(root(eta))))));
        for (Noises noises : new Noises[] {Noises.HANDED_IN, Noises.JAVA}) {
            all.add(new Wrong(Form.NOISE_FROZEN, "drawn before the loop, " + noises, 1, with(noises, (s, randn, x0, steps, eta) -> {
                NDArray noise = randn.like(x0);
                return fresh((x, t, r, h) -> x.add(t.at(x).mul(h)).add(noise.mul(root(h)))).run(s, randn, x0, steps, eta);
            })));
            all.add(new Wrong(Form.NOISE_SHARED_BY_POINTS, "one row for all, " + noises, 2, with(noises, fresh((x, s, randn, eta) ->
                    x.add(s.at(x).mul(eta)).add(randn.like(x.get("0:1")).mul(root(eta)))))));
            all.add(new Wrong(Form.NOISE_SHARED_BY_DIMENSIONS, "one column for all, " + noises, 2, with(noises, fresh((x, s, randn, eta) ->
                    x.add(s.at(x).mul(eta)).add(randn.like(x.get(":, 0:1")).mul(root(eta)))))));
        }
        all.add(new Wrong(Form.NOISE_FROZEN, "the engine seeded in every step", 1, inPlace((x, s, randn, eta) -> {
            x.getManager().getEngine().setRandomSeed(42);
            x.addi(s.at(x).muli(eta)).addi(randn.like(x).muli(root(eta)));
        })));
        all.add(new Wrong(Form.NOISE_SHARED_BY_POINTS, "shape (2), in place", 2, inPlace((x, s, randn, eta) ->
                x.addi(s.at(x).muli(eta)).addi(x.getManager().randomNormal(new Shape(2)).muli(root(eta))))));
        all.add(new Wrong(Form.NOISE_SHARED_BY_DIMENSIONS, "a column repeated, in place", 2, inPlace((x, s, randn, eta) -> {
            NDArray column = x.getManager().randomNormal(new Shape(x.getShape().get(0), 1));
            x.addi(s.at(x).muli(eta)).addi(column.concat(column, 1).muli(root(eta)));
        })));
        all.add(new Wrong(Form.NOISE_DEPENDENT, "every number used twice", 1, (s, randn, x0, steps, eta) -> {
            NDArray[] noise = {null};
            int[] t = {0};
            return fresh((x, u, r, h) -> {
                noise[0] = t[0]++ % 2 == 0 ? r.like(x) : noise[0];
                return x.add(u.at(x).mul(h)).add(noise[0].mul(root(h)));
            }).run(s, randn, x0, steps, eta);
        }));
    }
}
