package lib.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lib.io.AtomicFile;
import lib.io.UserError;
import lib.lesson.Output;
import lib.page.BookFiles;

/**
 * The book in one file, to be sent: the pages and what they need, nothing else that lies in the folder, no link. The
 * same book gives the same bytes.
 */
public final class BookZip {

    private static final String TOP = "workbook/"; // unpacked, it is one folder
    private static final int OURS = 2_000_000; // bytes; a longer file is a library, and names no other
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0); // the earliest a zip can say

    private BookZip() {}

    /**
     * Refuses a place that is somebody else's, before any work is done and again before it is written to: only a new
     * file, or a packed book of an earlier run, is replaced; never a device, a link, or a page of the book itself.
     *
     * @param pages the folder of the pages, which the book fills with other files
     * @throws UserError with exit status 2; with 1 if the folder of the file cannot be written to
     * @throws IOException if that folder is the pages' own
     */
    public static void requirePlace(Path file, Path pages) throws IOException {
        boolean zip = file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        if (!zip && file.toAbsolutePath().normalize().startsWith(pages.toAbsolutePath().normalize())) {
            throw UserError.usage("--zip " + file + " lies among the pages of the book, which have names of their own.",
                    "Take a name that ends with .zip.");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs(file)) {
            throw UserError.usage("--zip " + file + " is there already, and no book that this command has packed.",
                    "Take a new name, or move that file away.");
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            Output.requireWritable(folder);
        } catch (FileSystemException e) {
            if (folder.normalize().startsWith(pages.toAbsolutePath().normalize())) {
                throw e; // this is about the folder of the pages, whose own option is named then
            }
            throw UserError.failure("--zip " + file + " cannot be written: " + e.getFile() + ": " + e.getReason() + ".",
                    "Name a file in a folder that you may write to.", e);
        }
    }

    private static boolean isOurs(Path file) {
        if (!BookFiles.isFile(file)) {
            return false;
        }
        try (var in = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry first = in.getNextEntry();
            return first != null && first.getName().startsWith(TOP);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Packs the pages of that folder.
     *
     * @param stems the pages' names without .html; those that are not there are left out
     * @return the file
     * @throws UserError if something else is in its place
     * @throws IOException if it cannot be written; it is complete or absent
     */
    public static Path pack(Path folder, Collection<String> stems, Path file) throws IOException {
        requirePlace(file, folder);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : contents(folder, stems).entrySet()) {
                var entry = new ZipEntry(TOP + each.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(each.getValue()));
            }
        }
        return AtomicFile.write(file, bytes.toByteArray());
    }

    /**
     * The pages, and each asset whose name stands in one of them or in an asset that is taken: older editions stay
     * behind.
     */
    private static SortedMap<String, Path> contents(Path folder, Collection<String> stems) throws IOException {
        var taken = new TreeMap<String, Path>();
        var toRead = new ArrayDeque<Path>();
        for (String stem : stems) {
            Path page = folder.resolve(stem + ".html");
            if (BookFiles.isFile(page)) {
                taken.put(stem + ".html", page);
                toRead.add(page);
            }
        }
        SortedMap<String, Path> assets = BookFiles.assets(folder);
        while (!toRead.isEmpty()) {
            Path next = toRead.remove();
            if (Files.size(next) > OURS || !next.toString().matches(".*\\.(html|css|js)")) {
                continue;
            }
            String text = Files.readString(next, StandardCharsets.UTF_8);
            assets.forEach((name, asset) -> {
                if (!taken.containsKey(name) && text.contains(asset.getFileName().toString())) {
                    taken.put(name, asset);
                    toRead.add(asset);
                }
            });
        }
        return taken;
    }
}
