package tests.exercise;

import static tests.exercise.Loops.*;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lib.exercise.*;
import tests.exercise.WrongLoops.Wrong;

/** Noise that is not the rule's: left out of a step, of another distribution, of Java's own generators. */
final class WrongNoises {

    private WrongNoises() {}

    /** The right update with numbers from Java, one after the other from one source a run. */
    private static Loop java(Function<Random, ToDoubleFunction<Random>> made, double drift) {
        return (s, randn, x0, steps, eta) -> {
            var random = new Random(ThreadLocalRandom.current().nextLong());
            var draw = made.apply(random);
            return fresh((x, u, r, h) -> {
                float[] values = new float[(int) x.size()];
                for (int k = 0; k < values.length; k++) {
                    values[k] = (float) draw.applyAsDouble(random);
                }
                return x.add(u.at(x).mul(drift * h)).add(x.getManager().create(values, x.getShape()).mul(root(h)));
            }).run(s, randn, x0, steps, eta);
        };
    }

    private static Loop java(ToDoubleFunction<Random> draw) {
        return java(random -> draw, 1);
    }

    /** The right update, but for steps in which it adds no noise. */
    private static Loop silent(java.util.function.BiPredicate<Integer, Integer> when, Noises noises) {
        return with(noises, (s, randn, x0, steps, eta) -> {
            int[] t = {0};
            return fresh((x, u, r, h) -> {
                NDArray calm = x.add(u.at(x).mul(h));
                return when.test(t[0]++, steps) ? calm : calm.add(r.like(x).mul(root(h)));
            }).run(s, randn, x0, steps, eta);
        });
    }

    static void addTo(List<Wrong> all) {
        for (Noises noises : Noises.values()) {
            all.add(new Wrong(Form.NOISE_MISSING, "none in the first step, " + noises, 1, silent((t, steps) -> t == 0, noises)));
            all.add(new Wrong(Form.NOISE_MISSING, "none in the last step, " + noises, 1, silent((t, steps) -> t == steps - 1, noises)));
        }
        all.add(new Wrong(Form.NOISE_MISSING, "in every second step", 1, silent((t, steps) -> t % 2 == 1, Noises.HANDED_IN)));
        all.add(new Wrong(Form.SEEDS_ENGINE, "the step's number in every step", 1, (s, randn, x0, steps, eta) -> {
            int[] t = {0};
            return fresh((x, u, r, h) -> {
                x.getManager().getEngine().setRandomSeed(t[0]++);
                return x.add(u.at(x).mul(h)).add(r.like(x).mul(root(h)));
            }).run(s, randn, x0, steps, eta);
        }));
        all.add(new Wrong(Form.SEEDS_ENGINE, "once, before the loop", 1, (s, randn, x0, steps, eta) -> {
            x0.getManager().getEngine().setRandomSeed(42);
            return fresh((x, u, r, h) -> x.add(u.at(x).mul(h)).add(r.like(x).mul(root(h)))).run(s, randn, x0, steps, eta);
        }));
        all.add(new Wrong(Form.NOISE_UNIFORM, "variance 1, java.util.Random", 1, java(random -> (2 * random.nextDouble() - 1) * Math.sqrt(3))));
        shapes().forEach((name, loop) -> all.add(new Wrong(Form.NOISE_NOT_NORMAL, name + ", java.util.Random", 1, loop)));
        all.add(new Wrong(Form.NOISE_DEPENDENT, "AR(1), java.util.Random", 1, java(random -> {
            double[] last = {random.nextGaussian()};
            return draw -> last[0] = 0.5 * last[0] + Math.sqrt(0.75) * draw.nextGaussian();
        }, 1)));
    }

    /** Mean 0, and variance 1 or nearly. */
    private static Map<String, Loop> shapes() {
        var loops = new LinkedHashMap<String, Loop>();
        loops.put("Laplace", java(random -> (random.nextBoolean() ? -1 : 1) * Math.log(1 - random.nextDouble()) / Math.sqrt(2)));
        loops.put("Student t5", java(random -> studentT(random, 5) * Math.sqrt(3.0 / 5)));
        loops.put("triangular", java(random -> (random.nextDouble() + random.nextDouble() - 1) * Math.sqrt(6)));
        loops.put("clipped at 2.5", java(random -> Math.max(-2.5, Math.min(2.5, random.nextGaussian()))));
        return loops;
    }

    private static double studentT(Random random, int freedom) {
        double chi = 0;
        for (int i = 0; i < freedom; i++) {
            chi += Math.pow(random.nextGaussian(), 2);
        }
        return random.nextGaussian() / Math.sqrt(chi / freedom);
    }

    /** Wrong, with no name of their own. */
    static void odd(Map<String, Loop> loops) {
        loops.put("Java noise of mean 0.1", java(random -> 0.1 + random.nextGaussian()));
        loops.put("Java noise of deviation 0.9", java(random -> 0.9 * random.nextGaussian()));
        loops.put("Java noise, drift 2 percent too weak", java(random -> Random::nextGaussian, 0.98));
        loops.put("Java noise, drift 3 percent too strong", java(random -> Random::nextGaussian, 1.03));
        loops.put("drift 2 percent too weak", fresh((x, s, randn, eta) -> x.add(s.at(x).mul(0.98 * eta)).add(randn.like(x).mul(root(eta)))));
    }
}
