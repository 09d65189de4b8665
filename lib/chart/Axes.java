package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The axes of one panel and the words at them: hairlines that end where the data do, a heading at the upper left. */
record Axes(Panel panel, Canvas canvas, Layout plan) {

    /** One axis as the panel asks for it: its label and ends, null where the data set them. */
    record Range(String label, Double low, Double high, boolean log) {
        Range {
            if (low != null && !(low < high)) {
                throw new IllegalArgumentException("axis \"%s\" runs from %s to %s: give the lower end first"
                        .formatted(label, low, high));
            }
        }

        Range(String label, Double low, Double high) {
            this(label, low, high, false);
        }

        static Range log(String label, double low, double high) {
            if (!(low > 0)) {
                throw new IllegalArgumentException("a logarithmic axis begins above 0, not at " + low);
            }
            return new Range(label, low, high, true);
        }
    }

    /** The range of a panel's axes: as given, otherwise around the marks. */
    static Rectangle frame(Panel panel) {
        Rectangle box = panel.marks.bounds();
        Range x = panel.x;
        Range y = panel.y;
        return new Rectangle(x.low == null ? box.left() : x.low, x.high == null ? box.right() : x.high,
                y.low == null ? box.bottom() : y.low, y.high == null ? box.top() : y.high);
    }

    /** Whether a panel shows curves over x, and not a plane. */
    static boolean alongX(Panel panel) {
        return !panel.equal && panel.marks.alongX();
    }

    ObjectNode horizontal(Rectangle cell) {
        ObjectNode axis = axis(cell.left(), cell.right(), canvas.across(canvas.frame.left()),
                canvas.across(canvas.frame.right()), canvas.yAxis,
                canvas.log ? ",.0f" : alongX(panel) ? ".2f" : ".2~f");
        if (canvas.log) {
            axis.put("type", "log").put("dtick", 1).put("exponentformat", "power");
        }
        if (!panel.x.label().isEmpty()) {
            ObjectNode title = axis.putObject("title").put("text", Format.markup(panel.x.label())).put("standoff", 6);
            title.putObject("font").put("size", 14).put("color", Theme.QUIET);
        }
        return axis.put("showgrid", false);
    }

    ObjectNode vertical(Rectangle cell) {
        double low = canvas.downward ? canvas.frame.top() : canvas.frame.bottom();
        double high = canvas.downward ? canvas.frame.bottom() : canvas.frame.top();
        ObjectNode axis = axis(cell.bottom(), cell.top(), low, high, canvas.xAxis, alongX(panel) ? ".3~g" : ".2~f");
        if (panel.equal) {
            axis.put("scaleanchor", canvas.xAxis).put("scaleratio", 1).put("constraintoward", "top");
        } else {
            axis.put("nticks", 6).put("zeroline", true).put("zerolinewidth", 1)
                    .put("zerolinecolor", panel.marks.lineAtZero() ? Theme.CLEAR : Theme.AXIS);
        }
        return axis.put("showgrid", !panel.equal);
    }

    private ObjectNode axis(double from, double to, double low, double high, String anchor,
            String format) {
        ObjectNode axis = Json.object().put("anchor", anchor).put("zeroline", false).put("showline", true)
                .put("linecolor", Theme.AXIS).put("linewidth", 1).put("ticks", "outside").put("ticklen", 4)
                .put("tickcolor", Theme.AXIS).put("gridcolor", Theme.HAIRLINE).put("gridwidth", 1)
                .put("fixedrange", plan.narrow()).put("hoverformat", format);
        axis.set("domain", Json.array(from, to));
        axis.set("range", Json.array(low, high));
        axis.putObject("tickfont").put("size", 12).put("color", Theme.QUIET);
        if (panel.equal) {
            axis.put("constrain", "domain").put("tick0", 0)
                    .put("dtick", step(Math.max(canvas.frame.width(), canvas.frame.height())));
        }
        return axis;
    }

    /** One step for both axes, so that a square of the plane looks like one. */
    private static double step(double span) {
        double power = Math.pow(10, Math.floor(Math.log10(span / 5)));
        for (double step : new double[] {1, 2, 5}) {
            if (span / (step * power) <= 7) {
                return Json.round(step * power);
            }
        }
        return Json.round(10 * power);
    }

    /** The title at the upper left; a short name of the vertical axis beside it, a long one after the title. */
    List<ObjectNode> headings() {
        List<ObjectNode> texts = new ArrayList<>();
        String name = panel.y.label();
        boolean before = name.length() <= 2;
        String title = "<b>" + Format.markup(panel.title) + "</b>";
        if (!before && !name.isEmpty()) {
            title += "<span style=\"color:" + Theme.QUIET + "\">   " + Format.markup(name) + "</span>";
        }
        if (panel.marks.oneOf() > 1) {
            title += "<span style=\"color:" + Theme.QUIET + "\">   1 of every " + panel.marks.oneOf() + " drawn</span>";
        }
        texts.add(heading(title, 1, 15, Theme.TEXT).put("xanchor", "left").put("xshift", -1).put("yanchor", "bottom")
                .put("yshift", 8));
        if (before && !name.isEmpty()) {
            texts.add(heading(Format.markup(name), 0.5, 14, Theme.QUIET).put("xanchor", "right").put("xshift", -26)
                    .put("yanchor", "middle"));
        }
        return texts;
    }

    private ObjectNode heading(String text, double height, int size, String colour) {
        ObjectNode heading = Json.object().put("text", text).put("showarrow", false)
                .put("xref", canvas.xAxis + " domain").put("yref", canvas.yAxis + " domain").put("x", 0)
                .put("y", height).put("borderpad", 0);
        heading.putObject("font").put("size", size).put("color", colour);
        return heading;
    }
}
