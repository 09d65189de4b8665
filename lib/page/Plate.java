package lib.page;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.plotly.components.Figure;

/**
 * An exhibit as HTML.
 *
 * @param number from 1, in the order of the page
 * @param title plain text
 * @param caption HTML
 * @param drawings one a view
 */
public record Plate(int number, String title, String caption, List<Drawing> drawings) {

    /** A view's label, and the element and script that draw it. */
    public record Drawing(int number, String label, String html) {}

    static List<Plate> of(List<Exhibit> exhibits, Markdown markdown) {
        List<Plate> plates = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            int number = plates.size() + 1;
            List<Drawing> drawings = new ArrayList<>();
            for (View view : exhibit.views()) {
                int nth = drawings.size() + 1;
                String name = exhibit.views().size() == 1 ? exhibit.description()
                        : view.label() + ": " + exhibit.description();
                drawings.add(new Drawing(nth, view.label(), html(view.figure(), "plot" + number + "_" + nth, name)));
            }
            plates.add(new Plate(number, exhibit.title(), markdown.html(exhibit.caption()), drawings));
        }
        return plates;
    }

    private static String html(Figure figure, String id, String name) {
        String target = figure.divString(id).strip();
        if (!target.contains("role=")) { // a figure of Tablesaw's own has no name for those who cannot see it
            target = "<div role=\"img\" aria-label=\"" + Html.escape(name) + "\">" + target + "</div>";
        }
        String script = figure.asJavascript(id).strip();
        String open = "<script>";
        String close = "</script>";
        // whatever the figure's strings hold, the element ends where it should
        if (script.startsWith(open) && script.endsWith(close)) {
            String inner = script.substring(open.length(), script.length() - close.length());
            script = open + "\n" + Html.script(inner.strip()) + "\n" + close;
        }
        return target + "\n" + script;
    }
}
