package tests.exercise;

import static tests.exercise.Loops.*;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import lib.exercise.Loop;

/** Wrong loops that no row of a table describes. */
final class OddLoops {

    private OddLoops() {}

    static Map<String, Loop> all() {
        var loops = new LinkedHashMap<String, Loop>();
        loops.put("x kept within (-3, 3)", fresh((x, s, randn, eta) -> x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta))).clip(-3, 3)));
        loops.put("the score cut at 10", fresh((x, s, randn, eta) -> x.add(s.at(x).clip(-10, 10).mul(eta)).add(randn.like(x).mul(root(eta)))));
        loops.put("noise 10 percent too large", fresh((x, s, randn, eta) -> x.add(s.at(x).mul(eta)).add(randn.like(x).mul(1.1 * root(eta)))));
        loops.put("1.4 √η for √(2η)", fresh((x, s, randn, eta) -> x.add(s.at(x).mul(eta)).add(randn.like(x).mul(1.4 * Math.sqrt(eta)))));
        loops.put("a constant pull to the right", fresh((x, s, randn, eta) -> x.add(s.at(x).mul(eta)).add(randn.like(x).mul(root(eta))).add(0.05)));
        loops.put("noise times the score", fresh((x, s, randn, eta) -> {
            NDArray score = s.at(x);
            return x.add(score.mul(eta)).add(randn.like(x).mul(score).mul(root(eta)));
        }));
        loops.put("steps that grow shorter", (s, randn, x0, steps, eta) -> {
            int[] t = {0};
            return fresh((x, u, r, h) -> {
                double shorter = h / (1 + 0.01 * t[0]++);
                return x.add(u.at(x).mul(shorter)).add(r.like(x).mul(root(shorter)));
            }).run(s, randn, x0, steps, eta);
        });
        loops.put("momentum", (s, randn, x0, steps, eta) -> {
            NDArray[] v = {x0.zerosLike()};
            return fresh((x, u, r, h) -> {
                v[0] = v[0].mul(0.9).add(u.at(x).mul(h)).add(r.like(x).mul(root(h)));
                return x.add(v[0]);
            }).run(s, randn, x0, steps, eta);
        });
        WrongNoises.odd(loops);
        return loops;
    }
}
