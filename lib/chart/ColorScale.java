package lib.chart;

import java.util.List;

/** A colour scale from low to high, with matplotlib's own colour stops on light paper. */
public enum ColorScale {
    /** matplotlib's Blues (ColorBrewer, 9 stops): densities. On dark paper low values sink into the paper instead. */
    BLUES("#f7fbff #deebf7 #c6dbef #9ecae1 #6baed6 #4292c6 #2171b5 #08519c #08306b",
            "#161b20 #1a2a39 #1e3950 #24496a #2d5d86 #3a73a4 #4a88c0 #5b9bd8 #6cadea"),
    /** matplotlib's viridis, every 16th of its 256 colours: energies. The same on both papers. */
    VIRIDIS("#440154 #48186a #472d7b #424086 #3b528b #33638d #2c728e #26828e #21918c #1fa088 #28ae80 #3fbc73 #5ec962"
            + " #84d44b #addc30 #d8e219 #fde725", null, 16. / 255),
    /** matplotlib's hot: its three linear ramps, exactly. The same on both papers. */
    HOT("#0b0000 #ff0000 #ffff00 #ffffff", null, 0.365079, 0.746032);

    private final List<Stop> stops;

    /** One colour of the scale: its position from 0 to 1, its colour on light and on dark paper (#rrggbb). */
    public record Stop(double at, String light, String dark) {}

    /**
     * Positions: none, evenly spaced; one, that spacing with the last stop at 1; several, the inner stops themselves.
     */
    ColorScale(String light, String dark, double... positions) {
        String[] day = light.split(" ");
        String[] night = dark == null ? day : dark.split(" ");
        var list = new java.util.ArrayList<Stop>();
        for (int k = 0; k < day.length; k++) {
            double at = k == 0 ? 0
                    : k == day.length - 1 ? 1
                    : positions.length == 0 ? k / (day.length - 1.)
                    : positions.length == 1 ? k * positions[0]
                    : positions[k - 1];
            list.add(new Stop(at, day[k], night[k]));
        }
        stops = List.copyOf(list);
    }

    /** The stops, from low to high. */
    public List<Stop> stops() {
        return stops;
    }

    /** The stop nearest to a part of the scale that turns with the theme: where it ends if it is to be paler. */
    double top(double part) {
        return stops.get((int) Math.round(part * (stops.size() - 1))).at;
    }

    /**
     * The stops up to a part of the scale, stretched from 0 to 1; a scale that does not turn with the theme keeps them
     * all.
     */
    List<Stop> upTo(double part) {
        double top = turns() ? top(part) : 1;
        return stops.stream().filter(stop -> stop.at <= top)
                .map(stop -> new Stop(Json.round(stop.at / top), stop.light, stop.dark)).toList();
    }

    /** Whether a text or mark on this scale turns with the theme (true) or keeps one colour in both. */
    boolean turns() {
        return stops.stream().anyMatch(stop -> !stop.light.equals(stop.dark));
    }

    /** The light theme's colour at a position from 0 to 1: red, green, blue from 0 to 255. */
    int[] rgb(double position) {
        int k = 1;
        while (k < stops.size() - 1 && stops.get(k).at < position) {
            k++;
        }
        Stop a = stops.get(k - 1);
        Stop b = stops.get(k);
        double t = Math.min(1, Math.max(0, (position - a.at) / (b.at - a.at)));
        int[] from = rgb(a.light);
        int[] to = rgb(b.light);
        int[] mixed = new int[3];
        for (int c = 0; c < 3; c++) {
            mixed[c] = (int) Math.round((1 - t) * from[c] + t * to[c]);
        }
        return mixed;
    }

    /** Red, green and blue of #rrggbb. */
    static int[] rgb(String hex) {
        int[] rgb = new int[3];
        for (int c = 0; c < 3; c++) {
            rgb[c] = Integer.parseInt(hex.substring(1 + 2 * c, 3 + 2 * c), 16);
        }
        return rgb;
    }

    /** How bright the light theme's colour at a position from 0 to 1 is: CIE luminance, 0 black to 1 white. */
    double brightness(double position) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        int[] rgb = rgb(position);
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double c = rgb[k] / 255.;
            sum += weights[k] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
