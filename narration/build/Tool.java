package narration.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import lib.io.UserError;

/** A program of the system, run to its end. */
final class Tool {

    private Tool() {}

    /**
     * Runs a command and returns what it wrote, standard error included.
     *
     * @throws UserError if the program is not installed or fails, with what it said
     */
    static String run(Object... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(Stream.of(command).map(String::valueOf).toList()).redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw UserError.failure(command[0] + " is not installed, and speaking needs it.",
                    "On Debian: apt-get install festival festvox-us-slt-hts ffmpeg. Or choose with --voice: "
                    + "festival, flite, espeak-ng.");
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw UserError.failure(command[0] + " failed: " + said.strip(),
                        "Nothing of this segment was replaced.");
            }
        } catch (InterruptedException e) {
            throw new IOException(command[0] + " was interrupted", e);
        }
        return said;
    }
}
