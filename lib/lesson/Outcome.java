package lib.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import lib.io.UserError;
import lib.io.UserFolder;
import lib.page.Command;
import lib.sampling.DivergedException;
import lib.sampling.Shards;
import picocli.CommandLine.ParameterException;

/**
 * Whose an error is: the person's or their machine's, with what to do about it; anything else is a {@link Fault} of
 * ours.
 */
public final class Outcome {

    private Outcome() {}

    /**
     * What ended a command, if a person can mend it.
     *
     * @param command the command's name
     * @param out the folder it writes to, or null
     * @return empty where it is the author's
     */
    public static Optional<UserError> userError(Throwable e, String command, Path out) {
        if (e instanceof UserError told) {
            return Optional.of(told);
        }
        if (e instanceof ParameterException) {
            return Optional.of(UserError.usage(e.getMessage(), "See " + Command.here(command, "--help") + ".", e));
        }
        if (e instanceof DivergedException) {
            return Optional.of(UserError.failure(e.getMessage(), "Nothing was written. Choose with --step-size.", e));
        }
        if (e instanceof Shards.OutOfMemory) {
            return Optional.of(UserError.failure(e.getMessage(),
                    "Nothing was written, and nothing that was there is lost. Choose with --shard.", e));
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return Optional.of(file(e instanceof UncheckedIOException unchecked ? unchecked.getCause()
                    : (IOException) e, out));
        }
        return memory(e);
    }

    /**
     * A file that could not be read or written; the one that was in the way is named, and --out only where it is about
     * --out.
     */
    private static UserError file(IOException e, Path out) {
        if (!(e instanceof FileSystemException told) || told.getFile() == null) {
            return UserError.failure("A file could not be read or written: "
                    + (e.getMessage() == null ? e.toString() : e.getMessage()) + ".",
                    "Nothing was left half written. Is the disk full?", e);
        }
        return out != null && isAbout(out, Path.of(told.getFile())) ? Output.mistake("--out", out, e)
                : UserError.failure(told.getFile() + " cannot be read or written (" + Output.reason(e) + ").",
                        "Nothing was left half written. " + (isAbout(UserFolder.path(), Path.of(told.getFile()))
                        ? "WORKBOOK_DATA names another folder for what is yours."
                        : "Mend that, and run this again."), e);
    }

    private static boolean isAbout(Path out, Path file) {
        Path folder = out.toAbsolutePath().normalize();
        Path obstacle = file.toAbsolutePath().normalize();
        return obstacle.startsWith(folder) || folder.startsWith(obstacle);
    }

    /** Memory that is used up, Java's own or the engine's. */
    private static Optional<UserError> memory(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
            if (each instanceof OutOfMemoryError) {
                return Optional.of(UserError.failure(String.format(java.util.Locale.ROOT,
                        "Java's memory was used up: %,d MB here.", Runtime.getRuntime().maxMemory() >> 20),
                        "Nothing was left half written. Run fewer chains or steps, "
                        + "or give Java more: JAVA_TOOL_OPTIONS=-Xmx8g, say.", e));
            }
            if (message.contains("not enough memory") || message.contains("out of memory")
                    || message.contains("bad_alloc")) {
                return Optional.of(UserError.failure("PyTorch found no more memory for its tensors.",
                        "Nothing was left half written. Run fewer chains at a time, "
                        + "or on a machine or a device with more memory.", e));
            }
        }
        return Optional.empty();
    }
}
