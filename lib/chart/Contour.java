package lib.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A filled contour plot. The values travel as the position among the levels in 16 bits (a contour line moves by less
 * than a thousandth of a band), and a coarser, invisible layer carries true values for the hover.
 *
 * @param word what the values are, for the hover: "density"
 */
record Contour(GridData grid, ContourLevels levels, ColorScale scale, double opacity, boolean lines, String word)
        implements Mark {

    @Override
    public void draw(Canvas canvas) {
        int unit = 65535 / levels.bands();
        int top = unit * levels.bands();
        double[][] z = grid.values();
        int[][] coded = new int[z.length][z[0].length];
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; i < z[j].length; i++) {
                coded[j][i] = Math.max(1, (int) Math.round(levels.position(z[j][i]) * unit));
            }
        }
        ObjectNode contour = canvas.trace("contour").put("hoverinfo", "skip").put("showscale", false)
                .put("opacity", scale.turns() ? 1 : opacity).put("zmin", 0).put("zmax", top);
        contour.set("x", Json.floats(grid.x()));
        contour.set("y", Json.floats(grid.y()));
        contour.set("z", Json.shorts(coded));
        contour.withObject("contours").put("start", 0).put("end", top).put("size", unit).put("coloring", "fill")
                .put("showlines", lines);
        contour.withObject("line").put("width", lines ? 0.6 : 0)
                .put("color", scale.turns() ? Theme.PAPER : Palette.WHITE.light());
        var stops = Json.array();
        scale.upTo(opacity).forEach(stop -> stops.add(Json.array(stop.at()).add(stop.light())));
        contour.set("colorscale", stops);
        hoverLayer(canvas);
        canvas.shade(this::text);
    }

    private void hoverLayer(Canvas canvas) {
        GridData coarse = grid.coarse(40);
        ObjectNode layer = canvas.trace("heatmap").put("opacity", 0).put("showscale", false);
        layer.put("hovertemplate", Format.markup(word.replace("(-", "(−")) + " %{z} at (%{x}, %{y})<extra></extra>")
                .put("zhoverformat", ".3~g");
        layer.set("x", Json.floats(coarse.x()));
        layer.set("y", Json.floats(coarse.y()));
        layer.set("z", Json.floats(coarse.values()));
    }

    /** The colour of the band at a place, on light paper. */
    java.awt.Color colour(double x, double y) {
        double band = Math.min(levels.bands() - 1, Math.floor(levels.position(grid.at(x, y))));
        int[] over = scale.rgb(strength() * (band + 0.5) / levels.bands());
        int[] paper = ColorScale.rgb(Theme.PAPER);
        return new java.awt.Color(mixed(over[0], paper[0]), mixed(over[1], paper[1]), mixed(over[2], paper[2]));
    }

    private int mixed(int over, int under) {
        double cover = scale.turns() ? 1 : opacity;
        return (int) Math.round(cover * over + (1 - cover) * under);
    }

    /**
     * How far up its scale a surface goes that turns with the theme: one that is half transparent would be grey at its
     * peak.
     */
    private double strength() {
        return scale.turns() ? scale.top(opacity) : 1;
    }

    /** A text's colour over this surface: one that turns with the theme where the surface does. */
    private Palette text(double x, double y) {
        double position = levels.position(grid.nearest(x, y)) / levels.bands();
        boolean dark = !scale.turns() && scale.brightness(position) * opacity + 0.95 * (1 - opacity) < 0.3;
        return scale.turns() ? Palette.THEORY : dark ? Palette.WHITE : Palette.BLACK;
    }

    @Override
    public Rectangle bounds() {
        return Rectangle.around(grid.x(), grid.y());
    }

    @Override
    public String phrase() {
        return "filled contours of %s from %s to %s".formatted(word, Format.number(grid.min()),
                Format.number(grid.max()));
    }

    @Override
    public boolean alongX() {
        return false;
    }
}
