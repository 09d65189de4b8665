package narration.build;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lib.io.AtomicFile;
import lib.io.Leftovers;
import lib.io.UserError;
import lib.narration.SegmentIndex;
import lib.narration.Transcript;
import lib.narration.WebVtt;
import lib.narration.WebVtt.Cue;

/**
 * Speaks the texts of a folder: every NAME.md becomes NAME.mp3 and NAME.vtt, and narration.tsv says what they were made
 * from.
 */
public final class Recorder {

    private static final double LEAD = 0.20;      // seconds of silence before the first word
    private static final double SENTENCE = 0.38;  // after a sentence
    private static final double PARAGRAPH = 0.80; // after a paragraph
    private static final double TAIL = 0.25;      // after the last word

    private final Path folder;
    private final Lexicon lexicon;
    private final Manifest manifest;

    private Recorder(Path folder) throws IOException {
        this.folder = folder;
        this.lexicon = Lexicon.parse(Files.readString(folder.resolve("lexicon.txt")));
        this.manifest = Manifest.in(folder);
    }

    public static Recorder in(Path folder) throws IOException {
        return new Recorder(folder);
    }

    /**
     * The folder narration/ of the checkout that a folder lies in.
     *
     * @throws UserError if there is none
     */
    public static Path folder(Path here) {
        for (Path above = here.toAbsolutePath(); above != null; above = above.getParent()) {
            // A folder of that name alone may be anybody's, and its files would be replaced.
            if (Files.exists(above.resolve("narration/lexicon.txt"))
                    && Files.exists(above.resolve("jbang-catalog.json"))) {
                return above.resolve("narration");
            }
        }
        throw UserError.failure("There is no narration/ folder here whose texts could be spoken.",
                "Run it inside a clone of the workbook.");
    }

    /** The texts of the course, in order. */
    public List<Transcript> texts() throws IOException {
        List<Transcript> texts = new ArrayList<>();
        for (var entry : SegmentIndex.ENTRIES) {
            texts.add(Transcript.parse(entry.stem(), Files.readString(folder.resolve(entry.stem() + ".md"))));
        }
        return texts;
    }

    /** Whether the recording was made from this text with the lexicon as it is, and its captions are there. */
    public boolean isFresh(Transcript text) throws IOException {
        return manifest.holds(text, lexicon, folder.resolve(text.stem() + ".mp3"))
                && Files.exists(folder.resolve(text.stem() + ".vtt"));
    }

    /**
     * Speaks what is not fresh, one segment after the other, and says so.
     *
     * @throws UserError if a program is missing or fails; the segments before are complete, the others as they were
     */
    public void speak(Voice voice, PrintWriter say) throws IOException {
        int spoken = 0;
        for (Transcript text : texts()) {
            if (!isFresh(text)) {
                double seconds = speak(text, voice);
                say.printf(Locale.ROOT, "  %-40s %5.1f s%n", text.stem(), seconds);
                spoken++;
            }
        }
        say.println(spoken == 0 ? "Every recording was made from its text as it is."
                : "Spoke " + spoken + " of " + SegmentIndex.ENTRIES.size() + " segments.");
    }

    /** Sentence by sentence, so that the time of each is known, joined with pauses. */
    private double speak(Transcript text, Voice voice) throws IOException {
        Path work = Leftovers.note(Files.createTempDirectory("narration-"));
        try {
            List<Path> files = voice.speak(text.sentences(), lexicon, work);
            var sound = new Sound();
            List<Cue> cues = new ArrayList<>();
            sound.silence(LEAD);
            int next = 0;
            for (List<String> paragraph : text.paragraphs()) {
                for (int i = 0; i < paragraph.size(); i++) {
                    double start = sound.seconds();
                    sound.speech(files.get(next++));
                    cues.addAll(CaptionLines.cues(Transcript.plain(paragraph.get(i)), start, sound.seconds()));
                    sound.silence(next == files.size() ? TAIL : i == paragraph.size() - 1 ? PARAGRAPH : SENTENCE);
                }
            }
            Path wav = work.resolve("joined.wav");
            Path mp3 = work.resolve("even.mp3");
            sound.write(wav);
            Mastering.encode(wav, text.title(), mp3);
            AtomicFile.write(folder.resolve(text.stem() + ".vtt"), WebVtt.write(text.title(), untilTheNext(cues)));
            Path place = AtomicFile.write(folder.resolve(text.stem() + ".mp3"), Files.readAllBytes(mp3));
            manifest.note(text, lexicon, sound.seconds(), place);
            return sound.seconds();
        } finally {
            Leftovers.delete(work);
        }
    }

    /** Each caption stays until the next begins. */
    private static List<Cue> untilTheNext(List<Cue> cues) {
        List<Cue> stay = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            stay.add(new Cue(cue.start(), i + 1 < cues.size() ? cues.get(i + 1).start() : cue.end(), cue.text()));
        }
        return stay;
    }
}
