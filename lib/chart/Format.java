package lib.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words and numbers as a reader expects them: symbols in italics, proper minus signs, directions in words. */
final class Format {

    private static final Pattern SYMBOL =
            Pattern.compile("(?<![\\p{L}\\p{Nd}'’])([b-zB-HJ-Zα-ω])(?![\\p{L}\\p{Nd}'’])");

    private Format() {}

    /**
     * Plain text as Plotly's markup: a letter that stands alone is a symbol and goes italic in the text's serif, as in
     * "x₁" or "s(x) = −x". The words "a" and "I" are left alone.
     */
    static String markup(String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
        return SYMBOL.matcher(safe)
                .replaceAll("<i style=\"font-family:" + Theme.MATHS + ";font-size:1.08em\">$1</i>");
    }

    /** A number with two decimals, three below 0.1, none from 100 on, and a proper minus sign: −1.25, 0.043, 293. */
    static String number(double value) {
        String digits = new BigDecimal(Double.toString(value))
                .setScale(Math.abs(value) < 0.1 ? 3 : Math.abs(value) < 100 ? 2 : 0, RoundingMode.HALF_EVEN)
                .stripTrailingZeros().toPlainString();
        return digits.equals("0") ? "0" : digits.replace('-', '−');
    }

    /** Where a vector points, in words: "step left and up"; for no vector at all, "stay: nothing pushes here". */
    static String step(double u, double v, double largest) {
        double size = Math.hypot(u, v);
        if (size <= 1e-6 * Math.max(largest, 1e-30)) {
            return "stay: nothing pushes here";
        }
        String across = Math.abs(u) < 0.05 * size ? "" : u < 0 ? "left" : "right";
        String along = Math.abs(v) < 0.05 * size ? "" : v < 0 ? "down" : "up";
        return "step " + across + (across.isEmpty() || along.isEmpty() ? "" : " and ") + along;
    }

    /** A count with its noun: "1 point", "225 arrows". */
    static String count(int n, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", n, noun, n == 1 ? "" : "s");
    }
}
