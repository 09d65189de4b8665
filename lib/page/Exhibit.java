package lib.page;

import java.util.List;
import lib.chart.ChartFigure;

/**
 * A figure with its caption; with more than one view the reader switches between them above the figure.
 *
 * @param title what it shows, a few words
 * @param caption Markdown with mathematics: what to look for, then what it means
 * @param description a plain sentence or two for a reader who cannot see the figure: its accessible name
 * @param views at least one; the first is shown first
 */
public record Exhibit(String title, String caption, String description, List<View> views) {

    public Exhibit {
        views = List.copyOf(views);
        if (views.isEmpty()) {
            throw new IllegalArgumentException("the exhibit \"" + title
                    + "\" has no view; give it at least one figure");
        }
    }

    /** Whether something in it moves. */
    boolean isAnimated() {
        return views.stream().anyMatch(view -> view.figure() instanceof ChartFigure chart && chart.isAnimated());
    }
}
