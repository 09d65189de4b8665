package lib.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A Tablesaw figure whose traces, layout and configuration are JSON. It draws with the page's {@code drawFigure} where
 * there is one, and with Plotly's own {@code newPlot} on Tablesaw's page. A figure with frames is played by the page's
 * controls; on Tablesaw's page it plays once.
 */
public final class ChartFigure extends Figure {

    private final ObjectNode layout;
    private final ObjectNode config;
    private final ArrayNode frames;
    private final String description;

    ChartFigure(List<ObjectNode> traces, ObjectNode layout, ObjectNode config, ArrayNode frames, String description) {
        super(traces.stream().map(JsonTrace::new).toArray(Trace[]::new));
        this.layout = layout;
        this.config = config;
        this.frames = frames;
        this.description = description;
    }

    /** The figure in one plain sentence, for its accessible name. */
    public String description() {
        return description;
    }

    /** Whether something in it moves. */
    public boolean isAnimated() {
        return !frames.isEmpty();
    }

    /** The element the figure is drawn in: named for those who cannot see it, sized before the script runs. */
    @Override
    public String divString(String divName) {
        return String.format(Locale.ROOT, "<div id=\"%s\" class=\"chart\" role=\"img\" aria-label=\"%s\""
                        + " style=\"width:100%%;max-width:%dpx;aspect-ratio:%s;margin:0 auto\"></div>%n",
                divName, description.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"),
                layout.at("/meta/maxWidth").asInt(), layout.at("/meta/aspect/wide").asText());
    }

    @Override
    protected void buildContext(String divName) {
        super.buildContext(divName);
        getContext().put("figure", getContext().get("figure") + "var layout = " + Json.script(layout)
                + ";\nvar config = " + Json.script(config) + ";\n"
                        + (isAnimated() ? "var frames = " + Json.script(frames) + ";\n" : ""));
    }

    @Override
    protected String plotFunction(String target) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < getTraces().length; i++) {
            names.append(i == 0 ? "" : ", ").append("trace").append(i);
        }
        return "var data = [" + names + "];\n" + (isAnimated()
                ? "if (window.drawFigure) drawFigure(" + target + ", data, layout, config, frames);\n"
                        + "else Plotly.newPlot(" + target + ", {data, layout, config, frames}).then(Plotly.animate);"
                : "(window.drawFigure || Plotly.newPlot)(" + target + ", data, layout, config);");
    }

    /**
     * A Plotly trace given as JSON: Tablesaw writes it as {@code var trace<i> = {...};} among its own traces.
     *
     * @param json the trace as Plotly's reference describes it, "type" included
     */
    private record JsonTrace(ObjectNode json) implements Trace {

        @Override
        public String asJavascript(int i) {
            return "var trace" + i + " = " + Json.script(json) + ";";
        }

        @Override
        public String name() {
            return json.path("name").asText("");
        }

        /** None: hover labels are styled for the whole figure in its layout. */
        @Override
        public HoverLabel hoverLabel() {
            return null;
        }

        @Override
        public boolean showLegend() {
            return json.path("showlegend").asBoolean(false);
        }
    }
}
