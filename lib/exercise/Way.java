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

    /** A step from {@code from} along the score at {@code scoreAt}. */
    static Way of(Steps steps, Reading.Place place, float[][] from, float[][] scoreAt) {
        double[][] move = new double[steps.count()][steps.size()];
        double[][] push = new double[steps.count()][steps.size()];
        for (int t = 0; t < move.length; t++) {
            float[] s = steps.probe().target().at(scoreAt[t], steps.probe().dimensions());
            for (int k = 0; k < move[t].length; k++) {
                move[t][k] = (double) steps.y()[t + 1][k] - from[t][k];
                push[t][k] = steps.eta() * s[k];
            }
        }
        return new Way(place, move, push);
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
