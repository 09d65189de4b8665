package tests.exercise;

import static tests.exercise.Loops.*;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import lib.exercise.*;
import tests.exercise.WrongLoops.Wrong;

/** Mistakes of the loop around the update: copies, counts, what is returned. */
final class WrongForms {

    private WrongForms() {}

    private static NDArray step(NDArray x, lib.score.Score s, lib.sampling.Noise randn, double eta) {
        return x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta)));
    }

    static void copies(List<Wrong> all) {
        all.add(new Wrong(Form.ENTRIES_SHARED, "in place, x itself in the list", 1, (s, randn, x0, steps, eta) -> {
            NDArray x = x0.duplicate();
            List<NDArray> way = new ArrayList<>(List.of(first(x)));
            for (int t = 0; t < steps; t++) {
                x.addi(s.at(x).muli(eta)).addi(randn.like(x).muli(root(eta)));
                way.add(x);
            }
            return new Chain(x, way);
        }));
        all.add(new Wrong(Form.ENTRIES_SHARED, "a view of x in the list", 1, (s, randn, x0, steps, eta) -> {
            NDArray x = x0.duplicate();
            List<NDArray> way = new ArrayList<>(List.of(x.get(":5")));
            for (int t = 0; t < steps; t++) {
                x.addi(s.at(x).muli(eta).add(randn.like(x).mul(root(eta))));
                way.add(x.get(":5"));
            }
            return new Chain(x, way);
        }));
        all.add(new Wrong(Form.X0_CHANGED, "x = x0, in place", 1, (s, randn, x0, steps, eta) -> {
            List<NDArray> way = new ArrayList<>(List.of(first(x0)));
            for (int t = 0; t < steps; t++) {
                x0.addi(s.at(x0).muli(eta)).addi(randn.like(x0).muli(root(eta)));
                way.add(first(x0));
            }
            return new Chain(x0, way);
        }));
        all.add(new Wrong(Form.X0_CHANGED, "a view of x0, in place", 1, (s, randn, x0, steps, eta) -> {
            NDArray x = x0.reshape(x0.getShape());
            List<NDArray> way = new ArrayList<>(List.of(first(x)));
            for (int t = 0; t < steps; t++) {
                x.addi(s.at(x).muli(eta).addi(randn.like(x).muli(root(eta))));
                way.add(first(x));
            }
            return new Chain(x.duplicate(), way);
        }));
        all.add(counting(Form.ONE_STEP_TOO_FEW, "t < steps - 1", -1));
        all.add(counting(Form.ONE_STEP_TOO_MANY, "t <= steps", 1));
        all.add(new Wrong(Form.ONE_STEP_TOO_FEW, "the last entry twice", 1, (s, randn, x0, steps, eta) -> {
            Chain chain = fresh(WrongForms::step).run(s, randn, x0, steps - 1, eta);
            if (steps > 1) {
                chain.trajectory().add(first(chain.x()));
            }
            return chain;
        }));
        all.add(new Wrong(Form.ONE_STEP_TOO_MANY, "one step before the loop", 1, (s, randn, x0, steps, eta) -> {
            NDArray x = step(x0, s, randn, eta);
            List<NDArray> way = new ArrayList<>(List.of(first(x0), first(x)));
            for (int t = 0; t < steps; t++) {
                x = step(x, s, randn, eta);
                way.add(first(x));
            }
            return new Chain(x, way);
        }));
        all.add(new Wrong(Form.RETURNS_START, "x0 returned", 1, (s, randn, x0, steps, eta) ->
                new Chain(x0, fresh(WrongForms::step).run(s, randn, x0, steps, eta).trajectory())));
        all.add(new Wrong(Form.START_MISSING, "no start in the list", 1, (s, randn, x0, steps, eta) -> {
            Chain chain = fresh(WrongForms::step).run(s, randn, x0, steps, eta);
            return new Chain(chain.x(), chain.trajectory().subList(1, steps + 1));
        }));
        all.add(new Wrong(Form.RETURNS_NULL, "null", 1, (s, randn, x0, steps, eta) -> null));
    }

    private static Wrong counting(Form form, String style, int more) {
        return new Wrong(form, style, 1, (s, randn, x0, steps, eta) -> fresh(WrongForms::step).run(s, randn, x0, steps + more, eta));
    }

    static Loop javaUniform(double low, double high) {
        return (s, randn, x0, steps, eta) -> {
            var random = new Random(ThreadLocalRandom.current().nextLong());
            return inPlace((x, t, r, h) -> {
                float[] values = new float[(int) x.size()];
                for (int k = 0; k < values.length; k++) {
                    values[k] = (float) (low + (high - low) * random.nextFloat());
                }
                x.addi(t.at(x).muli(h)).addi(x.getManager().create(values, x.getShape()).muli(root(h)));
            }).run(s, randn, x0, steps, eta);
        };
    }
}
