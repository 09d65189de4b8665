package lib.narration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import lib.page.UserError;

/** A file from the web: whole, in reasonable time, and no larger than a pack, or not at all. */
final class Download {

    private Download() {}

    /**
     * Fetches a file.
     *
     * @param patience how long to wait for an answer, and for each part of it; the whole may take twenty times as long
     * @throws UserError if it does not come, comes in part, or is too large
     */
    static void fetch(URI address, Duration patience, Path into) throws IOException {
        long end = System.nanoTime() + 20 * patience.toNanos();
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) patience.toMillis());
            connection.setReadTimeout((int) patience.toMillis()); // for each read: a server that stalls is left
            connection.setRequestProperty("Accept-Encoding", "identity");
            int status = connection.getResponseCode();
            if (status != 200) {
                throw UserError.failure(address + " answers with status " + status + ".", "Nothing was installed. Check the address.");
            }
            long declared = connection.getContentLengthLong();
            long came = 0;
            byte[] buffer = new byte[65_536];
            try (InputStream in = connection.getInputStream(); OutputStream out = Files.newOutputStream(into)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    came += n;
                    if (came > Intake.MOST) {
                        throw UserError.failure(address + " sends more than a pack can be.", "Nothing was installed. Check the address.");
                    }
                    if (System.nanoTime() > end) {
                        throw new SocketTimeoutException("it took too long");
                    }
                    out.write(buffer, 0, n);
                }
            }
            if (declared >= 0 && came != declared) {
                throw UserError.failure("Only " + came + " of " + declared + " bytes came from " + address + ".", "Nothing was installed. Try again.");
            }
        } catch (FileSystemException e) {
            throw e; // the disk's fault, not the network's
        } catch (IOException | IllegalArgumentException e) {
            throw UserError.failure("The download from " + address + " did not succeed (" + e.getMessage() + ").",
                    "Nothing was installed. Check the address and the network, and try again.");
        }
    }
}
