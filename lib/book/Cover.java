package lib.book;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import lib.sampling.Langevin;
import lib.score.DoubleWell;
import lib.score.Grid;
import lib.score.Score;

/**
 * The picture on the title page: the score of the double well, and points that follow it with noise. An SVG, computed.
 */
final class Cover {

    private static final double WIDE = 2.25; // the window in x₁, in either direction
    private static final double HIGH = 0.75;
    private static final double COLD = 4; // the energy, times this: points gather closely
    private static final int UNIT = 200; // of the picture, for a length of 1

    private Cover() {}

    /** Two hundred points after 80 steps of 0.01, from the seed's first draws, and an arrow of the score every 0.15. */
    static String svg(NDManager nd) {
        var well = new DoubleWell();
        Score score = x -> well.gradient(x).mul(-COLD);
        NDArray grid = Grid.over(nd.linspace((float) -WIDE, (float) WIDE, 31),
                nd.linspace((float) -HIGH, (float) HIGH, 11)); // (341, 2)
        float[] at = grid.toFloatArray();
        float[] s = score.at(grid).toFloatArray();
        var arrows = new StringBuilder();
        for (int i = 0; i < at.length; i += 2) {
            double length = Math.hypot(s[i], s[i + 1]);
            if (length < 0.1) {
                continue;
            }
            // long arrows would hide the short ones, which show the wells
            double shown = 0.022 * Math.log1p(5 * length);
            arrow(arrows, at[i], at[i + 1], s[i] / length * shown, s[i + 1] / length * shown);
        }
        NDArray points = Langevin.of(score, 0.01).run(nd.randomNormal(new Shape(200, 2)).mul(0.8), 80); // (200, 2)
        float[] ends = points.toFloatArray();
        var dots = new StringBuilder();
        for (int i = 0; i < ends.length; i += 2) {
            if (Math.abs(ends[i + 1]) < HIGH + 0.07) {
                dots.append(String.format(Locale.ROOT, "M%.1f %.1fh0", UNIT * ends[i], -UNIT * ends[i + 1]));
            }
        }
        double w = UNIT * (WIDE + 0.1);
        double h = UNIT * (HIGH + 0.1);
        return String.format(Locale.ROOT, """
                <svg viewBox="%.0f %.0f %.0f %.0f" role="img" aria-label="\
                Arrows of a score over the plane, and points that followed it with noise: they gather in two wells.">\
                <path class="arrows" d="%s"/><path class="points" d="%s"/></svg>""",
                -w, -h, 2 * w, 2 * h, arrows, dots);
    }

    /** A shaft and the two strokes of its head. */
    private static void arrow(StringBuilder path, double x, double y, double dx, double dy) {
        double tipX = x + dx;
        double tipY = y + dy;
        double head = 0.32;
        path.append(String.format(Locale.ROOT, "M%.1f %.1fL%.1f %.1fM%.1f %.1fL%.1f %.1fL%.1f %.1f",
                UNIT * x, -UNIT * y, UNIT * tipX, -UNIT * tipY,
                UNIT * (tipX - head * (dx + 0.6 * dy)), -UNIT * (tipY - head * (dy - 0.6 * dx)),
                UNIT * tipX, -UNIT * tipY,
                UNIT * (tipX - head * (dx - 0.6 * dy)), -UNIT * (tipY - head * (dy + 0.6 * dx))));
    }
}
