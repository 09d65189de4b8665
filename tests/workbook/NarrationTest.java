package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lib.narration.*;
import lib.narration.WebVtt.Cue;
import lib.page.Outline;
import lib.io.UserError;
import narration.build.Recorder;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text, recording and captions of every segment belong together, and a change of one is noticed. */
@Tag("slow")
@DisplayName("Narration: texts, recordings, captions")
class NarrationTest {

    private static final Path FOLDER = ROOT.resolve("narration");

    /** The notebook's names. */
    private static final List<String> STEMS = List.of("02_00_intro", "02_01_setup_code", "02_02_why_matter", "02_03_compass_analogy", "02_04_math_intro",
            "02_05_key_insight_ebm", "02_06_1d_gaussian_score_viz", "02_07_2d_score_intro", "02_08_2d_gaussian_score_viz", "02_09_score_from_energy_intro",
            "02_10_score_from_energy_viz", "02_11_todo_langevin_intro", "02_12_todo_langevin_1d", "02_13_verification_langevin_1d",
            "02_14_todo_langevin_2d_intro", "02_15_todo_langevin_2d", "02_16_putting_it_together_transition", "02_17_2d_langevin_viz",
            "02_18_bimodal_sampling_transition", "02_19_bimodal_sampling_viz", "02_20_final_output_intro", "02_21_animated_viz", "02_22_reflection");

    static List<String> stems() {
        return STEMS;
    }

    @Test
    @DisplayName("23 texts, 23 recordings, 23 captions under the notebook's names, and nothing else; at most 8 MB of sound")
    void complete() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var expected = STEMS.stream().flatMap(stem -> Stream.of(".md", ".mp3", ".vtt").map(end -> stem + end)).collect(Collectors.toCollection(ArrayList::new));
            expected.addAll(List.of("README.md", "build", "lexicon.txt", "main.java", "narration.tsv"));
            assertEquals(expected.stream().sorted().toList(), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(STEMS, SegmentIndex.ENTRIES.stream().map(SegmentIndex.Entry::stem).toList());
        long bytes = 0;
        for (String stem : STEMS) {
            bytes += Files.size(FOLDER.resolve(stem + ".mp3"));
        }
        assertTrue(bytes <= 8_000_000, bytes + " bytes");
    }

    @Test
    @DisplayName("every lesson of the notebook has a segment, every segment a section of lessons.md")
    void heardSomewhere() {
        var sections = Outline.ofWorkbook().sections().stream().map(Outline.Section::alias).toList();
        var heard = SegmentIndex.ENTRIES.stream().map(SegmentIndex.Entry::section).distinct().toList();
        assertEquals(List.of(), heard.stream().filter(section -> !sections.contains(section)).toList());
        var notebook = List.of("setup", "gaussian-score", "score-field", "score-from-energy", "langevin-1d", "langevin-2d", "langevin-gaussian",
                "bimodal-sampling", "langevin-animation", "reflection");
        assertEquals(List.of(), notebook.stream().filter(lesson -> !heard.contains(lesson)).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stems")
    @DisplayName("the recording was made from the text as it is")
    void fresh(String stem) throws IOException {
        var recorder = Recorder.in(FOLDER);
        for (Transcript text : recorder.texts()) {
            assertTrue(!text.stem().equals(stem) || recorder.isFresh(text), stem + " has changed since it was spoken: run ./jbang narration --build");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stems")
    @DisplayName("60 to 160 words for the ear")
    void text(String stem) {
        String text = read(FOLDER.resolve(stem + ".md"));
        String[] titleAndRest = text.split("\n", 2);
        assertTrue(titleAndRest[0].matches("# [A-Z].*"), titleAndRest[0]);
        String spoken = titleAndRest[1].strip();
        int words = spoken.split("\\s+").length;
        assertTrue(words >= 60 && words <= 160, words + " words");
        String prose = spoken.replaceAll("`[a-z0-9 -]+`", "");
        assertFalse(java.util.regex.Pattern.compile("[^A-Za-z\\s.,;:?'-]").matcher(prose).find(), "a symbol or a digit, which nobody can hear: " + prose);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stems")
    @DisplayName("captions say the text, in order, and end with the sound")
    void captions(String stem) throws IOException {
        var cues = WebVtt.parse(stem, read(FOLDER.resolve(stem + ".vtt")));
        String said = cues.stream().map(Cue::text).collect(Collectors.joining(" ")).replaceAll("\\s+", " ");
        assertEquals(read(FOLDER.resolve(stem + ".md")).split("\n", 2)[1].replace("`", "").strip().replaceAll("\\s+", " "), said);
        double before = 0;
        for (Cue cue : cues) {
            assertTrue(cue.start() >= before && cue.end() > cue.start(), cue.toString());
            assertTrue(cue.text().lines().count() <= 2 && cue.text().lines().allMatch(line -> line.length() <= 42), cue.text());
            before = cue.end();
        }
        assertEquals(seconds(Files.readAllBytes(FOLDER.resolve(stem + ".mp3"))), before, 0.5);
    }

    /** The length of an MPEG 2 layer III recording at 24 kHz, by its frame headers: ISO/IEC 13818-3. */
    private static double seconds(byte[] b) {
        int[] kilobits = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
        int at = 10 + (b[6] << 21 | b[7] << 14 | b[8] << 7 | b[9]); // after the ID3 tag
        int frames = 0;
        while (at < b.length) {
            assertEquals(0xfff2, (b[at] & 0xff) << 8 | b[at + 1] & 0xfe, "a frame at byte " + at);
            assertEquals(1, b[at + 2] >> 2 & 3, "24 kHz");
            at += 72 * kilobits[b[at + 2] >> 4 & 15] * 1000 / 24_000 + (b[at + 2] >> 1 & 1);
            frames++;
        }
        return frames * 576 / 24_000.0;
    }

    @Test
    @DisplayName("a changed text makes its recording stale, and so does a changed pronunciation of one of its words")
    void stale(@TempDir Path copy) throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        assertEquals(List.of(), staleIn(copy));
        Path text = copy.resolve("02_03_compass_analogy.md");
        Files.writeString(text, read(text).replace("in thick fog", "in thin fog"));
        assertEquals(List.of("02_03_compass_analogy"), staleIn(copy));
        Path lexicon = copy.resolve("lexicon.txt");
        Files.writeString(lexicon, read(lexicon).replace("bowltsmun", "boltsman"));
        assertEquals(List.of("02_02_why_matter", "02_03_compass_analogy"), staleIn(copy), "only these say Boltzmann, or were changed");
        Files.copy(copy.resolve("02_00_intro.mp3"), copy.resolve("02_22_reflection.mp3"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertTrue(staleIn(copy).contains("02_22_reflection"), "another recording under its name");
    }

    private static List<String> staleIn(Path folder) throws IOException {
        var recorder = Recorder.in(folder);
        List<String> stale = new ArrayList<>();
        for (Transcript text : recorder.texts()) {
            if (!recorder.isFresh(text)) {
                stale.add(text.stem());
            }
        }
        return stale;
    }

    @Test
    @DisplayName("the length by Mp3 is that by the frames")
    void measure() throws IOException {
        byte[] recording = Files.readAllBytes(FOLDER.resolve("02_00_intro.mp3"));
        assertEquals(seconds(recording), Mp3.measure("intro", recording).seconds(), 0.03, "but for the encoder's note, which is a frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1\n00:00.000 --> 00:01.000\nno header", "WEBVTT\n", "WEBVTT\n\n00:02.000 --> 00:01.000\nbackwards",
        "WEBVTT\n\n00:00.000 --> 00:02.000\none\n\n00:01.000 --> 00:03.000\ntwo at once", "WEBVTT\n\nno times\nat all", "WEBVTT\n\n00:00 --> 00:01\nshort"})
    @DisplayName("captions that are none are refused")
    void brokenCaptions(String text) {
        assertThrows(UserError.class, () -> WebVtt.parse("a.vtt", text));
    }

    @Test
    @DisplayName("--build speaks what has changed, or says which program it lacks and where to get it")
    void build(@TempDir Path checkout) throws IOException {
        Path copy = Files.createDirectory(checkout.resolve("narration"));
        Files.writeString(checkout.resolve("jbang-catalog.json"), "{}"); // what makes a folder a clone
        stale(copy);
        byte[] before = Files.readAllBytes(copy.resolve("02_03_compass_analogy.mp3"));
        Files.copy(FOLDER.resolve("lexicon.txt"), copy.resolve("lexicon.txt"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(FOLDER.resolve("02_22_reflection.mp3"), copy.resolve("02_22_reflection.mp3"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var result = run(checkout, Map.of(), "", List.of(ROOT.resolve("jbang").toString(), "narration", "--build"));
        boolean changed = !java.util.Arrays.equals(before, Files.readAllBytes(copy.resolve("02_03_compass_analogy.mp3")));
        if (result.status() == 0) {
            assertTrue(changed && result.out().contains("Spoke 1 of 23"), result.both());
            assertEquals(List.of(), staleIn(copy));
        } else {
            assertFalse(changed, "nothing half done");
            assertTrue(result.err().contains("is not installed") && result.err().contains("apt-get install festival"), result.both());
            assertFalse(result.err().contains("\tat "), result.both());
        }
    }

    @Test
    @DisplayName("--build outside a clone, or with a voice nobody knows, says what to do")
    void noVoice(@TempDir Path elsewhere) {
        var outside = run(elsewhere, Map.of(), "", List.of(ROOT.resolve("jbang").toString(), "narration", "--build"));
        assertEquals(1, outside.status(), outside.both());
        assertTrue(outside.err().contains("inside a clone"), outside.both());
        var unknown = jbang("narration", "--build", "--voice", "parrot");
        assertEquals(1, unknown.status(), unknown.both());
        assertTrue(unknown.err().contains("espeak-ng") && !unknown.err().contains("\tat "), unknown.both());
    }
}
