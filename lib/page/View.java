package lib.page;

import java.util.Objects;
import tech.tablesaw.plotly.components.Figure;

/**
 * One way to look at an exhibit.
 *
 * @param label what the reader chooses it by, one to four words
 * @param figure what is drawn
 */
public record View(String label, Figure figure) {

    public View {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(figure, "figure");
    }
}
