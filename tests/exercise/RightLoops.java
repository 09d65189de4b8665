package tests.exercise;

import static tests.exercise.Loops.*;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import lib.exercise.Chain;
import lib.exercise.Loop;

/** The right update in many styles. */
final class RightLoops {

    private RightLoops() {}

    static Map<String, Loop> all() {
        var loops = new LinkedHashMap<String, Loop>();
        Loop notebook = fresh((x, s, randn, eta) -> x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta))));
        loops.put("as in the notebook", notebook);
        loops.put("noise drawn from the engine", with(Noises.ENGINE, notebook));
        loops.put("in place", inPlace((x, s, randn, eta) -> x.addi(s.at(x).muli(eta)).addi(randn.like(x).muli(root(eta)))));
        loops.put("noise first, subtracted, factors in front", fresh((x, s, randn, eta) -> {
            NDArray noise = randn.like(x);
            return s.at(x).mul((float) eta).sub(noise.mul((float) root(eta))).add(x);
        }));
        loops.put("scalars as arrays, sqrt taken of an array", fresh((x, s, randn, eta) -> {
            NDArray h = x.getManager().create((float) eta);
            return x.add(h.mul(s.at(x))).add(h.mul(2).sqrt().mul(x.getManager().randomNormal(x.getShape())));
        }));
        loops.put("a normal distribution of deviation √(2η)", fresh((x, s, randn, eta) ->
                x.add(s.at(x).mul(eta)).add(x.getManager().randomNormal(0, (float) root(eta), x.getShape(), DataType.FLOAT32))));
        loops.put("temporaries freed by a scope, an NDList for the way", RightLoops::scoped);
        loops.put("the score asked for three times a step", fresh((x, s, randn, eta) -> {
            s.at(x);
            NDArray next = x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta)));
            s.at(next);
            return next;
        }));
        loops.put("double precision", (s, randn, x0, steps, eta) -> {
            NDArray x = x0.toType(DataType.FLOAT64, true);
            List<NDArray> way = new ArrayList<>(List.of(first(x)));
            for (int t = 0; t < steps; t++) {
                x = x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta)));
                way.add(first(x));
            }
            return new Chain(x, way);
        });
        loops.put("noise from java.util.Random", with(Noises.JAVA, notebook));
        loops.put("java.util.Random, seeded", (s, randn, x0, steps, eta) -> {
            var random = new Random(42);
            return fresh((x, u, r, h) -> {
                float[] values = new float[(int) x.size()];
                for (int k = 0; k < values.length; k++) {
                    values[k] = (float) random.nextGaussian();
                }
                return x.add(u.at(x).mul(h)).add(x.getManager().create(values, x.getShape()).mul(root(h)));
            }).run(s, randn, x0, steps, eta);
        });
        loops.put("plain Java numbers", RightLoops::plainJava);
        loops.put("all noise drawn in one block", RightLoops::block);
        RowLoops.addTo(loops);
        return loops;
    }

    private static Chain scoped(lib.score.Score s, lib.sampling.Noise randn, NDArray x0, int steps, double eta) {
        NDArray x = x0.duplicate();
        NDList way = new NDList(first(x));
        for (int t = 0; t < steps; t++) {
            try (var scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray next = x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta)));
                NDArray kept = first(next);
                NDScope.unregister(next, kept);
                x.close();
                x = next;
                way.add(kept);
            }
        }
        return new Chain(x, way);
    }

    private static Chain plainJava(lib.score.Score s, lib.sampling.Noise randn, NDArray x0, int steps, double eta) {
        var random = new Random(ThreadLocalRandom.current().nextLong());
        float[] start = x0.toFloatArray();
        double[] x = new double[start.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = start[k];
        }
        List<NDArray> way = new ArrayList<>();
        for (int t = 0; ; t++) {
            float[] now = new float[x.length];
            for (int k = 0; k < x.length; k++) {
                now[k] = (float) x[k];
            }
            NDArray here = x0.getManager().create(now, x0.getShape());
            way.add(first(here));
            if (t == steps) {
                return new Chain(here, way);
            }
            float[] score = s.at(here).toFloatArray();
            for (int k = 0; k < x.length; k++) {
                x[k] += eta * score[k] + Math.sqrt(2 * eta) * random.nextGaussian();
            }
        }
    }

    private static Chain block(lib.score.Score s, lib.sampling.Noise randn, NDArray x0, int steps, double eta) {
        Shape shape = x0.getShape();
        NDArray noise = x0.getManager().randomNormal(new Shape(steps, shape.get(0), shape.get(1)));
        NDArray x = x0.duplicate();
        List<NDArray> way = new ArrayList<>(List.of(first(x)));
        for (int t = 0; t < steps; t++) {
            x = x.add(s.at(x).mul(eta)).add(noise.get(t).mul(root(eta)));
            way.add(first(x));
        }
        return new Chain(x, way);
    }
}
