package lib.exercise;

/**
 * A run's steps as numbers.
 *
 * @param y the points, y[t] row after row
 * @param s the score at those points
 */
record Steps(Probe probe, float[][] y, float[][] s) {

    /** The last update's number, from 0, is one less. */
    int count() {
        return y.length - 1;
    }

    /** Numbers a step: points times dimensions. */
    int size() {
        return y[0].length;
    }

    double eta() {
        return probe.eta();
    }

    /** √(2η), the standard deviation of the rule's noise. */
    double noiseScale() {
        return Math.sqrt(2 * probe.eta());
    }

    /**
     * What float32 may add to one number of one step. The rule rounds η s(x) and √(2η) ε (two factors and a product
     * each) and two sums; a rounding is at most half a unit in the last place, 2⁻²⁴ of the number rounded.
     */
    double rounding(int t, int k, double push, double noise) {
        double magnitude = Math.abs(y[t][k]) + Math.abs(y[t + 1][k]) + Math.abs(push) + Math.abs(noise);
        return 4 * 0x1p-24 * magnitude + 1e-7 * noiseScale();
    }

    /**
     * Whether every step is y + η s(y) + √(2η) ε, with the given ε or all of -ε, up to rounding.
     */
    boolean followTheRule(float[][] noise) {
        return followTheRule(noise, 1) || followTheRule(noise, -1);
    }

    private boolean followTheRule(float[][] noise, int sign) {
        for (int t = 0; t < count(); t++) {
            if (firstAway(noise, sign, t) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The first number of step t that the rule does not give, or -1. */
    int firstAway(float[][] noise, int sign, int t) {
        for (int k = 0; k < size(); k++) {
            double push = eta() * s[t][k];
            double kick = sign * noiseScale() * noise[t][k];
            double away = Math.abs(y[t + 1][k] - (y[t][k] + push + kick));
            if (!(away <= rounding(t, k, push, kick))) {
                return k;
            }
        }
        return -1;
    }

    /** The largest |ε| that the rule needs to explain these steps. */
    double largestNoise() {
        double largest = 0;
        for (int t = 0; t < count(); t++) {
            for (int k = 0; k < size(); k++) {
                double push = eta() * s[t][k];
                double away = Math.max(0, Math.abs(y[t + 1][k] - y[t][k] - push) - rounding(t, k, push, 0));
                largest = Math.max(largest, away / noiseScale());
            }
        }
        return largest;
    }
}
