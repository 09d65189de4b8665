package lib.chart;

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
     * Arrows whose lengths are compressed from a chosen size on: length = longest log(1 + |s|/knee) / log(1 + max |s|/knee).
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

    /** The rule of the lengths in words, for a caption. */
    public String rule() {
        return compressed
                ? "Arrow lengths are compressed: they grow with log(1 + |s|" + (knee == 1 ? "" : "/" + Format.number(knee))
                        + "). Directions are exact."
                : "Arrow lengths are proportional to |s|: a score of length " + Format.number(scale)
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
}
