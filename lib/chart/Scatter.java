package lib.chart;

import java.util.stream.IntStream;

/** Points of a scatter: circles or squares of one size in pixels; of very many, every step-th. */
record Scatter(double[] x, double[] y, Palette ink, double size, double opacity, String symbol,
        int step) implements Mark {

    private static final int MOST = 5_000; // each point is an element that the browser keeps

    static Scatter of(double[] x, double[] y, Palette ink, double size, double opacity, String symbol) {
        int step = oneOf(x.length);
        return new Scatter(every(step, x), every(step, y), ink, size, opacity, symbol, step);
    }

    @Override
    public void draw(Canvas canvas) {
        var dots = canvas.scatter("markers", x, y)
                .put("hovertemplate", "at (%{x}, %{y})<extra></extra>");
        var marker = dots.withObject("marker").put("color", ink.light()).put("size", size).put("opacity", opacity);
        marker.put("symbol", symbol).withObject("line").put("width", size < 6 ? 0.6 : 1).put("color", Theme.PAPER);
        canvas.keepClear(x, y);
    }

    @Override
    public Rectangle bounds() {
        return Rectangle.around(x, y).padded(0.05, 0.05);
    }

    @Override
    public String phrase() {
        return Format.count(x.length, "point") + (step == 1 ? "" : ", one of every " + step);
    }

    @Override
    public boolean alongX() {
        return false;
    }

    /** Each how many-th of n dots is drawn; 1: all. */
    private static int oneOf(int n) {
        return (n + MOST - 1) / MOST;
    }

    /** Each step-th value. */
    private static double[] every(int step, double[] values) {
        return step == 1 ? values : IntStream.range(0, (values.length + step - 1) / step)
                .mapToDouble(k -> values[k * step]).toArray();
    }
}
