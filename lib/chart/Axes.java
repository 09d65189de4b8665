package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The axes of one panel and the words at them: hairlines that end where the data do, a heading at the upper left. */
record Axes(Panel panel, Canvas canvas, Layout plan) {

    ObjectNode horizontal(Rectangle cell) {
        ObjectNode axis = axis(cell.left(), cell.right(), canvas.across(canvas.frame.left()),
                canvas.across(canvas.frame.right()), canvas.yAxis, canvas.log ? ",.0f" : panel.alongX() ? ".2f" : ".2~f");
        if (canvas.log) {
            axis.put("type", "log").put("dtick", 1).put("exponentformat", "power");
        }
        if (!panel.xLabel().isEmpty()) {
            ObjectNode title = axis.putObject("title").put("text", Format.markup(panel.xLabel())).put("standoff", 6);
            title.putObject("font").put("size", 14).put("color", Theme.QUIET);
        }
        return axis.put("showgrid", false);
    }

    ObjectNode vertical(Rectangle cell) {
        double low = canvas.downward ? canvas.frame.top() : canvas.frame.bottom();
        double high = canvas.downward ? canvas.frame.bottom() : canvas.frame.top();
        ObjectNode axis = axis(cell.bottom(), cell.top(), low, high, canvas.xAxis, panel.alongX() ? ".3~g" : ".2~f");
        if (panel.equal()) {
            axis.put("scaleanchor", canvas.xAxis).put("scaleratio", 1).put("constraintoward", "top");
        } else {
            axis.put("nticks", 6).put("zeroline", true).put("zerolinewidth", 1)
                    .put("zerolinecolor", panel.hasGuideAtZero() ? Theme.CLEAR : Theme.AXIS);
        }
        return axis.put("showgrid", !panel.equal());
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
        if (panel.equal()) {
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
        String name = panel.yLabel();
        boolean before = name.length() <= 2;
        String title = "<b>" + Format.markup(panel.title()) + "</b>";
        if (!before && !name.isEmpty()) {
            title += "<span style=\"color:" + Theme.QUIET + "\">   " + Format.markup(name) + "</span>";
        }
        if (panel.oneOf() > 1) {
            title += "<span style=\"color:" + Theme.QUIET + "\">   1 of every " + panel.oneOf() + " drawn</span>";
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
