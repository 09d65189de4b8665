package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A Plotly trace given as JSON: Tablesaw writes it as {@code var trace<i> = {...};} among its own traces.
 *
 * @param json the trace as Plotly's reference describes it, "type" included
 */
public record JsonTrace(ObjectNode json) implements Trace {

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
