package lib.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lib.page.UserError;
import lib.sampling.DivergedException;
import lib.sampling.Shards;
import picocli.CommandLine.ParameterException;

/** What an exception that ended a command means to the person who ran it. */
public final class Outcome {

    private Outcome() {}

    /**
     * What went wrong in a run of a command, for a person.
     *
     * @param command the command's name
     * @param out the folder it writes to
     * @throws RuntimeException the exception itself, if it is not theirs to mend
     */
    public static UserError of(Exception e, String command, Path out) {
        if (e instanceof UserError told) {
            return told;
        }
        if (e instanceof ParameterException || e instanceof IllegalArgumentException) { // the library refuses a shape, a covariance, a number
            return UserError.usage(e.getMessage(), "See jbang " + command + " --help.", e);
        }
        if (e instanceof DivergedException) {
            return UserError.failure(e.getMessage(), "Nothing was written. Choose with --step-size.", e);
        }
        if (e instanceof Shards.OutOfMemory) {
            return UserError.failure(e.getMessage(), "Nothing was written, and nothing that was there is lost. Choose with --shard.", e);
        }
        if (e instanceof IOException io) {
            return Output.mistake(out, io);
        }
        if (e instanceof UncheckedIOException io) {
            return Output.mistake(out, io.getCause());
        }
        throw e instanceof RuntimeException ours ? ours : new IllegalStateException(e);
    }
}
