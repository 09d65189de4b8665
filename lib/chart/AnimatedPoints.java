package lib.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Points that move: where each of them is, frame by frame. The figure opens on the first frame. Beside the points it
 * has a line, empty at first, for the way of the one that a reader follows.
 *
 * @param names one a frame, what the frames are counted by: "0", "1", "3"
 * @param x shape (frames, points)
 * @param y shape (frames, points)
 */
record AnimatedPoints(List<String> names, double[][] x, double[][] y, Palette ink) implements Mark {

    /**
     * The frames of a long table: rows with one value of the column {@code frame} are one frame.
     *
     * @throws IllegalArgumentException if frames are torn apart or differ in their number of points
     */
    static AnimatedPoints of(Table table, String frame, String x, String y, Palette ink) {
        double[] when = Data.column(table, frame);
        double[] across = Data.column(table, x);
        double[] up = Data.column(table, y);
        int points = 1;
        while (points < when.length && when[points] == when[0]) {
            points++;
        }
        List<String> names = new ArrayList<>();
        double[][] xs = new double[when.length / points][points];
        double[][] ys = new double[when.length / points][points];
        for (int row = 0; row < when.length; row++) {
            boolean first = row % points == 0;
            if (first == (row > 0 && when[row] == when[row - 1]) || row / points == xs.length) {
                throw new IllegalArgumentException(("%s: the first frame has %s rows, and the one with"
                        + " %s = %s has another number. Give each point once a frame, frame after frame.").formatted(
                        Data.called(table), points, frame, Format.number(when[row])));
            }
            if (first) {
                names.add(Format.number(when[row]));
            }
            xs[row / points][row % points] = across[row];
            ys[row / points][row % points] = up[row];
        }
        return new AnimatedPoints(names, xs, ys, ink);
    }

    @Override
    public void draw(Canvas canvas) {
        ObjectNode way = canvas.scatter("lines", new double[0], new double[0]).put("hoverinfo", "skip");
        way.withObject("line").put("color", Theme.TEXT).put("width", 1.6).put("simplify", false);
        ObjectNode dots = canvas.scatter("markers", x[0], y[0])
                .put("hovertemplate", "point %{pointNumber} at (%{x}, %{y})<extra></extra>");
        dots.withObject("marker").put("color", ink.light()).put("size", 6).put("opacity", 1)
                .withObject("line").put("width", 1).put("color", Theme.PAPER);
        List<ObjectNode> places = new ArrayList<>();
        for (int k = 0; k < x.length; k++) {
            ObjectNode place = Json.object();
            place.set("x", Json.floats(x[k]));
            place.set("y", Json.floats(y[k]));
            places.add(place);
        }
        canvas.motion = new Motion(names, places, canvas.traces.indexOf(dots), canvas.traces.indexOf(way));
    }

    @Override
    public Rectangle bounds() {
        return Rectangle.around(x[x.length - 1], y[y.length - 1]).padded(0.05, 0.05);
    }

    @Override
    public String phrase() {
        return Format.count(x[0].length, "point") + " that move, in " + Format.count(x.length, "frame");
    }

    @Override
    public boolean alongX() {
        return false;
    }

    /**
     * What changes in a figure from frame to frame.
     *
     * @param names one a frame
     * @param places one a frame: the x and y of the points that move
     * @param points which trace moves
     * @param way which trace, empty as drawn, a page may fill with the way of one point
     */
    record Motion(List<String> names, List<ObjectNode> places, int points, int way) {

        /** Plotly's frames. */
        ArrayNode frames() {
            ArrayNode frames = Json.array();
            for (int k = 0; k < names.size(); k++) {
                ObjectNode frame = frames.addObject().put("name", names.get(k));
                frame.putArray("data").add(places.get(k));
                frame.putArray("traces").add(points);
            }
            return frames;
        }
    }
}
