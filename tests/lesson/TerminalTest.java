package tests.lesson;

import static org.junit.jupiter.api.Assertions.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import lib.io.Terminal;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters on terminals that do not have all of them. */
@DisplayName("The terminal's letters")
class TerminalTest {

    @ParameterizedTest(name = "a terminal: {0}, which says {1}: {2}")
    @CsvSource({
        "false, ISO-8859-1, UTF-8",
        "false, windows-1252, UTF-8",
        "true, UTF-8, UTF-8",
        "true, ANSI_X3.4-1968, UTF-8",
        "true, no such charset, UTF-8",
        "true, ISO-8859-1, ISO-8859-1",
        "true, windows-1252, windows-1252",
        "true, IBM850, IBM850",
    })
    @DisplayName("a pipe gets UTF-8, a terminal what it says; ASCII is what a terminal says that nobody asked")
    void charset(boolean terminal, String said, String expected) {
        assertEquals(expected, Terminal.charset(terminal, said).name());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "US-ASCII, ✓ x₁ moves by η s(x) + √(2η) ξ, + x1 moves by eta s(x) + sqrt(2eta) xi",
        "windows-1252, ✗ Σ² ≤ 10⁻⁶ – ∇ log p · größe, x Sigma² <= 10-6 – grad log p · größe",
        "UTF-8, ✓ ξ, ✓ ξ",
    })
    @DisplayName("a letter that a terminal has not is spelled")
    void spelled(String charset, String text, String expected) throws IOException {
        assertEquals(expected, written(text, Charset.forName(charset)));
    }

    @Test
    @DisplayName("every letter that the workbook can print is spelled in ASCII, none is a question mark")
    void all() throws IOException {
        try (var files = Files.walk(Path.of("lib"))) {
            String letters = files.filter(file -> file.toString().endsWith(".java")).flatMap(TerminalTest::letters)
                    .distinct().collect(Collectors.joining());
            assertTrue(letters.length() > 30, letters);
            assertFalse(written(letters, StandardCharsets.US_ASCII).contains("?"), letters + " is " + written(letters, StandardCharsets.US_ASCII));
        }
    }

    private static java.util.stream.Stream<String> letters(Path file) {
        try {
            return Files.readString(file).codePoints().filter(letter -> letter > 127).mapToObj(Character::toString);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String written(String text, Charset charset) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = Terminal.writer(bytes, charset)) {
            writer.write(text);
        }
        return bytes.toString(charset);
    }
}
