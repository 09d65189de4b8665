package lib.narration;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import lib.io.Leftovers;
import lib.io.UserError;
import lib.narration.WebVtt.Cue;

/**
 * Recordings under the course's names, to be heard instead of its own: a zip file, a folder, or the address of a zip
 * file. Beside a recording a pack may bring its captions and its text.
 *
 * @param replaced the segments that it replaces, in order
 * @param spread those of them whose captions are spread over the recording, because the pack brought none
 */
public record Pack(List<String> replaced, List<String> spread) {

    private static final double BEYOND = 0.5; // seconds that captions may run on after the sound

    /**
     * Installs a pack in place of the one before, all of it or nothing: everything is unpacked beside its place and
     * tried there.
     *
     * @param where a path, or an address that begins with http:, https: or file:
     * @param patience how long to wait for a server
     * @param progress hears how many bytes of a download have come
     * @throws UserError if it is not a pack that can be trusted; nothing has changed then
     * @throws IOException if the person's folder cannot be written to
     */
    public static Pack install(String where, PackStore store, Duration patience, LongConsumer progress)
            throws IOException {
        Path staged = store.stage();
        try {
            var staging = new PackStaging(staged);
            open(where, patience, progress, staging);
            Pack pack = settle(staging);
            store.adopt(staged);
            return pack;
        } finally {
            Leftovers.delete(staged); // where it was adopted it is not there any more
        }
    }

    private static void open(String where, Duration patience, LongConsumer progress, PackStaging staging)
            throws IOException {
        if (where.matches("(?i)https?:.*")) {
            // where there is room for the pack itself
            Path zip = Leftovers.note(staging.folder().resolveSibling(staging.folder().getFileName() + ".zip"));
            try {
                Download.fetch(address(where), patience, zip, progress);
                staging.unpack(where, zip);
            } finally {
                Leftovers.delete(zip);
            }
            return;
        }
        Path path = where.matches("(?i)file:.*") ? local(where) : path(where);
        if (Files.isDirectory(path)) {
            staging.copy(path);
        } else if (Files.isRegularFile(path)) {
            staging.unpack(where, path);
        } else {
            throw UserError.failure("There is no " + where + ".",
                    "Give --install a zip file, a folder, or an address.");
        }
    }

    private static URI address(String where) {
        try {
            return URI.create(where);
        } catch (IllegalArgumentException e) {
            throw UserError.failure(where + " is no address to download from (" + e.getMessage() + ").",
                    "Give --install a zip file, a folder, or an address.");
        }
    }

    private static Path path(String where) {
        try {
            return Path.of(where);
        } catch (InvalidPathException e) {
            throw UserError.failure(where + " is no path (" + e.getReason() + ").",
                    "Give --install a zip file, a folder, or an address.", e);
        }
    }

    private static Path local(String where) {
        try {
            return Path.of(URI.create(where));
        } catch (IllegalArgumentException e) {
            throw UserError.failure(where + " is not a file of this machine (" + e.getMessage() + ").",
                    "Write it as file:///folder/pack.zip, or as a path.");
        }
    }

    /** Tries every recording, and gives each a text and captions, so that the folder needs nothing else. */
    private static Pack settle(PackStaging staging) throws IOException {
        var recordings = staging.names().stream().filter(name -> name.endsWith(".mp3")).map(Pack::stem)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : staging.names()) {
            if (!recordings.contains(stem(name))) {
                throw UserError.failure("The pack holds " + name + " without its recording, " + stem(name) + ".mp3.",
                        "Nothing was installed. Add the recording, or leave the text out.");
            }
        }
        if (recordings.isEmpty()) {
            throw UserError.failure("The pack holds no recording.",
                    "Nothing was installed. A pack holds files such as " + SegmentIndex.ENTRIES.get(0).stem()
                            + ".mp3.");
        }
        List<String> spread = new ArrayList<>();
        for (String stem : recordings) {
            settle(stem, staging);
            if (!staging.names().contains(stem + ".vtt")) {
                spread.add(stem);
            }
        }
        return new Pack(List.copyOf(recordings), spread);
    }

    private static void settle(String stem, PackStaging staging) throws IOException {
        Path folder = staging.folder();
        double seconds = Mp3.measure(stem + ".mp3", Files.readAllBytes(folder.resolve(stem + ".mp3"))).seconds();
        boolean captioned = staging.names().contains(stem + ".vtt");
        List<Cue> cues = captioned ? WebVtt.parse(stem + ".vtt", text(folder.resolve(stem + ".vtt"))) : List.of();
        Transcript transcript = staging.names().contains(stem + ".md")
                ? Transcript.parse(stem, text(folder.resolve(stem + ".md")))
                : captioned ? heard(Narration.own(stem), cues) : Narration.own(stem);
        cues = captioned ? cues : transcript.spread(seconds);
        if (cues.get(cues.size() - 1).end() > seconds + BEYOND) {
            throw UserError.failure("The captions of " + stem + " go on after its recording has ended.",
                    "Nothing was installed. They may be those of another recording.");
        }
        transcript.timed(cues);
        Files.writeString(folder.resolve(stem + ".md"), transcript.markdown());
        Files.writeString(folder.resolve(stem + ".vtt"), WebVtt.write(transcript.title(), cues));
    }

    /** The text that captions hold: the course's own if they say its words, else theirs, in one paragraph. */
    private static Transcript heard(Transcript own, List<Cue> cues) {
        try {
            own.timed(cues);
            return own;
        } catch (UserError otherWords) {
            String text = cues.stream().map(Cue::text).collect(Collectors.joining(" "));
            return new Transcript(own.stem(), own.title(), List.of(Transcript.sentences(text)));
        }
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
