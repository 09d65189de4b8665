package lib.chart;

import tech.tablesaw.api.Table;

/**
 * One pair of axes and what is drawn on it, collected mark by mark; later marks lie over earlier ones. Data come as
 * tables with columns named by strings. Every method returns this panel. A column that is missing, holds no numbers or
 * holds NaN, and a table without rows, raise an {@link IllegalArgumentException} that names them.
 */
public final class Panel {

    final String title;
    final Marks marks = new Marks();
    Axes.Range x = new Axes.Range("", null, null);
    Axes.Range y = new Axes.Range("", null, null);
    boolean equal;
    boolean downward;

    private Panel(String title) {
        this.title = title;
    }

    /** An empty panel. In its title and labels a letter that stands alone is a symbol and is set in italics. */
    public static Panel titled(String title) {
        return new Panel(title);
    }

    /** A panel of the plane, undistorted: x₁ and x₂ around 0, as far as these reaches. */
    public static Panel plane(String title, double reach1, double reach2) {
        return titled(title).x("x₁", -reach1, reach1).y("x₂", -reach2, reach2).equalAspect();
    }

    /** The horizontal axis, as long as the data. */
    public Panel x(String label) {
        x = new Axes.Range(label, null, null);
        return this;
    }

    /** The horizontal axis from low to high. */
    public Panel x(String label, double low, double high) {
        x = new Axes.Range(label, low, high);
        return this;
    }

    /** The horizontal axis from low to high, both positive, on a logarithmic scale. */
    public Panel xLog(String label, double low, double high) {
        x = Axes.Range.log(label, low, high);
        return this;
    }

    /** The vertical axis, as long as the data. */
    public Panel y(String label) {
        y = new Axes.Range(label, null, null);
        return this;
    }

    /** The vertical axis from low to high. */
    public Panel y(String label, double low, double high) {
        y = new Axes.Range(label, low, high);
        return this;
    }

    /** The vertical axis runs from the top down, as steps do that are counted. */
    public Panel downward() {
        downward = true;
        return this;
    }

    /** One unit is as long on both axes. Arrows ask for it. */
    public Panel equalAspect() {
        equal = true;
        return this;
    }

    /**
     * Filled contours of a grid, opaque.
     *
     * @param grid a complete grid, one row a point, in any order: its columns x, y and z
     * @param count how many levels are wanted: round numbers near it are chosen, as matplotlib's contourf does
     */
    public Panel contour(Table grid, String x, String y, String z, ColorScale scale, int count) {
        return contour(grid, x, y, z, scale, count, 1);
    }

    /** Filled contours of a grid with an opacity from 0 to 1. */
    public Panel contour(Table grid, String x, String y, String z, ColorScale scale, int count, double opacity) {
        GridData values = GridData.of(grid, x, y, z);
        ContourLevels levels = ContourLevels.nice(values.min(), values.max(), count);
        return add(new Contour(values, levels, scale, opacity, false, z));
    }

    /**
     * Filled contours at exactly these levels, which may be uneven; colours run evenly from level to level, values
     * outside keep the colour of the first or last band. Hairlines part the bands.
     */
    public Panel contour(Table grid, String x, String y, String z, ColorScale scale, double[] levels) {
        return contour(grid, x, y, z, scale, levels, 1);
    }

    /** Filled contours at exactly these levels with an opacity from 0 to 1. */
    public Panel contour(Table grid, String x, String y, String z, ColorScale scale, double[] levels, double opacity) {
        GridData values = GridData.of(grid, x, y, z);
        return add(new Contour(values, new ContourLevels(levels.clone()), scale, opacity, true, z));
    }

    /** Arrows (u, v) at points (x, y), one a row. The panel needs {@link #equalAspect()}. */
    public Panel arrows(Table field, String x, String y, String u, String v, Arrows style) {
        return add(new Arrows.Field(Data.column(field, x), Data.column(field, y), Data.column(field, u),
                Data.column(field, v), style));
    }

    /** A curve through the rows in their order. */
    public Panel line(Table curve, String x, String y, Palette ink) {
        return add(Curve.of(curve, x, y, ink, Curve.Kind.LINE));
    }

    /** A dashed curve: what theory says, beside what was sampled. */
    public Panel lineDashed(Table curve, String x, String y, Palette ink) {
        return add(Curve.of(curve, x, y, ink, Curve.Kind.DASHED));
    }

    /** A curve, filled lightly down to zero. */
    public Panel area(Table curve, String x, String y, Palette ink) {
        return add(Curve.of(curve, x, y, ink, Curve.Kind.AREA));
    }

    /** A thin trajectory in the plane, one row a step. */
    public Panel path(Table walk, String x, String y, Palette ink) {
        return add(Curve.of(walk, x, y, ink, Curve.Kind.PATH));
    }

    /** Small round points with an outline of paper; of more than five thousand the panel says how many are drawn. */
    public Panel points(Table samples, String x, String y, Palette ink) {
        return points(samples, x, y, ink, samples.rowCount() > 100 ? 5 : 7, 1);
    }

    /** Round points with a diameter in pixels and an opacity from 0 to 1. */
    public Panel points(Table samples, String x, String y, Palette ink, double size, double opacity) {
        return add(Scatter.of(Data.column(samples, x), Data.column(samples, y), ink, size, opacity, "circle"));
    }

    /** Square points with a side in pixels: told apart from round ones without colour. */
    public Panel squares(Table samples, String x, String y, Palette ink, double size) {
        return add(Scatter.of(Data.column(samples, x), Data.column(samples, y), ink, size, 1, "square"));
    }

    /**
     * Points that move: rows with one value of the column {@code frame} are one frame, and a row is the same point in
     * each. A page plays, steps and scrubs through the frames. The chart has this one panel.
     */
    public Panel moving(Table frames, String frame, String x, String y, Palette ink) {
        return add(AnimatedPoints.of(frames, frame, x, y, ink));
    }

    /** A dashed circle: what theory says. */
    public Panel circle(double x, double y, double radius) {
        return circle(x, y, radius, "");
    }

    /** A dashed circle with a label at its upper right. */
    public Panel circle(double x, double y, double radius, String label) {
        return add(ReferenceLine.circle(x, y, radius, label));
    }

    /** A dashed reference line across the panel. */
    public Panel horizontal(double y) {
        return add(ReferenceLine.horizontal(y));
    }

    /** A dot with a boxed text beside it, placed where it covers as little as possible. */
    public Panel note(double x, double y, String text) {
        return add(new Annotation(x, y, text, Annotation.Kind.BOXED));
    }

    /** A small dot with a bare text beside it, placed where it covers as little as possible. */
    public Panel spot(double x, double y, String text) {
        return add(new Annotation(x, y, text, Annotation.Kind.DOT));
    }

    /** A bare text centred on a point. */
    public Panel label(double x, double y, String text) {
        return add(new Annotation(x, y, text, Annotation.Kind.CENTRED));
    }

    /**
     * Hover text of the mark just added, as Plotly's hovertemplate has it: "%{x}" and "%{y}", for contours also "%{z}",
     * for arrows "%{text}" (the vector, its length, the step in words). Without a format of its own a number is
     * rounded for reading and has a proper minus sign.
     */
    public Panel hover(String template) {
        marks.hover(template);
        return this;
    }

    private Panel add(Mark mark) {
        marks.add(mark);
        return this;
    }
}
