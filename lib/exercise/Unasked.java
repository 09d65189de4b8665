package lib.exercise;

/** A loop that never asks for the score it was given: what does it do instead? */
final class Unasked {

    private Unasked() {}

    /**
     * The slip of a loop on the standard Gaussian, started so far out that the noise does not matter, from how far the
     * first step goes toward 0: not at all, away from it, or by an average over the points.
     *
     * @return null where it has a score of its own
     */
    static Coefficients name(Run far) {
        Probe probe = far.probe();
        float[] x0 = probe.start();
        float[] x1 = far.entries().get(1);
        double above = 0;
        double below = 0;
        for (int k = 0; k < x1.length; k++) {
            above += (x0[k] - x1[k]) * probe.eta() * x0[k];
            below += probe.eta() * x0[k] * probe.eta() * x0[k];
        }
        double a = above / below;
        if (Math.abs(a) < 1e-2) {
            return Coefficients.NO_DRIFT;
        }
        if (Math.abs(a + 1) < 0.05) {
            return Coefficients.WRONG_SIGN;
        }
        int n = probe.points();
        boolean averaged = n > 1 && (Math.abs(a * n - 1) < 0.05 || Math.abs(a * n * probe.dimensions() - 1) < 0.05);
        return averaged ? Coefficients.MEAN_FOR_SUM : null;
    }
}
