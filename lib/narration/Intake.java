package lib.narration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeSet;
import lib.io.UserError;

/**
 * A folder that a pack is unpacked into. A pack comes from anywhere, so: only names that the course knows, no name twice, and
 * no more bytes than recordings need, counted as they arrive, for what an archive declares may be a lie.
 */
final class Intake {

    static final long MOST = 200_000_000;              // bytes of a whole pack, packed or unpacked
    private static final long MOST_RECORDING = 20_000_000; // an hour at 40 kbit/s
    private static final long MOST_TEXT = 256_000;
    private static final int MOST_FILES = 3 * Programme.ENTRIES.size();

    private final Path folder;
    private final TreeSet<String> names = new TreeSet<>();
    private long total;

    Intake(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The names taken in, in order. */
    TreeSet<String> names() {
        return names;
    }

    /** Whether a file of that name is passed over: what file managers leave in folders, and what stands beside recordings in narration/. */
    static boolean isClutter(String name) {
        return name.startsWith("__MACOSX/") || name.substring(name.lastIndexOf('/') + 1).matches(
                "\\.DS_Store|Thumbs\\.db|desktop\\.ini|(?i:readme|license|licence)(\\.[a-z]{2,4})?|lexicon\\.txt|narration\\.tsv|main\\.java");
    }

    /**
     * The file's own name, given its name in an archive, where all may lie in one folder.
     *
     * @throws UserError if it leads out of the archive, lies deeper, or is none that the course knows
     */
    static String known(String path) {
        if (path.startsWith("/") || path.contains("\\") || path.contains(":") || ("/" + path + "/").contains("/../")) {
            throw UserError.failure("The pack holds a file that would be written outside its folder: \"" + printable(path) + "\".",
                    "Nothing was installed. Do not trust this pack.");
        }
        String name = path.substring(path.indexOf('/') + 1);
        String stem = name.replaceFirst("\\.(mp3|vtt|md)$", "");
        if (stem.equals(name) || Programme.find(stem).isEmpty()) {
            throw UserError.failure("The pack holds \"" + printable(path) + "\", which is no segment of this course.",
                    "Nothing was installed. A pack holds files such as " + Programme.ENTRIES.get(0).stem() + ".mp3, .vtt and .md; narration/README.md lists the names.");
        }
        return name;
    }

    /** Takes in a file under a name of {@link #known}. */
    void take(String name, InputStream in) throws IOException {
        if (!names.add(name) || names.size() > MOST_FILES) {
            throw UserError.failure("The pack holds " + name + " twice.", "Nothing was installed. Leave one of the two out.");
        }
        long most = name.endsWith(".mp3") ? MOST_RECORDING : MOST_TEXT;
        long taken = 0;
        byte[] buffer = new byte[65_536];
        try (OutputStream out = Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                taken += n;
                total += n;
                if (taken > most || total > MOST) {
                    throw UserError.failure(name + " is larger than any segment: more than " + (taken > most ? most : MOST) / 1000 + " kB.",
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
