package lib.chart;

/** A rectangle in the units of a panel's axes. */
record Rectangle(double left, double right, double bottom, double top) {

    /** The smallest box around all points (x[i], y[i]). */
    static Rectangle around(double[] x, double[] y) {
        return new Rectangle(Data.min(x), Data.max(x), Data.min(y), Data.max(y));
    }

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }

    Rectangle union(Rectangle other) {
        return other == null ? this : new Rectangle(Math.min(left, other.left), Math.max(right, other.right),
                Math.min(bottom, other.bottom), Math.max(top, other.top));
    }

    /** This box, wider by a part of its width on both sides and higher by a part of its height. */
    Rectangle padded(double across, double along) {
        double dx = across * width();
        double dy = along * height();
        return new Rectangle(left - dx, right + dx, bottom - dy, top + dy);
    }

    /** This box with no side of length zero. */
    Rectangle open() {
        double dx = width() > 0 ? 0 : 0.5;
        double dy = height() > 0 ? 0 : 0.5;
        return new Rectangle(left - dx, right + dx, bottom - dy, top + dy);
    }

    /** This box, moved by (x, y). */
    Rectangle at(double x, double y) {
        return new Rectangle(left + x, right + x, bottom + y, top + y);
    }

    /** This box, larger by a distance on every side. */
    Rectangle grown(double by) {
        return new Rectangle(left - by, right + by, bottom - by, top + by);
    }

    /** Whether a circle's line runs through this box. */
    boolean crosses(double x, double y, double radius) {
        double near = Math.hypot(Math.max(0, Math.max(left - x, x - right)),
                Math.max(0, Math.max(bottom - y, y - top)));
        double far = Math.hypot(Math.max(x - left, right - x), Math.max(y - bottom, top - y));
        return near <= radius && radius <= far;
    }

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= bottom && y <= top;
    }

    boolean meets(Rectangle other) {
        return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
    }
}
