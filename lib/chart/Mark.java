package lib.chart;

/** Something drawn on a panel. It knows its extent before, and writes itself once the panel's axes are known. */
interface Mark {

    /** Writes the mark's traces, shapes and captions. */
    void draw(Canvas canvas);

    /** What the axes should show of it if they have no range of their own; null if it asks for nothing. */
    default Rectangle bounds() {
        return null;
    }

    /** The mark in words, for the figure's description; empty if it needs none. */
    default String phrase() {
        return "";
    }

    /** Whether the mark is read along x, as a curve is: then hover compares values at one x. */
    default boolean alongX() {
        return true;
    }
}
