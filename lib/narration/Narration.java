package lib.narration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lib.io.UserError;
import lib.narration.SegmentIndex.Entry;

/**
 * The segments that pages play: the workbook's own from the class path, and instead of them those of the pack that a
 * person has installed.
 *
 * <p>The recordings are //FILES of the library, so a lesson that is run over the catalog, without a clone, has them
 * too. They add 6 MB to its jar; packaging it takes as long as before, for the compiler has nearly all of that time. A
 * warm lesson reads its own two or three only: 0.1 s of processor time in all, most of it the loading of these classes,
 * which {@link #warmUp} does beside libtorch.
 */
public final class Narration {

    private final PackStore store;

    private Narration(PackStore store) {
        this.store = store;
    }

    /** The narration for the person whose data are in that folder. */
    public static Narration in(Path personalFolder) {
        return new Narration(PackStore.in(personalFolder));
    }

    /** Loads what reading a segment needs, so that it can be done beside other work. */
    public static void warmUp() {
        own(SegmentIndex.ENTRIES.get(0));
    }

    /** The segments of a section of lessons.md, in order; none is fine. */
    public List<Segment> of(String section) {
        return SegmentIndex.ENTRIES.stream().filter(entry -> entry.section().equals(section)).map(this::segment)
                .toList();
    }

    /** All segments, in order. */
    public List<Segment> all() {
        return SegmentIndex.ENTRIES.stream().map(this::segment).toList();
    }

    /** The segments that the installed pack should replace and cannot: damaged since. The workbook's own play. */
    public List<String> damaged() {
        return SegmentIndex.ENTRIES.stream()
                .filter(entry -> store.stems().contains(entry.stem()) && packed(entry).isEmpty())
                .map(Entry::stem).toList();
    }

    private Segment segment(Entry entry) {
        // no reason for a lesson to fail: the workbook's own is at hand
        return packed(entry).orElseGet(() -> own(entry));
    }

    private Optional<Segment> packed(Entry entry) {
        Optional<Path> folder = store.folder();
        if (folder.isEmpty() || !Files.exists(folder.get().resolve(entry.stem() + ".mp3"))) {
            return Optional.empty();
        }
        try {
            Segment segment = read(entry, name -> Files.readAllBytes(folder.get().resolve(name)));
            Mp3.measure(entry.stem() + ".mp3", segment.audio());
            return Optional.of(segment);
        } catch (IOException | UserError e) {
            // another pack may have come in the meantime: then that one
            return store.folder().equals(folder) ? Optional.empty() : packed(entry);
        }
    }

    private static Segment own(Entry entry) {
        try {
            return read(entry, Narration::resource);
        } catch (IOException e) {
            throw new UncheckedIOException("narration/" + entry.stem()
                    + " cannot be read: see the //FILES of lib/narration/package-info.java", e);
        }
    }

    private interface Reader {

        byte[] read(String name) throws IOException;
    }

    private static Segment read(Entry entry, Reader files) throws IOException {
        var transcript = Transcript.parse(entry.stem(), text(files, entry.stem() + ".md"));
        var cues = WebVtt.parse(entry.stem() + ".vtt", text(files, entry.stem() + ".vtt"));
        return new Segment(entry.stem(), transcript.title(), entry.section(), entry.place(), transcript.timed(cues),
                cues.get(cues.size() - 1).end(), files.read(entry.stem() + ".mp3"));
    }

    private static String text(Reader files, String name) throws IOException {
        return new String(files.read(name), StandardCharsets.UTF_8);
    }

    /**
     * A file of narration/; a recording that is missing is an empty one, for the browser's voice can stand in for it.
     */
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
    static Transcript own(String stem) throws IOException {
        return Transcript.parse(stem, new String(resource(stem + ".md"), StandardCharsets.UTF_8));
    }
}
