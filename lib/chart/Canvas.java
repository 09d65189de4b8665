package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A panel being written: its axes, the JSON so far, and where the ink is, so that captions can keep clear of it. */
final class Canvas {

    final Rectangle frame;
    final String xLabel;
    final String yLabel;
    final String xAxis; // "x", "x2", ...
    final String yAxis;
    final List<ObjectNode> traces = new ArrayList<>();
    final List<ObjectNode> shapes = new ArrayList<>();
    final List<Annotation> captions = new ArrayList<>();
    final List<ReferenceLine> rings = new ArrayList<>(); // circles, which captions keep clear of
    final List<double[]> ink = new ArrayList<>(); // points (x, y) that captions should not cover
    AnimatedPoints.Motion motion; // what moves; null where nothing does
    final boolean log; // the horizontal axis
    final boolean downward; // the vertical axis
    private Shade shade = (x, y) -> null; // plain paper

    /** The colour of a text at a place, chosen against what lies under it; null for the plain paper. */
    interface Shade {
        Palette at(double x, double y);
    }

    private Canvas(Rectangle frame, Panel panel, String xAxis, String yAxis) {
        this.frame = frame;
        this.xLabel = panel.x.label();
        this.yLabel = panel.y.label();
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.log = panel.x.log();
        this.downward = panel.downward;
    }

    /** All marks of a panel, drawn on axes of a range. */
    static Canvas of(Panel panel, Rectangle frame, String xAxis, String yAxis) {
        if (!panel.equal && panel.marks.has(Arrows.Field.class)) {
            throw new IllegalArgumentException("panel \"" + panel.title
                    + "\" has arrows: call equalAspect(), or their directions would be wrong");
        }
        Canvas canvas = new Canvas(frame, panel, xAxis, yAxis);
        panel.marks.draw(canvas);
        return canvas;
    }

    /** A new trace of a type, on this panel's axes. */
    ObjectNode trace(String type) {
        ObjectNode trace = Json.object().put("type", type).put("xaxis", xAxis).put("yaxis", yAxis);
        traces.add(trace);
        return trace;
    }

    /** A new scatter trace through points, with no legend. */
    ObjectNode scatter(String mode, double[] x, double[] y) {
        ObjectNode trace = trace("scatter").put("mode", mode).put("showlegend", false);
        trace.set("x", Json.floats(x));
        trace.set("y", Json.floats(y));
        return trace;
    }

    /** A new shape, in the units of this panel's axes. */
    ObjectNode shape(String type) {
        ObjectNode shape = Json.object().put("type", type).put("xref", xAxis).put("yref", yAxis);
        shapes.add(shape);
        return shape;
    }

    /** Where a value stands on the horizontal axis, as Plotly counts: a logarithmic axis by powers of ten. */
    double across(double x) {
        return log ? Math.log10(x) : x;
    }

    void keepClear(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            ink.add(new double[] {x[i], y[i]});
        }
    }

    void shade(Shade under) {
        shade = under;
    }

    boolean onPaper(double x, double y) {
        return shade.at(x, y) == null;
    }

    Palette textAt(double x, double y) {
        Palette ink = shade.at(x, y);
        return ink == null ? Palette.THEORY : ink;
    }
}
