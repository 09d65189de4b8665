package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Finds a place for each text of a panel where it covers neither marks nor other texts. */
final class LabelPlacement {

    private static final double[][] SIDES =
            {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    private static final double[] REACHES = {7, 22, 44};
    private static final double[] RING_REACHES = {0, 14, 30, 50, 70, 90};
    private static final int[] ANGLES = {45, 315, 135, 225, 90, 270, 0, 180, 20, 340, 160, 200, 70, 290, 110, 250};

    private final Canvas canvas;
    private final Rectangle pixels;
    private final List<Rectangle> dots = new ArrayList<>();
    private final List<Rectangle> taken = new ArrayList<>(); // by texts

    /** @param pixels the panel's size, from (0, 0) to (right, top) */
    LabelPlacement(Canvas canvas, Rectangle pixels) {
        this.canvas = canvas;
        this.pixels = pixels;
    }

    /** All texts of the panel as Plotly annotations. */
    List<ObjectNode> texts() {
        List<Annotation> captions = canvas.captions.stream().filter(c -> canvas.frame.contains(c.x(), c.y())).toList();
        List<ObjectNode> texts = new ArrayList<>();
        for (Annotation caption : captions) {
            double[] at = pixel(caption.x(), caption.y());
            if (caption.kind() == Annotation.Kind.CENTRED) {
                taken.add(size(caption.text(), false).at(at[0], at[1]));
            } else {
                dots.add(new Rectangle(-5, 5, -5, 5).at(at[0], at[1]));
            }
        }
        for (Annotation caption : captions) {
            texts.add(caption.kind() == Annotation.Kind.CENTRED
                    ? annotation(caption.text(), caption.x(), caption.y(), 0, 0) : beside(caption));
        }
        canvas.rings.stream().filter(ring -> !ring.label().isEmpty()).forEach(ring -> texts.add(along(ring)));
        return texts;
    }

    private double[] pixel(double x, double y) {
        double left = canvas.across(canvas.frame.left());
        double up = (y - canvas.frame.bottom()) / canvas.frame.height();
        return new double[] {(canvas.across(x) - left) / (canvas.across(canvas.frame.right()) - left) * pixels.right(),
            (canvas.downward ? 1 - up : up) * pixels.top()};
    }

    /** About how large a text is, around (0, 0): in pixels, at 13 pixels a letter's height. */
    private static Rectangle size(String text, boolean boxed) {
        String[] lines = text.split("\n");
        int longest = 0;
        for (String line : lines) {
            longest = Math.max(longest, line.length());
        }
        double width = 6.9 * longest + (boxed ? 12 : 2);
        double height = 16 * lines.length + (boxed ? 8 : 0);
        return new Rectangle(-width / 2, width / 2, -height / 2, height / 2);
    }

    /** The best of the places around a point: near before far, then clear of marks, texts and edges. */
    private ObjectNode beside(Annotation caption) {
        boolean boxed = caption.kind() == Annotation.Kind.BOXED;
        double[] at = pixel(caption.x(), caption.y());
        Rectangle size = size(caption.text(), boxed);
        double least = Double.MAX_VALUE;
        double[] best = null;
        for (double reach : REACHES) {
            for (double[] side : SIDES) {
                double gap = side[0] != 0 && side[1] != 0 ? reach * 0.75 : reach;
                double dx = side[0] * (gap + size.right());
                double dy = side[1] * (gap + size.top());
                double cost = cost(size.at(at[0] + dx, at[1] + dy), null) + reach;
                if (cost < least) {
                    least = cost;
                    best = new double[] {dx, dy, reach};
                }
            }
        }
        taken.add(size.at(at[0] + best[0], at[1] + best[1]));
        ObjectNode text = annotation(caption.text(), caption.x(), caption.y(), Math.round(best[0]),
                Math.round(best[1]));
        if (boxed) {
            text.put("bgcolor", Theme.PAPER).put("bordercolor", Theme.AXIS).put("borderwidth", 1).put("borderpad", 4);
            text.withObject("font").put("color", Theme.TEXT).remove("shadow");
        }
        return best[2] > REACHES[0] ? leader(text, best[0], best[1]) : text;
    }

    /** A circle's label on the circle itself, or outside with a hairline to it, where it covers least. */
    private ObjectNode along(ReferenceLine ring) {
        Rectangle size = size(ring.label(), false);
        double least = Double.MAX_VALUE;
        double[] best = null;
        for (double reach : RING_REACHES) {
            for (int angle : ANGLES) {
                double dx = Math.cos(Math.toRadians(angle));
                double dy = Math.sin(Math.toRadians(angle));
                double[] at = pixel(ring.x() + ring.radius() * dx, ring.y() + ring.radius() * dy);
                double right = reach == 0 ? 0 : dx * (reach + size.right());
                double up = reach == 0 ? 0 : dy * (reach + size.top());
                Rectangle place = size.at(at[0] + right, at[1] + up);
                double cost = cost(place, reach == 0 ? ring : null) + reach / 2;
                if (cost < least) {
                    least = cost;
                    best = new double[] {ring.x() + ring.radius() * dx, ring.y() + ring.radius() * dy, right, up,
                            reach};
                }
            }
        }
        double[] at = pixel(best[0], best[1]);
        taken.add(size.at(at[0] + best[2], at[1] + best[3]));
        ObjectNode text = annotation(ring.label(), best[0], best[1], Math.round(best[2]), Math.round(best[3]));
        return best[4] == 0 ? text : leader(text, best[2], best[3]);
    }

    /** Ties a text to its point with a hairline. */
    private static ObjectNode leader(ObjectNode text, double right, double up) {
        return text.put("showarrow", true).put("arrowhead", 0).put("arrowwidth", 0.8).put("standoff", 3)
                .put("arrowcolor", text.at("/font/color").asText()).put("ax", Math.round(right))
                        .put("ay", -Math.round(up))
                .remove(List.of("xshift", "yshift"));
    }

    private double cost(Rectangle place, ReferenceLine own) {
        double cost = 0;
        if (place.left() < 2 || place.right() > pixels.right() - 2 || place.bottom() < 2
                || place.top() > pixels.top() - 2) {
            cost += 500;
        }
        Rectangle wider = place.grown(4);
        for (Rectangle other : taken) {
            cost += place.meets(other) ? 300 : wider.meets(other) ? 40 : 0;
        }
        for (Rectangle dot : dots) {
            cost += place.meets(dot) ? 300 : 0;
        }
        for (double[] point : canvas.ink) {
            double[] at = pixel(point[0], point[1]);
            cost += wider.contains(at[0], at[1]) ? 15 : 0;
        }
        for (ReferenceLine ring : canvas.rings) {
            double[] centre = pixel(ring.x(), ring.y());
            double radius = ring.radius() / canvas.frame.width() * pixels.right();
            cost += ring != own && place.crosses(centre[0], centre[1], radius) ? 30 : 0;
        }
        return cost;
    }

    /** A text whose centre lies so many pixels right of and above a point; with a halo over colours. */
    private ObjectNode annotation(String words, double x, double y, long right, long up) {
        ObjectNode text = Json.object().put("text", Format.markup(words)).put("xref", canvas.xAxis)
                .put("yref", canvas.yAxis).put("x", Json.round(canvas.across(x))).put("y", Json.round(y))
                        .put("xanchor", "center")
                .put("yanchor", "middle").put("align", "left").put("borderpad", 1).put("showarrow", false)
                .put("xshift", right).put("yshift", up);
        double textX = x + right / pixels.right() * canvas.frame.width();
        double textY = y + up / pixels.top() * canvas.frame.height();
        Palette ink = canvas.textAt(textX, textY);
        ObjectNode font = text.putObject("font").put("size", 13).put("color", ink.light());
        if (!canvas.onPaper(textX, textY)) {
            String halo = ink == Palette.WHITE ? Palette.BLACK.light() : ink == Palette.BLACK ? Palette.WHITE.light()
                    : Theme.PAPER;
            font.put("shadow", "0 0 2px " + halo + ", 0 0 4px " + halo);
        }
        return text;
    }
}
