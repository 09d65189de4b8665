package narration.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lib.io.AtomicFile;
import lib.narration.Transcript;

/** narration.tsv: of each recording, what it was made from, so that a changed text is found out. */
final class Manifest {

    private static final String HEAD = "stem\twords\tseconds\tsource\taudio\n";

    private final Path file;
    private final Map<String, String> rows = new TreeMap<>();

    private Manifest(Path file) {
        this.file = file;
    }

    static Manifest in(Path folder) throws IOException {
        var manifest = new Manifest(folder.resolve("narration.tsv"));
        if (Files.exists(manifest.file)) {
            Files.readString(manifest.file).lines().skip(1).forEach(row -> manifest.rows.put(row.split("\t")[0], row));
        }
        return manifest;
    }

    /** Whether the recording in the folder was made from this text with this lexicon, and is that very file. */
    boolean holds(Transcript text, Lexicon lexicon, Path mp3) throws IOException {
        String row = rows.get(text.stem());
        return row != null && Files.exists(mp3)
                && row.endsWith("\t" + source(text, lexicon) + "\t" + sha256(Files.readAllBytes(mp3)));
    }

    /** Notes a recording. */
    void note(Transcript text, Lexicon lexicon, double seconds, Path mp3) throws IOException {
        rows.put(text.stem(), String.join("\t", text.stem(), Integer.toString(text.words()),
                String.format(Locale.ROOT, "%.2f", seconds),
                source(text, lexicon), sha256(Files.readAllBytes(mp3))));
        AtomicFile.write(file, HEAD + rows.values().stream().map(row -> row + "\n").collect(Collectors.joining()));
    }

    /** What is spoken, and how its words are pronounced: SHA-256 of both. */
    private static String source(Transcript text, Lexicon lexicon) {
        String said = text.markdown();
        return sha256((said + lexicon.entriesIn(said)).getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
