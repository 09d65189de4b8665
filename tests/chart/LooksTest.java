package tests.chart;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lib.chart.Chart;
import lib.chart.ChartFigure;
import lib.chart.Palette;
import lib.chart.Panel;
import lib.chart.ColorScale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** What a figure's JSON promises to the eye: few enough elements, marks that can be seen, axes that say what they count. */
@DisplayName("How figures look")
class LooksTest {

    @Test
    @DisplayName("of a million points a page draws five thousand, and the panel says so")
    void manyPoints() {
        Table many = table(1_000_000, k -> Math.sin(k), k -> Math.cos(3 * k));
        String script = script(Panel.titled("Ends").points(many, "x", "y", Palette.SAMPLE));
        assertTrue(script.length() < 200_000, script.length() + " letters");
        assertTrue(script.contains("1 of every 200 drawn"));
        assertTrue(Chart.of(Panel.titled("Ends").points(many, "x", "y", Palette.SAMPLE)).describe().contains("5000 points, one of every 200"));
        assertFalse(script(Panel.titled("Ends").points(many.first(5000), "x", "y", Palette.SAMPLE)).contains("drawn"), "all of them are");
    }

    @Test
    @DisplayName("a line through a million rows keeps its ends and its outermost places")
    void longLine() {
        Table walk = table(1_000_001, k -> k, k -> k == 567_891 ? 9 : k == 567_893 ? -9 : Math.sin(k));
        String script = script(Panel.titled("Path").line(walk, "x", "y", Palette.SAMPLE));
        assertTrue(script.length() < 300_000, script.length() + " letters");
        List<Float> y = floats(script, "y");
        List<Float> x = floats(script, "x");
        assertTrue(y.contains(9f) && y.contains(-9f), "a place that stands out is kept");
        assertEquals(0f, x.get(0));
        assertEquals(1_000_000f, x.get(x.size() - 1));
        assertEquals(x.stream().sorted().toList(), x, "in their order");
    }

    @Test
    @DisplayName("a logarithmic axis holds the numbers themselves; a count downward has no minus")
    void axes() {
        Table counts = table(4, k -> Math.pow(10, k), k -> k);
        String script = script(Panel.titled("n").xLog("chains", 1, 2000).y("step").downward().line(counts, "x", "y", Palette.SAMPLE));
        assertEquals(List.of(1f, 10f, 100f, 1000f), floats(script, "x"));
        assertTrue(script.contains("\"range\":[0.0,3.30103]") && script.contains("\"type\":\"log\""), script);
        assertTrue(Pattern.compile("\"range\":\\[3\\.\\d+,-0\\.\\d+\\]").matcher(script).find(), script);
        assertThrows(IllegalArgumentException.class, () -> Panel.titled("n").xLog("n", 0, 5));
    }

    @Test
    @DisplayName("each mark stands out from its paper, 3 to 1, in both themes; points are opaque")
    void contrast() {
        for (Palette ink : Palette.values()) {
            if (ink != Palette.WHITE && ink != Palette.BLACK) {
                assertTrue(ratio(ink.light(), "#fbfaf7") >= 3, ink + " on light paper: " + ratio(ink.light(), "#fbfaf7"));
                assertTrue(ratio(ink.dark(), "#14171a") >= 3, ink + " on dark paper: " + ratio(ink.dark(), "#14171a"));
            }
        }
        for (int n : new int[] {3, 500}) {
            String script = script(Panel.titled("Ends").points(table(n, k -> k, k -> k), "x", "y", Palette.SAMPLE).squares(table(n, k -> k, k -> -k), "x", "y", Palette.START, 8));
            assertEquals(List.of("1.0", "1.0"), Pattern.compile("\"opacity\":([0-9.]+)").matcher(script).results().map(m -> m.group(1)).toList());
        }
    }

    @Test
    @DisplayName("a paler density keeps its hue: it ends lower on its scale, and is opaque")
    void paleDensity() {
        Table grid = Table.create("g", DoubleColumn.create("x", 0, 0, 1, 1), DoubleColumn.create("y", 0, 1, 0, 1), DoubleColumn.create("p", 0, 1, 2, 3));
        String script = script(Panel.titled("p").equalAspect().contour(grid, "x", "y", "p", ColorScale.BLUES, 6, 0.5));
        assertTrue(script.contains("[1.0,\"#6baed6\"]") && !script.contains("#08306b"), script);
        assertFalse(script.contains("\"opacity\":0.5"), script);
    }

    private static String script(Panel panel) {
        return ((ChartFigure) Chart.of(panel).figure()).asJavascript("target");
    }

    private static Table table(int n, java.util.function.IntToDoubleFunction x, java.util.function.IntToDoubleFunction y) {
        return Table.create("rows", DoubleColumn.create("x", IntStream.range(0, n).mapToDouble(x).toArray()),
                DoubleColumn.create("y", IntStream.range(0, n).mapToDouble(y).toArray()));
    }

    /** The numbers of the first trace on an axis. */
    private static List<Float> floats(String script, String axis) {
        var coded = Pattern.compile("\"" + axis + "\":\\{\"dtype\":\"f4\",\"bdata\":\"([^\"]*)\"").matcher(script);
        assertTrue(coded.find(), script.substring(0, Math.min(500, script.length())));
        var bytes = java.nio.ByteBuffer.wrap(java.util.Base64.getDecoder().decode(coded.group(1))).order(java.nio.ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        return IntStream.range(0, bytes.limit()).mapToObj(bytes::get).toList();
    }

    /** WCAG 2's contrast of two colours. */
    private static double ratio(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3).mapToDouble(k -> {
            double c = Integer.parseInt(hex.substring(1 + 2 * k, 3 + 2 * k), 16) / 255.0;
            return weights[k] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }).sum();
    }
}
