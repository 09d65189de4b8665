package lib.io;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Letters on their way out: UTF-8 to a pipe or a file, to a terminal the charset that it says it shows.
 *
 * <p>A terminal under the C locale says ASCII because nobody was asked, in a container say; it gets UTF-8, as Python
 * does it (PEP 538). What another charset has no letter for is spelled.
 */
public final class Terminal {

    private Terminal() {}

    /** The charset of this process's output. */
    public static Charset charset() {
        return charset(System.console() != null, Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty).filter(said -> said != null && !said.isEmpty()).findFirst().orElse("UTF-8"));
    }

    /** The same, with what decides it: whether there is a terminal, and the charset that it says it has. */
    public static Charset charset(boolean terminal, String said) {
        try {
            Charset charset = Charset.forName(said);
            return !terminal || charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalArgumentException e) { // a name that this Java does not know
            return StandardCharsets.UTF_8;
        }
    }

    /** A writer in that charset, which spells what the charset has no letter for. */
    public static Writer writer(OutputStream out, Charset charset) {
        var letters = new OutputStreamWriter(out, charset);
        return charset.equals(StandardCharsets.UTF_8) ? letters : new Spelled(letters, charset.newEncoder());
    }

    /** Text in letters that the encoder has: eta for η, 2 for ², a question mark where there is no other way. */
    private static final class Spelled extends FilterWriter {

        private static final Map<String, String> SPELLING = Stream.of("✓ +", "✗ x", "· -", "× x", "− -", "– -", "— -",
                        "─ -", "│ |", "┤ |", "‖ ||", "→ ->", "← <-", "≤ <=", "≥ >=", "± +-",
                        "√ sqrt", "∇ grad", "∫ integral", "∞ infinity", "≈ ~", "∈ in", "● *",
                        "▲ ^", "▼ v", "½ 1/2", "’ '", "‘ '", "“ \"", "” \"")
                .map(pair -> pair.split(" ")).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        private final CharsetEncoder encoder;

        Spelled(Writer letters, CharsetEncoder encoder) {
            super(letters);
            this.encoder = encoder;
        }

        @Override
        public void write(int letter) throws IOException {
            write(Character.toString(letter), 0, 1);
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            write(new String(text, from, length), 0, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            String part = text.substring(from, from + length);
            out.write(encoder.canEncode(part) ? part : part.codePoints().mapToObj(Character::toString)
                    .map(letter -> ways(letter).filter(encoder::canEncode).findFirst().orElse("?"))
                    .collect(Collectors.joining()));
        }

        private static Stream<String> ways(String letter) {
            return Stream.of(letter, Normalizer.normalize(letter, Normalizer.Form.NFKD))
                    .flatMap(form -> Stream.of(form, SPELLING.getOrDefault(form, form), name(form),
                            form.replaceAll("\\p{M}", "")));
        }

        /** ETA of GREEK SMALL LETTER ETA, in the letter's own case; others as they are. */
        private static String name(String letter) {
            String name = String.valueOf(Character.getName(letter.codePointAt(0)));
            String greek = name.replaceFirst("^GREEK (SMALL|CAPITAL) LETTER (?:FINAL )?(\\w+).*", "$2");
            return greek.equals(name) ? letter : name.contains("SMALL") ? greek.toLowerCase(Locale.ROOT)
                    : greek.charAt(0) + greek.substring(1).toLowerCase(Locale.ROOT);
        }
    }
}
