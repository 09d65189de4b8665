package lib.lesson;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import lib.io.AtomicFile;
import lib.io.UserError;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** The output folder: found wanting before any work is done, and written to one complete file at a time. */
public final class Output {

    private final Path folder;

    private Output(Path folder) {
        this.folder = folder;
    }

    /**
     * The output in that folder, which is made when something is written.
     *
     * @throws IOException if the folder, or the nearest folder above it that is there, cannot be written to
     */
    static Output in(Path folder) throws IOException {
        requireWritable(folder);
        return new Output(folder);
    }

    /** Refuses a folder that cannot be written to, or, where it is not there yet, made. */
    public static void requireWritable(Path folder) throws IOException {
        Path nearest = folder.toAbsolutePath();
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (nearest == null) {
            throw new FileSystemException(folder.toString(), null, "there is no such drive");
        }
        if (!Files.isDirectory(nearest)) {
            throw new FileSystemException(nearest.toString(), null, "it is a file, not a folder");
        }
        try { // a system may call a folder writable and still refuse: only a file tells
            Files.delete(Files.createTempFile(nearest, ".workbook", null));
        } catch (IOException e) {
            throw new AccessDeniedException(nearest.toString(), null,
                    e instanceof FileSystemException ? "it may not be written to" : reason(e));
        }
    }

    /** Writes {@code <folder>/data/<alias>.<table>.csv}: all columns, every value to full float precision. */
    Path writeCsv(String alias, Table table) throws IOException {
        var text = new StringWriter();
        table.write().usingOptions(CsvWriteOptions.builder(text).lineEnd("\n").build());
        return AtomicFile.write(folder.resolve("data").resolve(alias + "." + table.name() + ".csv"), text.toString());
    }

    /** What went wrong on the file system, for the person who chose the folder with that option. */
    public static UserError mistake(String option, Path folder, IOException e) {
        String what = e instanceof FileSystemException told ? told.getFile() + ": " + reason(e) : reason(e);
        return UserError.failure("Cannot write to " + option + " " + folder + " (" + what + ").",
                "Nothing was left half written. Choose a folder you may write to, with room: " + option + " DIR.", e);
    }

    /** Why, in words: the system's own, or what the exception's type says. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException told && told.getReason() != null) {
            return told.getReason();
        }
        return e instanceof NoSuchFileException ? "it is not there"
                : e instanceof AccessDeniedException ? "it may not be read or written"
                : e instanceof FileAlreadyExistsException ? "it is there already"
                : e.getMessage() == null || e instanceof FileSystemException ? e.getClass().getSimpleName()
                : e.getMessage();
    }
}
