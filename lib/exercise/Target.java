package lib.exercise;

/** A score that the checker can compute as well as the loop can: float32 in, float32 out, the same bits each time. */
@FunctionalInterface
interface Target {

    /** The score at points that lie row after row, {@code d} numbers each. */
    float[] at(float[] x, int d);

    /** The standard Gaussian's, s(x) = -x: the exercise's own. */
    Target STANDARD_NORMAL = (x, d) -> {
        float[] s = new float[x.length];
        for (int k = 0; k < s.length; k++) {
            s[k] = -x[k];
        }
        return s;
    };

    /** How many standard deviations of the noise the loud score moves a point, at most. */
    double LOUDNESS = 300;

    /**
     * A score so loud that η s(x) is up to {@value #LOUDNESS} times √(2η), and that changes at once when x does: s(x)ⱼ
     * = M (sin(7 xⱼ + 3 Σ other coordinates + 2j) - tanh(xⱼ / w) / 2) with M = {@value #LOUDNESS} √(2/η) / 1.5. It
     * tells apart steps, points and dimensions, and reads off what a loop does with its score although the noise is not
     * known. A point's score depends on that point alone, so that it may be asked for row by row. The second term, with
     * w = 1000 √(2η), keeps a long chain where float32 is fine.
     */
    static Target loud(double eta) {
        double m = LOUDNESS * Math.sqrt(2 / eta) / 1.5;
        double w = 1000 * Math.sqrt(2 * eta);
        return (x, d) -> {
            float[] s = new float[x.length];
            for (int k = 0; k < s.length; k++) {
                int j = k % d;
                double others = -x[k];
                for (int l = k - j; l < k - j + d; l++) {
                    others += x[l];
                }
                s[k] = (float) (m * (Math.sin(7.0 * x[k] + 3 * others + 2 * j) - Math.tanh(x[k] / w) / 2));
            }
            return s;
        };
    }
}
