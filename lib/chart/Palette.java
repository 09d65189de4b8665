package lib.chart;

/** A colour with a meaning, the same in every figure and in the text; each has a twin for the dark theme. */
public enum Palette {
    /** A density, and what follows it. Blue. */
    DENSITY("#2b6cb0", "#7fb3e6"),
    /** A score, as a curve. Red. */
    SCORE("#b5342a", "#f0867a"),
    /** A score, as arrows over a coloured density: a darker red that stands out on it. */
    ARROW("#8e1b14", "#ff9c8f"),
    /** Where a chain starts. Green. */
    START("#2f8f4e", "#63c284"),
    /** Where a chain ends, and what it sampled. Gold. */
    SAMPLE("#b7791f", "#e0ac55"),
    /** What theory says exactly. The colour of the text. */
    THEORY("#1f2328", "#e6e3da"),
    /** What stands behind: reference lines, minor labels. */
    MUTED("#656a70", "#9aa1a8"),
    /** White in both themes, over colours that are dark in both. */
    WHITE("#ffffff", "#ffffff"),
    /** Near black in both themes, over colours that are bright in both. */
    BLACK("#0d0f12", "#0d0f12"),
    /** The first of several chains that are told apart: blue. */
    CHAIN_1("#2f6fb5", "#7db2e8"),
    /** Rust. */
    CHAIN_2("#b8562b", "#ea9a70"),
    /** Violet. */
    CHAIN_3("#7a4fa8", "#b99ae0"),
    /** Teal. */
    CHAIN_4("#0f8578", "#58c2b4"),
    /** Slate. */
    CHAIN_5("#5f6873", "#a9b3bf");

    private final String light;
    private final String dark;

    Palette(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour of chain k, counted from 0; after five chains they come again. */
    public static Palette chain(int k) {
        return values()[CHAIN_1.ordinal() + Math.floorMod(k, 5)];
    }

    /** The colour on light paper, as #rrggbb. This is what a figure's JSON holds. */
    public String light() {
        return light;
    }

    /** The colour on dark paper, as #rrggbb. */
    public String dark() {
        return dark;
    }
}
