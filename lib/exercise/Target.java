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
    double LOUDNESS = 200;

    /**
     * A score so loud that η s(x) is up to {@value #LOUDNESS} times √(2η), and that changes at once when x does:
     * s(x)ᵢⱼ = M sin(7 xᵢⱼ + i + 2j) with M = {@value #LOUDNESS} √(2/η). It tells apart steps, points and dimensions, and
     * reads off what a loop does with its score although the noise is not known. Bounded, so that no chain runs away.
     */
    static Target loud(double eta) {
        double m = LOUDNESS * Math.sqrt(2 / eta);
        return (x, d) -> {
            float[] s = new float[x.length];
            for (int k = 0; k < s.length; k++) {
                s[k] = (float) (m * Math.sin(7.0 * x[k] + k / d + 2 * (k % d)));
            }
            return s;
        };
    }
}
