package lib.narration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import lib.io.UserError;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A folder that a pack is unpacked into. A pack comes from anywhere, so: only names that the course knows, no name
 * twice, and no more bytes than recordings need, counted as they arrive, for what an archive declares may be a lie.
 */
final class PackStaging {

    static final long MOST = 200_000_000;              // bytes of a whole pack, packed or unpacked
    private static final long MOST_RECORDING = 20_000_000; // an hour at 40 kbit/s
    private static final long MOST_TEXT = 256_000;
    private static final int MOST_ENTRIES = 200; // of a zip file
    private static final int MOST_FILES = 3 * SegmentIndex.ENTRIES.size();

    private final Path folder;
    private final TreeSet<String> names = new TreeSet<>();
    private long total;

    PackStaging(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The names taken in, in order. */
    TreeSet<String> names() {
        return names;
    }

    /**
     * Whether a file of that name is passed over: what file managers leave in folders, and what stands beside
     * recordings in narration/.
     */
    static boolean isClutter(String name) {
        return name.startsWith("__MACOSX/") || name.matches("(?:[^/]+/)?build(?:/[^/]*)?")
                || name.substring(name.lastIndexOf('/') + 1).matches(
                "\\.DS_Store|Thumbs\\.db|desktop\\.ini|(?i:readme|license|licence)(\\.[a-z]{2,4})?"
                        + "|lexicon\\.txt|narration\\.tsv|main\\.java");
    }

    /**
     * The file's own name, given its name in an archive, where all may lie in one folder.
     *
     * @throws UserError if it leads out of the archive, lies deeper, or is none that the course knows
     */
    static String known(String path) {
        if (path.startsWith("/") || path.contains("\\") || path.contains(":") || ("/" + path + "/").contains("/../")) {
            throw UserError.failure("The pack holds a file that would be written outside its folder: \""
                    + printable(path) + "\".",
                    "Nothing was installed. Do not trust this pack.");
        }
        String name = path.substring(path.indexOf('/') + 1);
        String stem = name.replaceFirst("\\.(mp3|vtt|md)$", "");
        if (stem.equals(name) || SegmentIndex.find(stem).isEmpty()) {
            throw UserError.failure("The pack holds \"" + printable(path) + "\", which is no segment of this course.",
                    "Nothing was installed. A pack holds files such as " + SegmentIndex.ENTRIES.get(0).stem()
                    + ".mp3, .vtt and .md; narration/README.md lists the names.");
        }
        return name;
    }

    /**
     * Takes in a folder.
     *
     * @throws UserError if it holds what a pack does not; a link is never followed
     */
    void copy(Path source) throws IOException {
        List<Path> files;
        try (var all = Files.list(source)) {
            files = all.filter(file -> !isClutter(file.getFileName().toString())).sorted().toList();
        }
        for (Path file : files) {
            String name = known(file.getFileName().toString());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw UserError.failure(name + " is " + (Files.isSymbolicLink(file) ? "a link" : "no file")
                        + ", where a file should be.",
                        "Nothing was installed. Put the files themselves into the folder.");
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                take(name, in);
            }
        }
    }

    /**
     * Takes in a zip file.
     *
     * @param called what messages call it
     * @throws UserError if it is no complete zip file, or holds what a pack does not
     */
    void unpack(String called, Path zip) throws IOException {
        if (Files.size(zip) > MOST || headers(zip) > MOST_ENTRIES) {
            throw UserError.failure(called + " is larger than a pack of this course can be.",
                    "Nothing was installed. A whole pack takes some 6 MB.");
        }
        try (var archive = ZipFile.builder().setPath(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                if (!isClutter(entry.getName())
                        && !(entry.isDirectory() && entry.getName().matches("[^./\\\\:][^/\\\\:]*/"))) {
                    take(archive, entry);
                }
            }
        } catch (FileSystemException e) {
            throw e; // the disk's fault, not the pack's
        } catch (IOException | IllegalArgumentException e) { // a zip's own times and sizes may be nonsense too
            throw UserError.failure(called + " is not a complete zip file (" + e.getMessage() + ").",
                    "Nothing was installed. Download or pack it again.");
        }
    }

    private void take(ZipFile archive, ZipArchiveEntry entry) throws IOException {
        String name = known(entry.getName());
        if (entry.isUnixSymlink()) {
            throw UserError.failure("The pack holds a link, " + name + ", where a file should be.",
                    "Nothing was installed. Pack the files themselves.");
        }
        if (!archive.canReadEntryData(entry)) {
            throw UserError.failure(name + " is encrypted, or packed in a way that is not read here.",
                    "Nothing was installed. Pack it without a password.");
        }
        var crc = new CRC32();
        try (InputStream in = new CheckedInputStream(archive.getInputStream(entry), crc)) {
            take(name, in);
        }
        if (crc.getValue() != entry.getCrc()) {
            throw UserError.failure(name + " is damaged: its checksum is not the one in the zip file.",
                    "Nothing was installed. Download or pack it again.");
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

    /** Takes in a file under a name of {@link #known}. */
    void take(String name, InputStream in) throws IOException {
        if (!names.add(name) || names.size() > MOST_FILES) {
            throw UserError.failure("The pack holds " + name + " twice.",
                    "Nothing was installed. Leave one of the two out.");
        }
        long most = name.endsWith(".mp3") ? MOST_RECORDING : MOST_TEXT;
        long taken = 0;
        byte[] buffer = new byte[65_536];
        try (OutputStream out = Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                taken += n;
                total += n;
                if (taken > most || total > MOST) {
                    throw UserError.failure(name + " is larger than any segment: more than "
                            + (taken > most ? most : MOST) / 1000 + " kB.",
                            "Nothing was installed. A minute of speech takes 300 kB as an MP3 of 40 kbit/s.");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    /** At most so much of a stranger's text, and nothing that moves a terminal's cursor. */
    private static String printable(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        return clean.length() <= 80 ? clean : clean.substring(0, 80) + "...";
    }
}
