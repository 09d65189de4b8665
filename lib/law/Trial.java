package lib.law;

import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;

/**
 * A number that a run found, and what may be said of the claim that it has a certain law.
 *
 * <p>The claim <b>fails</b> where the number lies outside {@code [low, high]}: where the claim is true, that is at most
 * one run in {@value #ONE_IN}, whatever the law's shape. Inside, the claim <b>holds</b> if the run could have shown it
 * false: if the number would have been outside in 99 of 100 runs had one of the alternatives been true that the claim
 * denies. Otherwise nothing <b>can be told</b>, and {@link #takes} says how many chains could.
 *
 * <p>A lesson makes ten trials at most, so that a right sampler sees a failure in one run of a million.
 *
 * @param found the number
 * @param low the smallest that the claim allows
 * @param high the largest
 * @param tells whether a run of this size would have shown the claim false
 * @param takes how many chains such a run has at least; infinite if none is large enough
 * @param of what {@code found} is counted among, such as 500 chains; 0 where it is not a count
 * @param unit what it takes more of, "chains"
 */
public record Trial(double found, double low, double high, boolean tells, double takes, long of, String unit) {

    /** A false alarm is one trial in so many. */
    static final double ONE_IN = 1e7;

    /** The probability of a false alarm on either side. */
    static final double TAIL = 0.5 / ONE_IN;

    /** The probability that a false claim passes where {@link #tells} is true. */
    static final double MISS = 0.01;

    private static final double MOST = 1e12; // chains; nobody runs more

    /** Of a number from n chains: what is allowed for any n, and the probability that a false claim stays within it. */
    static Trial of(double found, long n, LongFunction<double[]> allowed, LongToDoubleFunction miss, long of) {
        double[] here = allowed.apply(n);
        boolean tells = miss.applyAsDouble(n) <= MISS;
        return new Trial(found, here[0], here[1], tells, tells ? n : takes(n, miss), of, "chains");
    }

    private static double takes(long n, LongToDoubleFunction miss) {
        long few = n;
        long many = n;
        do {
            few = many;
            many *= 2;
            if (many > MOST) {
                return Double.POSITIVE_INFINITY;
            }
        } while (miss.applyAsDouble(many) > MISS);
        while (many - few > Math.max(1, few / 1000)) {
            long between = (few + many) / 2;
            if (miss.applyAsDouble(between) > MISS) {
                few = between;
            } else {
                many = between;
            }
        }
        return many;
    }

    /** The same of something else than chains. */
    Trial in(String other) {
        return new Trial(found, low, high, tells, takes, of, other);
    }

    /** Whether the number is outside; so is what is no number. */
    public boolean fails() {
        return !(found >= low && found <= high);
    }

    /** Whether it is not outside, and would have been if the claim were false. */
    public boolean holds() {
        return tells && !fails();
    }

    /** The numbers in words: "1.04, allowed 0.78 to 1.27". Two digits of the width; a count among so many. */
    public String words() {
        if (of > 0) {
            return String.format(Locale.ROOT, "%,.0f of %,d, allowed %,.0f to %,.0f", found, of, low, high) + outlook();
        }
        int decimals = high > low ? (int) Math.min(9, Math.max(0, 1 - Math.floor(Math.log10(high - low)))) : 3;
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + ", allowed " + number + " to " + number, found, low, high)
                + outlook();
    }

    private String outlook() {
        if (tells || fails()) {
            return "";
        }
        if (takes > MOST) {
            return "; no number of " + unit + " tells";
        }
        double round = Math.pow(10, Math.max(0, Math.floor(Math.log10(takes)) - 1)); // two digits, rounded up
        return String.format(Locale.ROOT, "; it takes %,.0f %s", Math.ceil(takes / round) * round, unit);
    }
}
