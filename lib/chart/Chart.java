package lib.chart;

import java.util.List;
import tech.tablesaw.plotly.components.Figure;

/** One to three panels in one figure. Its arrangement is fixed; the panels are read when the figure is asked for. */
public final class Chart {

    enum Arrangement { BESIDE, STACKED }

    private final Arrangement arrangement;
    private final List<Panel> panels;

    private Chart(Arrangement arrangement, Panel... panels) {
        this.arrangement = arrangement;
        this.panels = List.of(panels);
    }

    /** One panel. */
    public static Chart of(Panel panel) {
        return new Chart(Arrangement.BESIDE, panel);
    }

    /** Two panels side by side; on a narrow page one above the other. */
    public static Chart sideBySide(Panel left, Panel right) {
        return new Chart(Arrangement.BESIDE, left, right);
    }

    /** Three panels side by side; on a narrow page one above the other. */
    public static Chart sideBySide(Panel left, Panel middle, Panel right) {
        return new Chart(Arrangement.BESIDE, left, middle, right);
    }

    /** Two panels over one horizontal axis, the bottom panel's. */
    public static Chart stacked(Panel top, Panel bottom) {
        return new Chart(Arrangement.STACKED, top, bottom);
    }

    /** The chart as a Tablesaw figure; the same input gives the same text. */
    public Figure figure() {
        return new Composer(arrangement == Arrangement.STACKED, panels).figure(describe());
    }

    /** The moving points of the chart's one panel as pictures, to share where no page can go. */
    public FrameRenderer film() {
        return FrameRenderer.of(panels.get(0));
    }

    /** The chart in one plain sentence, built from the panels' titles and marks. */
    public String describe() {
        String list = String.join("; ", panels.stream().map(panel -> panel.marks.describe(panel.title)).toList());
        if (panels.size() == 1) {
            return list + '.';
        }
        String how = arrangement == Arrangement.STACKED ? "stacked panels" : "panels side by side";
        return (panels.size() == 2 ? "Two " : "Three ") + how + ": " + list + '.';
    }
}
