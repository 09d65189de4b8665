package lib.narration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import lib.io.UserError;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A pack in a zip file. */
final class ZipPack {

    private static final int MOST_ENTRIES = 200;

    private ZipPack() {}

    /**
     * Unpacks it.
     *
     * @param called what messages call it
     * @throws UserError if it is no complete zip file, or holds what a pack does not
     */
    static void unpack(String called, Path zip, Intake intake) throws IOException {
        if (Files.size(zip) > Intake.MOST || headers(zip) > MOST_ENTRIES) {
            throw UserError.failure(called + " is larger than a pack of this course can be.", "Nothing was installed. A whole pack takes some 6 MB.");
        }
        try (var archive = ZipFile.builder().setPath(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                if (!Intake.isClutter(entry.getName()) && !(entry.isDirectory() && entry.getName().matches("[^./\\\\:][^/\\\\:]*/"))) {
                    take(archive, entry, intake);
                }
            }
        } catch (FileSystemException e) {
            throw e; // the disk's fault, not the pack's
        } catch (IOException | IllegalArgumentException e) { // a zip's own times and sizes may be nonsense too
            throw UserError.failure(called + " is not a complete zip file (" + e.getMessage() + ").",
                    "Nothing was installed. Download or pack it again.");
        }
    }

    private static void take(ZipFile archive, ZipArchiveEntry entry, Intake intake) throws IOException {
        String name = Intake.known(entry.getName());
        if (entry.isUnixSymlink()) {
            throw UserError.failure("The pack holds a link, " + name + ", where a file should be.", "Nothing was installed. Pack the files themselves.");
        }
        if (!archive.canReadEntryData(entry)) {
            throw UserError.failure(name + " is encrypted, or packed in a way that is not read here.", "Nothing was installed. Pack it without a password.");
        }
        var crc = new CRC32();
        try (InputStream in = new CheckedInputStream(archive.getInputStream(entry), crc)) {
            intake.take(name, in);
        }
        if (crc.getValue() != entry.getCrc()) {
            throw UserError.failure(name + " is damaged: its checksum is not the one in the zip file.", "Nothing was installed. Download or pack it again.");
        }
    }

    /** How many entries a zip file may list, counted before they are all read into memory. */
    private static int headers(Path zip) throws IOException {
        int count = 0;
        int last = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(zip), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                last = last << 8 | b;
                count += last == 0x504b0102 ? 1 : 0; // "PK", 1, 2: an entry of the central directory
            }
        }
        return count;
    }
}
