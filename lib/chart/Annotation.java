package lib.chart;

/** A text at a point of a panel, in a colour that can be read on what lies under it. */
record Annotation(double x, double y, String text, Kind kind) implements Mark {

    enum Kind {
        /** A dot, and a boxed text placed beside it where it covers nothing. */
        BOXED,
        /** A dot, and a bare text placed beside it. */
        DOT,
        /** A bare text centred on the point. */
        CENTRED
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.captions.add(this);
        if (kind != Kind.CENTRED) {
            Palette colour = kind == Kind.BOXED ? Palette.THEORY : canvas.textAt(x, y);
            var dot = canvas.scatter("markers", new double[] {x}, new double[] {y}).put("hoverinfo", "skip");
            dot.withObject("marker").put("color", colour.light()).put("size", kind == Kind.BOXED ? 8 : 6)
                    .put("opacity", 1);
            dot.withObject("marker").withObject("line").put("width", kind == Kind.BOXED ? 1.5 : 0)
                    .put("color", Theme.PAPER);
            dot.put("cliponaxis", false);
        }
    }

    @Override
    public Rectangle bounds() {
        return null;
    }

    @Override
    public String phrase() {
        return '“' + text.replace('\n', ' ') + '”';
    }
}
