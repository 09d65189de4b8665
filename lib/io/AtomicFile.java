package lib.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** Files that are complete or absent: written beside their place under a name of their own, then moved there. */
public final class AtomicFile {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private AtomicFile() {}

    /**
     * Writes a text file in UTF-8, making the folders above it. A reader sees the old file or the new one, never a
     * part.
     *
     * @return the file
     * @throws FileSystemException if the folder cannot be made or written to, or a folder is in the file's place;
     *     it names the obstacle and the reason, and nothing is left behind
     */
    public static Path write(Path file, String text) throws IOException {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes as {@link #write(Path, String)} writes text. */
    public static Path write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        makeFolder(folder);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(file) && !Files.isDirectory(file)) {
            // /dev/null: the superuser could replace it
            throw new FileSystemException(file.toString(), null, "it is a device, not a file");
        }
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "a folder is where this file should go; move it away");
        }
        // Not createTempFile: its files are the owner's alone, and so would the page be after the move.
        Path beside = Leftovers.note(folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid()
                + "-" + COUNT.incrementAndGet() + ".part"));
        try {
            Files.write(beside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(folder.toString(), null, "it may not be written to");
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) { // a full disk is told without the file
            throw new FileSystemException(file.toString(), null, e.getMessage());
        } finally {
            Leftovers.delete(beside);
        }
        return file;
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return; // also where it is a link to a folder, which createDirectories refuses on Java 17
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw new FileSystemException(above.toString(), null, "it is a file, not a folder");
            }
        }
        try {
            Files.createDirectories(folder);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(e.getFile(), null, "the folder cannot be made");
        } catch (FileSystemException e) {
            throw new FileSystemException(folder.toString(), null,
                    "the folder cannot be made" + (e.getReason() == null ? "" : ": " + e.getReason()));
        }
    }
}
