package lib.chart;

import tech.tablesaw.api.Table;

/**
 * One pair of axes and what is drawn on it, collected mark by mark; later marks lie over earlier ones. Data come as
 * tables with columns named by strings. Every method returns this panel. A column that is missing, holds no numbers or
 * holds NaN, and a table without rows, raise an {@link IllegalArgumentException} that names them.
 */
public final class Panel {

    private final String title;
    private final Marks marks = new Marks();
    private Axis x = new Axis("", null, null);
    private Axis y = new Axis("", null, null);
    private boolean equal;
    private boolean log;
    private boolean downward;

    private record Axis(String label, Double low, Double high) {
        Axis {
            if (low != null && !(low < high)) {
                throw new IllegalArgumentException("axis \"%s\" runs from %s to %s: give the lower end first"
                        .formatted(label, low, high));
            }
        }
    }

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
        x = new Axis(label, null, null);
        return this;
    }

    /** The horizontal axis from low to high. */
    public Panel x(String label, double low, double high) {
        x = new Axis(label, low, high);
        return this;
    }

    /** The horizontal axis from low to high, both positive, on a logarithmic scale. */
    public Panel xLog(String label, double low, double high) {
        if (!(low > 0)) {
            throw new IllegalArgumentException("a logarithmic axis begins above 0, not at " + low);
        }
        log = true;
        return x(label, low, high);
    }

    /** The vertical axis, as long as the data. */
    public Panel y(String label) {
        y = new Axis(label, null, null);
        return this;
    }

    /** The vertical axis from low to high. */
    public Panel y(String label, double low, double high) {
        y = new Axis(label, low, high);
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
     * @param grid a complete grid, one row a point, in any order
     * @param count how many levels are wanted: round numbers near it are chosen, as matplotlib's contourf does
     */
    public Panel contour(Table grid, String x, String y, String value, ColorScale scale, int count) {
        return contour(grid, x, y, value, scale, count, 1);
    }

    /** Filled contours of a grid with an opacity from 0 to 1. */
    public Panel contour(Table grid, String x, String y, String value, ColorScale scale, int count, double opacity) {
        GridData values = GridData.of(grid, x, y, value);
        return add(new Contour(values, ContourLevels.nice(values.min(), values.max(), count), scale, opacity, false,
                value));
    }

    /**
     * Filled contours at exactly these levels, which may be uneven; colours run evenly from level to level, values
     * outside keep the colour of the first or last band. Hairlines part the bands.
     */
    public Panel contour(Table grid, String x, String y, String value, ColorScale scale, double[] levels) {
        return contour(grid, x, y, value, scale, levels, 1);
    }

    /** Filled contours at exactly these levels with an opacity from 0 to 1. */
    public Panel contour(Table grid, String x, String y, String value, ColorScale scale, double[] levels,
            double opacity) {
        return add(new Contour(GridData.of(grid, x, y, value), new ContourLevels(levels.clone()), scale, opacity, true,
                value));
    }

    /** Arrows (u, v) at points (x, y), one a row. The panel needs {@link #equalAspect()}. */
    public Panel arrows(Table field, String x, String y, String u, String v, Arrows style) {
        return add(new Arrows.Field(Data.column(field, x), Data.column(field, y), Data.column(field, u),
                Data.column(field, v), style));
    }

    /** A curve through the rows in their order. */
    public Panel line(Table curve, String x, String y, Palette ink) {
        return curve(curve, x, y, ink, Curve.Kind.LINE);
    }

    /** A dashed curve: what theory says, beside what was sampled. */
    public Panel lineDashed(Table curve, String x, String y, Palette ink) {
        return curve(curve, x, y, ink, Curve.Kind.DASHED);
    }

    /** A curve, filled lightly down to zero. */
    public Panel area(Table curve, String x, String y, Palette ink) {
        return curve(curve, x, y, ink, Curve.Kind.AREA);
    }

    /** A thin trajectory in the plane, one row a step. */
    public Panel path(Table walk, String x, String y, Palette ink) {
        return curve(walk, x, y, ink, Curve.Kind.PATH);
    }

    private Panel curve(Table table, String x, String y, Palette ink, Curve.Kind kind) {
        return add(Curve.of(Data.column(table, x), Data.column(table, y), kind, ink));
    }

    /** Small round points with an outline of paper; of more than five thousand the panel says how many are drawn. */
    public Panel points(Table samples, String x, String y, Palette ink) {
        boolean many = samples.rowCount() > 100;
        return points(samples, x, y, ink, many ? 5 : 7, 1);
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
        if (!(radius > 0)) {
            throw new IllegalArgumentException("a circle needs a positive radius, not " + radius);
        }
        return add(new ReferenceLine(x, y, radius, label));
    }

    /** A dashed reference line across the panel. */
    public Panel horizontal(double y) {
        return add(new ReferenceLine(0, y, 0, ""));
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

    String title() {
        return title;
    }

    String xLabel() {
        return x.label();
    }

    String yLabel() {
        return y.label();
    }

    boolean equal() {
        return equal;
    }

    /** Whether the panel shows curves over x, and not a plane. */
    boolean alongX() {
        return !equal && marks.alongX();
    }

    /** Of how many points the panel draws one. */
    int oneOf() {
        return marks.oneOf();
    }

    /** Whether a dashed line stands at zero, so that the axis need not draw one. */
    boolean hasGuideAtZero() {
        return marks.has(new ReferenceLine(0, 0, 0, ""));
    }

    /** The range of the axes: as given, otherwise around the marks. */
    Rectangle frame() {
        Rectangle box = marks.bounds();
        return new Rectangle(x.low() == null ? box.left() : x.low(), x.high() == null ? box.right() : x.high(),
                y.low() == null ? box.bottom() : y.low(), y.high() == null ? box.top() : y.high());
    }

    /** All marks, drawn on axes of a range. */
    Canvas canvas(Rectangle frame, String xAxis, String yAxis) {
        if (!equal && marks.has(Arrows.Field.class)) {
            throw new IllegalArgumentException(
                    "panel \"" + title + "\" has arrows: call equalAspect(), or their directions would be wrong");
        }
        Canvas canvas = new Canvas(frame, x.label(), y.label(), xAxis, yAxis);
        canvas.log = log;
        canvas.downward = downward;
        marks.draw(canvas);
        return canvas;
    }

    /** The panel's moving points as pictures. */
    FrameRenderer film() {
        return new FrameRenderer(this, marks.first(AnimatedPoints.class).orElseThrow(() ->
                new IllegalStateException("nothing moves in the panel \"" + title + "\": add moving(...) first")),
                        marks.first(Contour.class));
    }

    /** The panel in words: its title and marks. */
    String describe() {
        String all = marks.describe();
        return title + (all.isEmpty() ? "" : " (" + all + ")");
    }
}
