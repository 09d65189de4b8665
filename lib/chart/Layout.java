package lib.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the panels lie on a page of a given width. Margins are in pixels, so the height that keeps equal scales is a
 * straight line in the width.
 *
 * @param width the width planned for, in pixels; a figure need not be wider
 * @param total the height at that width, in pixels
 * @param slope how much the height grows with the width
 * @param margins left, right, top, bottom in pixels
 * @param cells each panel's place as a fraction of the area inside the margins
 * @param narrow whether this is the plan for a phone
 */
record Layout(double width, double total, double slope, double[] margins, List<Rectangle> cells, boolean narrow) {

    static Layout wide(List<Panel> panels, List<Canvas> canvases, boolean stacked) {
        int n = panels.size();
        double width = n == 1 ? panels.get(0).equal ? 640 : 760 : stacked ? 760 : 960;
        return of(panels, canvases, width, stacked ? 1 : n, stacked, false);
    }

    static Layout narrow(List<Panel> panels, List<Canvas> canvases, boolean stacked) {
        return of(panels, canvases, 360, 1, stacked, true);
    }

    private static Layout of(List<Panel> panels, List<Canvas> canvases, double width, int columns, boolean shared,
            boolean narrow) {
        int rows = panels.size() / columns;
        double[] margins = {narrow ? 44 : 48, narrow ? 10 : 16, 40, 46};
        double inner = width - margins[0] - margins[1];
        double gapX = columns == 1 ? 0 : 66 / inner;
        double cellX = (1 - gapX * (columns - 1)) / columns;
        double highest = 0;
        for (int k = 0; k < panels.size(); k++) {
            Rectangle frame = canvases.get(k).frame;
            double ratio = panels.get(k).equal ? frame.height() / frame.width()
                    : columns > 1 ? 0.8 : shared ? (narrow ? 0.5 : 0.31) : (narrow ? 0.7 : 0.5);
            highest = Math.max(highest, ratio);
        }
        double gap = shared ? 46 : 86;
        double plot = rows * highest * cellX * inner + gap * (rows - 1);
        double gapY = gap / plot;
        double cellY = (1 - gapY * (rows - 1)) / rows;
        List<Rectangle> cells = new ArrayList<>();
        for (int k = 0; k < panels.size(); k++) {
            double left = (k % columns) * (cellX + gapX);
            double top = 1 - (k / columns) * (cellY + gapY);
            cells.add(new Rectangle(left, left + cellX, Math.max(0, top - cellY), top));
        }
        return new Layout(width, plot + margins[2] + margins[3], highest * cellX / cellY, margins, cells, narrow);
    }

    double aspect() {
        return Json.round(width / total);
    }

    /** [a, b]: the height is a + b times the width, in pixels. */
    ArrayNode height() {
        return Json.array(total - slope * width, slope);
    }

    ObjectNode margin() {
        return Json.object().put("l", margins[0]).put("r", margins[1]).put("t", margins[2]).put("b", margins[3])
                .put("pad", 0);
    }

    /** A cell's size in pixels: its width as right, its height as top. */
    Rectangle pixels(Rectangle cell) {
        return new Rectangle(0, cell.width() * (width - margins[0] - margins[1]), 0,
                cell.height() * (total - margins[2] - margins[3]));
    }
}
