package lib.chart;

/** A dashed line for comparison: a circle of theory, or a horizontal reference. */
record ReferenceLine(double x, double y, double radius, String label) implements Mark {

    static ReferenceLine circle(double x, double y, double radius, String label) {
        if (!(radius > 0)) {
            throw new IllegalArgumentException("a circle needs a positive radius, not " + radius);
        }
        return new ReferenceLine(x, y, radius, label);
    }

    static ReferenceLine horizontal(double y) {
        return new ReferenceLine(0, y, 0, "");
    }

    @Override
    public void draw(Canvas canvas) {
        boolean circle = radius > 0;
        Palette over = canvas.textAt(x + radius, y);
        var shape = canvas.shape(circle ? "circle" : "line").put("layer", circle ? "above" : "below")
                .put("x0", circle ? x - radius : 0).put("x1", circle ? x + radius : 1)
                .put("y0", y - radius).put("y1", y + radius);
        shape.withObject("line").put("color", circle ? over.light() : Palette.MUTED.light())
                .put("width", circle ? 1.3 : 1.2)
                .put("dash", "5px,4px");
        if (!circle) {
            shape.put("xref", canvas.xAxis + " domain");
        }
        if (circle) {
            canvas.rings.add(this);
        }
    }

    @Override
    public Rectangle bounds() {
        return radius > 0 ? new Rectangle(x - radius, x + radius, y - radius, y + radius) : null;
    }

    @Override
    public String phrase() {
        return radius > 0 ? "a dashed circle of radius " + Format.number(radius)
                : "a dashed line at " + Format.number(y);
    }

    @Override
    public boolean alongX() {
        return radius == 0;
    }
}
