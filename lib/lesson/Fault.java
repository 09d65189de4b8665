package lib.lesson;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An error of the author's: a mistyped column, a bug of the library. No option mends it, so it is not called the
 * person's; they learn the line to look at, or to report.
 *
 * @param what the exception in one line
 * @param where the line of the script that it came from, else of the library
 */
public record Fault(String what, String where) {

    /** Of a process that ends with one. */
    public static final int EXIT_STATUS = 3;

    private static final int LONGEST = 300; // PyTorch's messages go on with a stack of their own

    /** What is known of it. */
    public static Fault of(Throwable e) {
        Throwable bare = e;
        while (bare.getCause() != null && isWrapping(bare)) {
            bare = bare.getCause();
        }
        String said = bare.getMessage() == null ? "" : ": " + bare.getMessage().strip().lines().findFirst().orElse("");
        return new Fault(bare.getClass().getSimpleName()
                + (said.length() > LONGEST ? said.substring(0, LONGEST) + "..." : said), where(e));
    }

    /** Both in a line. */
    public String words() {
        return where + ": " + what;
    }

    private static boolean isWrapping(Throwable e) {
        return e instanceof CompletionException || e instanceof ExecutionException
                || e instanceof InvocationTargetException
                || e instanceof ExceptionInInitializerError;
    }

    private static String where(Throwable e) {
        Deque<Throwable> chain = new ArrayDeque<>(); // the first cause first: a thread's own frames are the nearest
        for (Throwable each = e; each != null && chain.size() < 50; each = each.getCause()) {
            chain.push(each);
        }
        return first(chain, frame -> !frame.getClassName().contains(".")) // a script has no package
                .or(() -> first(chain, frame -> frame.getClassName().startsWith("lib.")))
                .or(() -> first(chain, frame -> true)).orElse("an unknown place");
    }

    private static Optional<String> first(Deque<Throwable> chain, Predicate<StackTraceElement> wanted) {
        return chain.stream().flatMap(each -> Stream.of(each.getStackTrace()))
                .filter(frame -> frame.getFileName() != null && wanted.test(frame))
                .findFirst().map(frame -> folder(frame) + frame.getFileName() + ", line " + frame.getLineNumber());
    }

    private static String folder(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("lib.") ? name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/') : "";
    }
}
