package lib.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import lib.io.AtomicFile;
import lib.narration.Segment;

/**
 * The files that all pages share: Plotly, KaTeX and highlight.js from their webjars, and the workbook's own style and
 * script. Names carry a version, ours a checksum: a page never meets a file of another edition, and a file that is
 * there is right.
 */
final class Assets {

    /** The folder beside the pages. */
    static final String FOLDER = "assets";

    /** Below it, the recordings. */
    static final String RECORDINGS = FOLDER + "/narration";

    private static final String PLOTLY = "3.3.1";
    private static final String KATEX = "0.18.11";
    private static final String HIGHLIGHT = "11.11.1";
    private static final String LUNR = "2.3.9";
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final String[] FONTS = {"AMS-Regular", "Caligraphic-Bold", "Caligraphic-Regular", "Fraktur-Bold",
        "Fraktur-Regular", "Main-Bold", "Main-BoldItalic", "Main-Italic", "Main-Regular", "Math-BoldItalic",
        "Math-Italic",
        "SansSerif-Bold", "SansSerif-Italic", "SansSerif-Regular", "Script-Regular", "Size1-Regular", "Size2-Regular",
        "Size3-Regular", "Size4-Regular", "Typewriter-Regular"};

    /** Addresses in a page, relative to it. */
    static final String PLOTLY_JS = FOLDER + "/plotly-" + PLOTLY + ".js";
    static final String KATEX_CSS = FOLDER + "/katex-" + KATEX + "/katex.min.css";
    static final String KATEX_JS = FOLDER + "/katex-" + KATEX + "/katex.min.js";
    static final String HIGHLIGHT_JS = FOLDER + "/highlight-" + HIGHLIGHT + ".js";
    static final String LUNR_JS = FOLDER + "/lunr-" + LUNR + ".js";
    static final String WORKBOOK_CSS;
    static final String WORKBOOK_JS;
    static final String DOTS_JS;
    static final String ANIMATION_JS;
    static final String PLAYER_CSS;
    static final String PLAYER_JS;
    static final String BOOK_CSS;
    static final String BOOK_JS;
    static final String LICENCES; // of what is copied here: whoever passes a page on passes them on

    private static final Map<String, byte[]> OURS = new LinkedHashMap<>(); // address in a page, content

    static {
        WORKBOOK_CSS = ours("workbook", ".css");
        WORKBOOK_JS = ours("workbook", ".js");
        DOTS_JS = ours("dots", ".js");
        ANIMATION_JS = ours("animation", ".js");
        PLAYER_CSS = ours("player", ".css");
        PLAYER_JS = ours("player", ".js");
        BOOK_CSS = ours("book", ".css");
        BOOK_JS = ours("book", ".js");
        LICENCES = ours("licences", ".txt");
    }

    private static final Map<String, Long> LENGTHS = new ConcurrentHashMap<>();

    /** What templates call these addresses. */
    static final Map<String, String> ADDRESSES = Map.ofEntries(
            Map.entry("plotlyJs", PLOTLY_JS), Map.entry("katexCss", KATEX_CSS), Map.entry("katexJs", KATEX_JS),
            Map.entry("highlightJs", HIGHLIGHT_JS), Map.entry("workbookCss", WORKBOOK_CSS),
            Map.entry("workbookJs", WORKBOOK_JS), Map.entry("dotsJs", DOTS_JS), Map.entry("animationJs", ANIMATION_JS),
            Map.entry("playerCss", PLAYER_CSS), Map.entry("playerJs", PLAYER_JS), Map.entry("bookCss", BOOK_CSS),
            Map.entry("licences", LICENCES));

    /** A file to copy: where it is on the class path, where it goes. */
    private record Copy(String resource, String target) {}

    private Assets() {}

    /**
     * Puts what is missing into {@code <folder>/assets}. Each file is complete or absent, whoever else writes there.
     *
     * @throws IOException if the folder cannot be written to
     * @throws IllegalStateException if a webjar is not on the class path
     */
    static void copyTo(Path folder) throws IOException {
        for (Copy copy : copies()) {
            Path target = folder.resolve(copy.target());
            if (!isThere(target, length(copy.resource()))) {
                try (InputStream in = find(copy.resource()).openStream()) {
                    AtomicFile.write(target, in.readAllBytes());
                }
            }
        }
        for (var file : OURS.entrySet()) {
            putOurs(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** What {@link #copyTo(Path)} puts there: names relative to the folder, lengths in bytes. */
    static Map<String, Long> expected() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        for (Copy copy : copies()) {
            expected.put(copy.target(), length(copy.resource()));
        }
        OURS.forEach((name, content) -> expected.put(name, (long) content.length));
        return expected;
    }

    /** The address of a file of lib/page, whose content goes there. */
    private static String ours(String name, String suffix) {
        byte[] content = read("lib/page/" + name + suffix);
        String address = FOLDER + "/" + name + "-" + checksum(content) + suffix;
        OURS.put(address, content);
        return address;
    }

    private static List<Copy> copies() {
        String katex = WEBJARS + "katex/" + KATEX + "/dist/";
        List<Copy> copies = new ArrayList<>();
        copies.add(new Copy(WEBJARS + "plotly.js-dist/" + PLOTLY + "/plotly.js", PLOTLY_JS));
        copies.add(new Copy(WEBJARS + "highlightjs/" + HIGHLIGHT + "/highlight.min.js", HIGHLIGHT_JS));
        copies.add(new Copy(WEBJARS + "lunr/" + LUNR + "/lunr.min.js", LUNR_JS));
        copies.add(new Copy(katex + "katex.min.css", KATEX_CSS));
        copies.add(new Copy(katex + "katex.min.js", KATEX_JS));
        for (String font : FONTS) {
            String file = "fonts/KaTeX_" + font + ".woff2";
            copies.add(new Copy(katex + file, FOLDER + "/katex-" + KATEX + "/" + file));
        }
        return copies;
    }

    /** A recording's address in a page, relative to it; empty where there is none. */
    static String address(Segment spoken) {
        return spoken.audio().length == 0 ? "" : RECORDINGS + "/" + spoken.stem() + "-" + checksum(spoken.audio())
                + ".mp3";
    }

    /** Puts the recordings of segments beside a page, as {@link #copyTo} puts the rest. */
    static void copyTo(Path folder, List<Segment> narration) throws IOException {
        for (Segment spoken : narration) {
            if (spoken.audio().length > 0) {
                putOurs(folder.resolve(address(spoken)), spoken.audio());
            }
        }
    }

    private static void putOurs(Path target, byte[] bytes) throws IOException {
        if (!isThere(target, bytes.length)) {
            AtomicFile.write(target, bytes);
        }
    }

    /** Names carry versions, so the same length is the same content; another length is a damaged file. */
    static boolean isThere(Path target, long length) throws IOException {
        return Files.isRegularFile(target) && Files.size(target) == length;
    }

    private static long length(String resource) throws IOException {
        Long known = LENGTHS.get(resource); // asked once a process: twenty pages of a book ask for the same files
        if (known == null) {
            known = find(resource).openConnection().getContentLengthLong();
            LENGTHS.put(resource, known);
        }
        return known;
    }

    private static URL find(String resource) {
        URL url = Assets.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IllegalStateException(resource
                    + " is not on the class path: see the //DEPS of lib/Workbook.java and its rooms' //FILES");
        }
        return url;
    }

    private static byte[] read(String resource) {
        try (InputStream in = find(resource).openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replace("\r\n", "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(resource + " cannot be read", e);
        }
    }

    static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
