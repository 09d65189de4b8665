package tests.chart;

import static org.junit.jupiter.api.Assertions.*;

import lib.chart.Chart;
import lib.chart.ChartFigure;
import lib.chart.Palette;
import lib.chart.Panel;
import lib.chart.ColorScale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Points that move: a long table becomes frames, and a table that cannot says where. */
@DisplayName("Points that move")
class SwarmTest {

    @Test
    @DisplayName("one frame a value of the column, named by it, each with all points")
    void frames() {
        var figure = (ChartFigure) chart(new int[] {0, 0, 1, 1, 3, 3}).figure();
        assertTrue(figure.isAnimated());
        String script = figure.asJavascript("target");
        for (String name : new String[] {"0", "1", "3"}) {
            assertTrue(script.contains("{\"name\":\"" + name + "\",\"data\":[{\"x\":{\"dtype\":\"f4\",\"bdata\":\""), name + " in " + script);
        }
        assertEquals(3, script.split("\"name\":", -1).length - 1);
        assertEquals(3, chart(new int[] {0, 0, 1, 1, 3, 3}).film().length());
        assertFalse(((ChartFigure) Chart.of(Panel.titled("still")).figure()).isAnimated());
    }

    @Test
    @DisplayName("a frame with a point too many or too few is named")
    void torn() {
        for (int[] steps : new int[][] {{0, 0, 1}, {0, 0, 1, 1, 1}, {0, 0, 1, 3}, {0, 1, 1}}) {
            var refused = assertThrows(IllegalArgumentException.class, () -> chart(steps));
            assertTrue(refused.getMessage().contains("step = "), refused.getMessage());
        }
    }

    @Test
    @DisplayName("pictures of a film show the points where they are, and only what moves changes")
    void pictures() {
        var film = chart(new int[] {0, 0, 1, 1}).film();
        var first = film.picture(0);
        var second = film.picture(1);
        int changed = 0;
        for (int i = 0; i < first.getWidth(); i++) {
            for (int j = 60; j < first.getHeight() - 60; j++) {
                changed += first.getRGB(i, j) == second.getRGB(i, j) ? 0 : 1;
            }
        }
        assertTrue(changed > 50 && changed < 500, changed + " pixels: two dots that left, two that came");
    }

    @Test
    @DisplayName("in each picture of a film the density lies under the points")
    void density() {
        var grid = Table.create("density", DoubleColumn.create("x1", -1, -1, 7, 7), DoubleColumn.create("x2", -1, 7, -1, 7), DoubleColumn.create("p", 0, 1, 2, 3));
        var film = Chart.of(Panel.titled("both").x("x₁", -1, 7).y("x₂", -1, 7).equalAspect().contour(grid, "x1", "x2", "p", ColorScale.BLUES, 6)
                .moving(walk(new int[] {0, 0, 1, 1, 3, 3}), "step", "x1", "x2", Palette.SAMPLE)).film();
        for (int k = 0; k < film.length(); k++) {
            var colours = new java.util.HashSet<Integer>();
            for (int i = 60; i < film.picture(k).getWidth() - 60; i += 4) {
                colours.add(film.picture(k).getRGB(i, 300));
            }
            assertTrue(colours.size() >= 3, "bands of the density in picture " + k + ": " + colours);
        }
    }

    /** Point k of the row r is at (r, k), on axes from -1 to 7. */
    private static Chart chart(int[] steps) {
        return Chart.of(Panel.titled("moving").x("x₁", -1, 7).y("x₂", -1, 7).equalAspect().moving(walk(steps), "step", "x1", "x2", Palette.SAMPLE));
    }

    private static Table walk(int[] steps) {
        var x = new double[steps.length];
        var y = new double[steps.length];
        for (int row = 0; row < steps.length; row++) {
            x[row] = row;
            y[row] = row % 2;
        }
        return Table.create("walk", IntColumn.create("step", steps), DoubleColumn.create("x1", x), DoubleColumn.create("x2", y));
    }
}
