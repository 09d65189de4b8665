package lib.exercise;

import java.util.Locale;

/** A mistake that has a name: a wrong coefficient, or a wrong form. */
public sealed interface Slip permits Coefficients, Form {

    /** The place to look at. */
    Spot spot();

    /** What is wrong, in one sentence. */
    String says();

    /** What follows from it, at that step size, on the standard Gaussian. */
    String means(double eta);

    /** A number with three significant digits. */
    static String number(double value) {
        return number(value, 3);
    }

    /** A number with so many significant digits. */
    static String number(double value, int significant) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e5)) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        String digits = new java.math.BigDecimal(value).round(new java.math.MathContext(significant)).toPlainString();
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }
}
