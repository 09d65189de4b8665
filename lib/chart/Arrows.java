package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How arrows are drawn: how long an arrow is for a vector, how wide its shaft is, and in which colour.
 * Each arrow starts at the point where its vector was evaluated.
 *
 * @param compressed whether lengths are compressed by a logarithm (true) or proportional to the vector's length
 * @param knee for compressed lengths: the |s| below which lengths are still about proportional
 * @param scale for proportional lengths: the vector length that would span the whole width of the axes;
 *     for compressed ones: the length of the longest arrow, in the units of the axes
 * @param width the shaft's width as a fraction of the width of the axes
 * @param ink the colour
 */
public record Arrows(boolean compressed, double scale, double knee, double width, Palette ink) {

    public Arrows {
        if (!(scale > 0) || !(width > 0) || !(knee > 0)) {
            throw new IllegalArgumentException(
                    "arrows need a positive scale, knee and width, not %s, %s and %s".formatted(scale, knee, width));
        }
    }

    /**
     * Arrows as matplotlib's quiver draws them: length = |s| times the width of the axes / scale, shaft 0.004 of the
     * width of the axes.
     */
    public static Arrows quiver(double scale) {
        return new Arrows(false, scale, 1, 0.004, Palette.ARROW);
    }

    /**
     * Arrows whose lengths are compressed, so that weak and strong vectors can be read together:
     * length = longest log(1 + |s|) / log(1 + max |s|). Directions stay exact.
     *
     * @param longest the length of the longest arrow in the units of the axes: a little less than the grid's spacing
     */
    public static Arrows compressed(double longest) {
        return compressed(longest, 1);
    }

    /**
     * Arrows whose lengths are compressed from a chosen size on:
     * length = longest log(1 + |s|/knee) / log(1 + max |s|/knee).
     *
     * @param knee the |s| that should still be well seen; a tenth shows the weak vectors around a well
     */
    public static Arrows compressed(double longest, double knee) {
        return new Arrows(true, longest, knee, 0.0045, Palette.ARROW);
    }

    /** The same arrows with another shaft width, as a fraction of the width of the axes. */
    public Arrows width(double fraction) {
        return new Arrows(compressed, scale, knee, fraction, ink);
    }

    /** The same arrows in another colour. */
    public Arrows ink(Palette other) {
        return new Arrows(compressed, scale, knee, width, other);
    }

    /** The rule of the lengths, for a caption: Markdown with its mathematics. */
    public String rule() {
        return compressed
                ? "Arrow lengths are compressed: they grow with $`\\log(1 + |s|"
                        + (knee == 1 ? "" : "/" + Format.number(knee))
                        + ")`$. Directions are exact."
                : "Arrow lengths are proportional to $`|s|`$: a score of length " + Format.number(scale)
                        + " would span the whole width of the axes.";
    }

    /**
     * Length of one arrow in the units of the axes.
     *
     * @param size |s|
     * @param largest the largest |s| of the field
     * @param span the width of the axes
     */
    double length(double size, double largest, double span) {
        if (!compressed) {
            return size * span / scale;
        }
        return largest == 0 ? 0 : scale * Math.log1p(size / knee) / Math.log1p(largest / knee);
    }

    /** A field of arrows: one trace of closed polygons, and invisible markers at the bases that answer the hover. */
    record Field(double[] x, double[] y, double[] u, double[] v, Arrows style) implements Mark {

        @Override
        public void draw(Canvas canvas) {
            double largest = 0;
            for (int k = 0; k < u.length; k++) {
                largest = Math.max(largest, Math.hypot(u[k], v[k]));
            }
            Shape shape = new Shape(style.width() * canvas.frame.width(), style.compressed() ? 0.45 : 1);
            int stride = Shape.POINTS + 1; // a gap after each arrow
            double[] px = new double[stride * x.length];
            double[] py = new double[stride * x.length];
            var words = Json.array();
            for (int k = 0; k < x.length; k++) {
                double size = Math.hypot(u[k], v[k]);
                double length = style.length(size, largest, canvas.frame.width());
                shape.draw(x[k], y[k], size == 0 ? 1 : u[k] / size, size == 0 ? 0 : v[k] / size, length, px, py,
                        stride * k);
                px[stride * k + stride - 1] = Double.NaN;
                py[stride * k + stride - 1] = Double.NaN;
                words.add("(%s, %s), length %s:<br>%s".formatted(Format.number(u[k]), Format.number(v[k]),
                        Format.number(size), Format.step(u[k], v[k], largest)));
                canvas.ink.add(new double[] {x[k], y[k]});
                canvas.ink.add(new double[] {x[k] + 0.5 * length * u[k] / Math.max(size, 1e-30),
                    y[k] + 0.5 * length * v[k] / Math.max(size, 1e-30)});
                canvas.ink.add(new double[] {x[k] + length * u[k] / Math.max(size, 1e-30),
                    y[k] + length * v[k] / Math.max(size, 1e-30)});
            }
            ObjectNode polygons = canvas.scatter("lines", px, py).put("fill", "toself").put("hoverinfo", "skip")
                    .put("fillcolor", style.ink().light());
            polygons.withObject("line").put("width", 0).put("simplify", false).put("color", style.ink().light());
            ObjectNode bases = canvas.scatter("markers", x, y).put("hovertemplate",
                    "at (%{x}, %{y}) the score is<br>%{text}<extra></extra>");
            bases.withObject("marker").put("size", 8).put("opacity", 0).put("color", style.ink().light());
            bases.set("text", words);
        }

        @Override
        public Rectangle bounds() {
            return Rectangle.around(x, y);
        }

        @Override
        public String phrase() {
            return Format.count(x.length, "arrow") + (style.compressed() ? " of compressed length" : "");
        }

        @Override
        public boolean alongX() {
            return false;
        }
    }

    /**
     * The outline of one arrow, as matplotlib's quiver draws it (quiver.py, {@code _h_arrows}): head three shaft widths
     * wide, five long, its barbs swept to 4.5; an arrow shorter than its head shrinks as a whole; one shorter than its
     * shaft is wide becomes a dot.
     *
     * @param width the shaft's width, in the units of the axes
     * @param tail the shaft's width at its base, as a fraction of its width at the head: 1 for quiver
     */
    record Shape(double width, double tail) {

        /** Corners of every arrow. */
        static final int POINTS = 7;

        private static final double HEAD_WIDTH = 3;
        private static final double HEAD_LENGTH = 5;
        private static final double HEAD_AXIS = 4.5;

        /**
         * Writes the corners of an arrow.
         *
         * @param x base
         * @param dx direction, of length 1 with dy
         * @param length in the units of the axes
         * @param px where its {@link #POINTS} corners go, from position {@code at} on
         */
        void draw(double x, double y, double dx, double dy, double length, double[] px, double[] py, int at) {
            double reach = length / width;
            double shrink = reach < HEAD_LENGTH ? reach / HEAD_LENGTH : 1;
            double unit = width * shrink;
            double neck = length - HEAD_AXIS * unit;
            double barb = length - HEAD_LENGTH * unit;
            double[] along = {0, neck, barb, length, barb, neck, 0};
            double[] across = {-tail / 2, -0.5, -HEAD_WIDTH / 2, 0, HEAD_WIDTH / 2, 0.5, tail / 2};
            boolean dot = reach < 1;
            for (int k = 0; k < POINTS; k++) {
                double a = dot ? Math.cos(Math.PI * Math.min(k, 6) / 3) * width / 2 : along[k];
                double b = dot ? Math.sin(Math.PI * Math.min(k, 6) / 3) * width / 2 : across[k] * unit;
                px[at + k] = x + a * dx - b * dy;
                py[at + k] = y + a * dy + b * dx;
            }
        }
    }
}
