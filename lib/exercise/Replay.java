package lib.exercise;

import java.util.Optional;

/**
 * The coefficients of x' = x + a η s + b √(2η) ε for an ε that is known, because the engine's generator was seeded and
 * gives it again: least squares, with nothing left but rounding.
 */
record Replay(double a, double b) {

    /** The fit, or empty where more than rounding is left: then the noise was another. */
    static Optional<Replay> fit(Steps steps, double[][] move, double[][] push, float[][] epsilon) {
        double n = steps.noiseScale();
        double pp = 0;
        double pe = 0;
        double ee = 0;
        double pm = 0;
        double em = 0;
        for (int t = 0; t < move.length; t++) {
            for (int k = 0; k < move[t].length; k++) {
                double p = push[t][k];
                double e = n * epsilon[t][k];
                pp += p * p;
                pe += p * e;
                ee += e * e;
                pm += p * move[t][k];
                em += e * move[t][k];
            }
        }
        double determinant = pp * ee - pe * pe;
        double a = pp == 0 ? 0 : (pm * ee - em * pe) / determinant;
        double b = pp == 0 ? em / ee : (em * pp - pm * pe) / determinant;
        for (int t = 0; t < move.length; t++) {
            for (int k = 0; k < move[t].length; k++) {
                double drift = a * push[t][k];
                double noise = b * n * epsilon[t][k];
                if (!(Math.abs(move[t][k] - drift - noise) <= 2 * steps.rounding(t, k, drift, noise))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Replay(a, b));
    }
}
