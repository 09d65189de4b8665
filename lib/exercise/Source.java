package lib.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The text of an exercise's script.
 *
 * @param name its file name
 * @param lines its lines
 */
record Source(String name, List<String> lines) {

    /** The text on the class path, put there by the script's //FILES line: what was compiled. */
    static Source of(String alias) {
        String name = alias + ".java";
        try (InputStream in = Source.class.getResourceAsStream("/" + name)) {
            return of(name, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source of(String name, String text) {
        return new Source(name, text.lines().toList());
    }

    /** A line with its number, as an editor shows it; cut to 76 columns. */
    String show(int line) {
        if (line < 1 || line > lines.size()) {
            return "";
        }
        String shown = "%6s | %s".formatted(line, lines.get(line - 1).strip());
        return shown.length() > 76 ? shown.substring(0, 75) + "…" : shown;
    }

    /** How many blanks are still there. */
    long blanks() {
        return lines.stream().map(line -> line.replaceFirst("//.*", "")).filter(code -> code.contains("todo(\"")).count();
    }

    /** SHA-256 of the text: changes when anything does. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
