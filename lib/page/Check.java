package lib.page;

import java.util.Objects;

/**
 * A claim of the text and what became of it when it was executed.
 *
 * @param claim what should hold, as a sentence without its full stop
 * @param passed whether it held in this run
 * @param detail the numbers that show it, such as "off by 2e-07, allowed 3e-06"; may be empty
 */
public record Check(String claim, boolean passed, String detail) {

    public Check {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(detail, "detail");
    }
}
