package lib.narration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lib.narration.Programme.Entry;
import lib.page.Spoken;
import lib.io.UserError;

/**
 * The segments that pages play: the workbook's own from the class path, and instead of them those of the pack that a person
 * has installed.
 *
 * <p>The recordings are //FILES of the library, so a lesson that is run over the catalog, without a clone, has them too.
 * They add 6 MB to its jar; packaging it takes as long as before, for the compiler has nearly all of that time. A warm lesson
 * reads its own two or three only: 0.1 s of processor time in all, most of it the loading of these classes, which
 * {@link #warmUp} does beside libtorch.
 */
public final class Narration {

    private final Installed installed;

    private Narration(Installed installed) {
        this.installed = installed;
    }

    /** The narration for the person whose data are in that folder. */
    public static Narration in(Path personalFolder) {
        return new Narration(Installed.in(personalFolder));
    }

    /** Loads what reading a segment needs, so that it can be done beside other work. */
    public static void warmUp() {
        own(Programme.ENTRIES.get(0));
    }

    /** The segments of a section of lessons.md, in order; none is fine. */
    public List<Spoken> of(String section) {
        return Programme.ENTRIES.stream().filter(entry -> entry.section().equals(section)).map(this::spoken).toList();
    }

    /** All segments, in order. */
    public List<Spoken> all() {
        return Programme.ENTRIES.stream().map(this::spoken).toList();
    }

    /** The segments that the installed pack should replace and cannot: damaged since. The workbook's own play. */
    public List<String> damaged() {
        return Programme.ENTRIES.stream().filter(entry -> installed.stems().contains(entry.stem()) && packed(entry).isEmpty()).map(Entry::stem).toList();
    }

    private Spoken spoken(Entry entry) {
        return packed(entry).orElseGet(() -> own(entry)); // no reason for a lesson to fail: the workbook's own is at hand
    }

    private Optional<Spoken> packed(Entry entry) {
        Optional<Path> folder = installed.folder();
        if (folder.isEmpty() || !Files.exists(folder.get().resolve(entry.stem() + ".mp3"))) {
            return Optional.empty();
        }
        try {
            Spoken spoken = spoken(entry, name -> Files.readAllBytes(folder.get().resolve(name)));
            Mp3.measure(entry.stem() + ".mp3", spoken.audio());
            return Optional.of(spoken);
        } catch (IOException | UserError e) {
            // another pack may have come in the meantime: then that one
            return installed.folder().equals(folder) ? Optional.empty() : packed(entry);
        }
    }

    private static Spoken own(Entry entry) {
        try {
            return spoken(entry, Narration::resource);
        } catch (IOException e) {
            throw new UncheckedIOException("narration/" + entry.stem() + " cannot be read: see the //FILES of lib/Workbook.java", e);
        }
    }

    private interface Reader {

        byte[] read(String name) throws IOException;
    }

    private static Spoken spoken(Entry entry, Reader files) throws IOException {
        var segment = Segment.parse(entry.stem(), text(files, entry.stem() + ".md"));
        var cues = WebVtt.parse(entry.stem() + ".vtt", text(files, entry.stem() + ".vtt"));
        return new Spoken(entry.stem(), segment.title(), entry.section(), entry.place(), Captions.timed(segment, cues),
                cues.get(cues.size() - 1).end(), files.read(entry.stem() + ".mp3"));
    }

    private static String text(Reader files, String name) throws IOException {
        return new String(files.read(name), StandardCharsets.UTF_8);
    }

    /** A file of narration/; a recording that is missing is an empty one, for the browser's voice can stand in for it. */
    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Narration.class.getResourceAsStream("/narration/" + name)) {
            if (in == null && name.endsWith(".mp3")) {
                return new byte[0];
            }
            if (in == null) {
                throw new IOException("narration/" + name + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }

    /** The workbook's own text of a segment. */
    static Segment own(String stem) throws IOException {
        return Segment.parse(stem, new String(resource(stem + ".md"), StandardCharsets.UTF_8));
    }
}
