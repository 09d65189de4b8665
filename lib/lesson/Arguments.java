package lib.lesson;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How commands read their arguments. {@code @name} is an argument like any other, and no file whose content is put in
 * its place: picocli would read {@code @/dev/zero} for ever. Numbers are written in ASCII digits; Java would take those
 * of any script.
 */
public final class Arguments {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(?:NaN|Infinity)"); // the option says why not

    private Arguments() {}

    /** The reader of a command's arguments. */
    public static CommandLine of(Object command) {
        return new CommandLine(command).setExpandAtFiles(false)
                .registerConverter(int.class, Arguments::integer).registerConverter(Integer.class, Arguments::integer)
                .registerConverter(double.class, Arguments::real).registerConverter(Double.class, Arguments::real);
    }

    private static int integer(String text) {
        long value = whole(text);
        if (value != (int) value) {
            throw new TypeConversionException("'" + text + "' is not between " + Integer.MIN_VALUE + " and "
                    + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    private static double real(String text) {
        if (!NUMBER.matcher(text).matches() && !NOT_FINITE.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is not a number");
        }
        return Double.parseDouble(text);
    }

    /** A whole number as people write it: 1000000 or 1e6. What is beyond a long is as large as one gets. */
    private static long whole(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is not a number");
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0 ? value.signum() * Long.MAX_VALUE
                    : value.longValueExact();
        } catch (ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
    }

    /** Refuses what leaves nothing to do, and what does not fit, each with a number that does. */
    static long within(String option, long value, long most) {
        Lesson.require(value > 0, option + " " + value + " leaves nothing to run.",
                "Take at least one: " + option + " 1.");
        Lesson.require(value <= most, option + " " + value + " is more than this lesson has room for.",
                String.format(Locale.ROOT, "It has room for %,d: %s %d.", most, option, most));
        return value;
    }

    /**
     * A seed of 32 bits: all that DJL's setRandomSeed(int) hands on, and all that PyTorch's generator on a CPU takes of
     * the 64 of torch.manual_seed (at::mt19937 is seeded with the lowest 32). So for a longer one there is a shorter
     * that draws the same.
     */
    static final class Seed implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            long value = whole(text);
            if (value == (int) value) {
                return (int) value;
            }
            throw new TypeConversionException(Math.abs(value) == Long.MAX_VALUE
                    ? "'" + text + "' has more than the 32 bits of a seed"
                    : "'%s' has more than the 32 bits of a seed; on a CPU PyTorch draws for it what it draws for %s"
                            .formatted(text, (int) value));
        }
    }

    /** {@link #whole} for picocli. */
    static final class Whole implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            return whole(text);
        }
    }
}
