package lib.exercise;

/** One way to read a run: the step is {@code move}, and it should be a multiple of {@code push}. */
record Way(Reading.Place place, double[][] move, double[][] push) {

    double slope() {
        double above = 0;
        double below = 0;
        for (int t = 0; t < move.length; t++) {
            for (int k = 0; k < move[t].length; k++) {
                above += push[t][k] * move[t][k];
                below += push[t][k] * push[t][k];
            }
        }
        return below == 0 ? 0 : above / below;
    }

    /**
     * How far {@link #slope} may be from the loop's coefficient, but for one time in 10⁹, where the rest is noise that
     * does not know the push. Robbins 1970: with independent N(0, 1) and pushes that may depend on all before, S = Σ
     * push ε has |S| ≥ √(2(V + v) ln(√((V + v)/v)/α)) with probability at most α, for V = Σ push² and any v fixed in
     * advance.
     */
    double doubt(double noiseScale) {
        double below = 0;
        for (double[] row : push) {
            for (double value : row) {
                below += value * value;
            }
        }
        if (below == 0) {
            return 0;
        }
        int count = move.length * move[0].length;
        double v = place == Reading.Place.DIRECTION ? below : count * Math.pow(Target.LOUDNESS / 2 * noiseScale, 2);
        double deviation = Math.max(noiseScale, Math.sqrt(unexplained(slope())) * size());
        return deviation * Math.sqrt(2 * (below + v) * Math.log(Math.sqrt((below + v) / v) / Draws.ALPHA)) / below;
    }

    /** The part of Σ move² that a · push leaves. */
    double unexplained(double a) {
        double left = 0;
        double all = 0;
        for (int t = 0; t < move.length; t++) {
            for (int k = 0; k < move[t].length; k++) {
                left += Math.pow(move[t][k] - a * push[t][k], 2);
                all += move[t][k] * move[t][k];
            }
        }
        return all == 0 ? 1 : left / all;
    }

    /** A step from {@code from} along the score at {@code scoreAt}; the score of fewer points is repeated for all. */
    static Way of(Steps steps, Reading.Place place, float[][] from, float[][] scoreAt) {
        double[][] move = new double[steps.count()][steps.size()];
        double[][] push = new double[steps.count()][steps.size()];
        for (int t = 0; t < move.length; t++) {
            float[] s = steps.probe().target().at(scoreAt[t], steps.probe().dimensions());
            for (int k = 0; k < move[t].length; k++) {
                move[t][k] = (double) steps.y()[t + 1][k] - from[t][k];
                push[t][k] = steps.eta() * s[k % s.length];
            }
        }
        return new Way(place, move, push);
    }

    /** The same step along the score's direction only: its length, of {@code group} numbers together, is made 1. */
    Way directed(double eta, int group) {
        double[][] direction = new double[push.length][];
        for (int t = 0; t < push.length; t++) {
            direction[t] = new double[push[t].length];
            for (int k = 0; k < push[t].length; k++) {
                double square = 0;
                for (int l = k - k % group; l < k - k % group + group; l++) {
                    square += push[t][l] * push[t][l];
                }
                direction[t][k] = square == 0 ? 0 : eta * push[t][k] / Math.sqrt(square);
            }
        }
        return new Way(Reading.Place.DIRECTION, move, direction);
    }

    /** The root of the mean of move². */
    double size() {
        double sum = 0;
        for (double[] row : move) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return Math.sqrt(sum / (move.length * move[0].length));
    }
}
