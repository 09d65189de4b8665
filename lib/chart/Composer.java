package lib.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Puts sketched panels together: traces, axes, and one layout for wide pages that carries another for narrow ones. */
final class Composer {

    private final boolean stacked;
    private final List<Panel> panels;
    private final List<Canvas> canvases = new ArrayList<>();

    Composer(boolean stacked, List<Panel> panels) {
        this.stacked = stacked;
        this.panels = panels;
        Rectangle shared = Axes.frame(panels.get(panels.size() - 1));
        for (int k = 0; k < panels.size(); k++) {
            Rectangle frame = Axes.frame(panels.get(k));
            if (stacked) {
                frame = new Rectangle(shared.left(), shared.right(), frame.bottom(), frame.top());
            }
            canvases.add(Canvas.of(panels.get(k), frame, stacked || k == 0 ? "x" : "x" + (k + 1),
                    k == 0 ? "y" : "y" + (k + 1)));
        }
    }

    ChartFigure figure(String description) {
        List<ObjectNode> traces = new ArrayList<>();
        canvases.forEach(canvas -> traces.addAll(canvas.traces));
        AnimatedPoints.Motion motion = canvases.get(0).motion;
        if (motion == null ? canvases.stream().anyMatch(canvas -> canvas.motion != null) : canvases.size() > 1) {
            throw new IllegalArgumentException("points that move stand in a chart of one panel: Chart.of(panel)");
        }
        Layout wide = Layout.wide(panels, canvases, stacked);
        Layout narrow = Layout.narrow(panels, canvases, stacked);
        ObjectNode layout = arrange(wide);
        base(layout);
        ObjectNode meta = layout.putObject("meta");
        meta.putObject("aspect").put("wide", wide.aspect()).put("narrow", narrow.aspect());
        meta.putObject("height").<ObjectNode>set("wide", wide.height()).set("narrow", narrow.height());
        meta.put("maxWidth", (int) wide.width());
        meta.set("narrow", arrange(narrow));
        if (motion != null) {
            meta.put("way", motion.way());
        }
        return new ChartFigure(traces, layout, config(), motion == null ? Json.array() : motion.frames(), description);
    }

    /** What differs between wide and narrow: margins, axes, captions. */
    private ObjectNode arrange(Layout plan) {
        ObjectNode layout = Json.object();
        layout.set("margin", plan.margin());
        ArrayNode texts = Json.array();
        for (int k = 0; k < panels.size(); k++) {
            Canvas canvas = canvases.get(k);
            Axes axes = new Axes(panels.get(k), canvas, plan);
            Rectangle cell = plan.cells().get(k);
            boolean last = k == panels.size() - 1;
            if (!stacked || last) {
                layout.set("xaxis" + canvas.xAxis.substring(1), axes.horizontal(cell));
            }
            layout.set("yaxis" + canvas.yAxis.substring(1), axes.vertical(cell));
            axes.headings().forEach(texts::add);
            new LabelPlacement(canvas, plan.pixels(cell)).texts().forEach(texts::add);
        }
        layout.set("annotations", texts);
        return layout;
    }

    private void base(ObjectNode layout) {
        layout.put("paper_bgcolor", Theme.CLEAR).put("plot_bgcolor", Theme.CLEAR).put("showlegend", false)
                .put("autosize", true).put("dragmode", false).put("hoverdistance", 24);
        if (panels.stream().allMatch(Axes::alongX)) {
            layout.put("hovermode", "x").put("hoversubplots", "axis");
        } else {
            layout.put("hovermode", "closest");
        }
        layout.withObject("font").put("family", Theme.FONT).put("size", 13).put("color", Theme.TEXT);
        ObjectNode label = layout.withObject("hoverlabel").put("bgcolor", Theme.PAPER).put("bordercolor", Theme.AXIS)
                .put("align", "left");
        label.withObject("font").put("family", Theme.FONT).put("size", 13).put("color", Theme.TEXT);
        layout.withObject("modebar").put("bgcolor", Theme.CLEAR).put("color", Theme.AXIS)
                .put("activecolor", Theme.TEXT);
        ArrayNode shapes = layout.putArray("shapes");
        canvases.forEach(canvas -> canvas.shapes.forEach(shapes::add));
    }

    private static ObjectNode config() {
        ObjectNode config = Json.object().put("displaylogo", false).put("responsive", true).put("scrollZoom", false)
                .put("showTips", false).put("displayModeBar", "hover");
        config.putArray("modeBarButtons").addArray().add("zoom2d").add("resetScale2d").add("toImage");
        config.withObject("toImageButtonOptions").put("format", "svg");
        return config;
    }
}
