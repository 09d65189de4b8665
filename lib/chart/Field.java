package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A field of arrows: one trace of closed polygons, and invisible markers at the bases that answer the hover. */
record Field(double[] x, double[] y, double[] u, double[] v, Arrows style) implements Mark {

    @Override
    public void draw(Canvas canvas) {
        double largest = 0;
        for (int k = 0; k < u.length; k++) {
            largest = Math.max(largest, Math.hypot(u[k], v[k]));
        }
        ArrowShape shape = new ArrowShape(style.width() * canvas.frame.width(), style.compressed() ? 0.45 : 1);
        int stride = ArrowShape.POINTS + 1; // a gap after each arrow
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
