package lib.chart;

/**
 * The outline of one arrow, as matplotlib's quiver draws it (quiver.py, {@code _h_arrows}): head three shaft widths
 * wide, five long, its barbs swept to 4.5; an arrow shorter than its head shrinks as a whole; one shorter than its
 * shaft is wide becomes a dot.
 *
 * @param width the shaft's width, in the units of the axes
 * @param tail the shaft's width at its base, as a fraction of its width at the head: 1 for quiver
 */
record ArrowShape(double width, double tail) {

    /** Corners of every arrow. */
    static final int POINTS = 7;

    private static final double HEAD_WIDTH = 3;
    private static final double HEAD_LENGTH = 5;
    private static final double HEAD_AXIS = 4.5;

    /**
     * Writes the corners of an arrow.
     *
     * @param x base
     * @param dx direction, of length 1 with dy
     * @param length in the units of the axes
     * @param px where its {@link #POINTS} corners go, from position {@code at} on
     */
    void draw(double x, double y, double dx, double dy, double length, double[] px, double[] py, int at) {
        double reach = length / width;
        double shrink = reach < HEAD_LENGTH ? reach / HEAD_LENGTH : 1;
        double unit = width * shrink;
        double neck = length - HEAD_AXIS * unit;
        double barb = length - HEAD_LENGTH * unit;
        double[] along = {0, neck, barb, length, barb, neck, 0};
        double[] across = {-tail / 2, -0.5, -HEAD_WIDTH / 2, 0, HEAD_WIDTH / 2, 0.5, tail / 2};
        boolean dot = reach < 1;
        for (int k = 0; k < POINTS; k++) {
            double a = dot ? Math.cos(Math.PI * Math.min(k, 6) / 3) * width / 2 : along[k];
            double b = dot ? Math.sin(Math.PI * Math.min(k, 6) / 3) * width / 2 : across[k] * unit;
            px[at + k] = x + a * dx - b * dy;
            py[at + k] = y + a * dy + b * dx;
        }
    }
}
