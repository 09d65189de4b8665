package lib.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/** The colours of paper and axes, and the table that turns a light figure into a dark one. */
public final class Theme {

    static final String PAPER = "#fbfaf7";
    static final String TEXT = "#1f2328";
    static final String QUIET = "#5d6268"; // tick labels, axis names
    static final String HAIRLINE = "#dedbd2";
    static final String AXIS = "#a9a69d";
    static final String CLEAR = "#00000000";
    static final String TINT = "1f"; // after a colour: twelve hundredths of it, for an area under a curve
    static final String FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
    static final String MATHS = "Charter, 'Bitstream Charter', Cambria, Georgia, serif";

    private Theme() {}

    /**
     * The dark twin of every colour that a figure may hold and that differs in the dark theme: light hex to dark hex,
     * in lower case, in a fixed order: #rrggbb, or #rrggbbaa for the tint of an area. A page replaces each occurrence
     * in the figure's JSON, in text too.
     */
    public static Map<String, String> twins() {
        Map<String, String> twins = new LinkedHashMap<>();
        twins.put(PAPER, "#14171a");
        twins.put(TEXT, "#e6e3da");
        twins.put(QUIET, "#a3a8ad");
        twins.put(HAIRLINE, "#2c3136");
        twins.put(AXIS, "#5b6168");
        for (Palette ink : Palette.values()) {
            put(twins, ink.light(), ink.dark());
            put(twins, ink.light() + TINT, ink.dark() + TINT);
        }
        for (ColorScale scale : ColorScale.values()) {
            scale.stops().forEach(stop -> put(twins, stop.light(), stop.dark()));
        }
        return twins;
    }

    private static void put(Map<String, String> twins, String light, String dark) {
        if (!light.equals(dark)) {
            twins.put(light, dark);
        }
    }
}
