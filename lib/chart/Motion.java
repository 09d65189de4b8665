package lib.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

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
