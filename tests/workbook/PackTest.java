package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import lib.narration.*;
import lib.io.UserError;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** Packs of recordings come from strangers: a good one is heard from then on, any other is refused and leaves nothing. */
@Tag("slow")
@Tag("apart")
@DisplayName("Narration packs")
class PackTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1); // the machine may be busy
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);
    private static final String INTRO = "02_00_intro";
    private static final String SETUP = "02_01_setup_code";

    @TempDir
    Path temp;

    Path data;

    @BeforeEach
    void personalFolder() {
        data = temp.resolve("data");
    }

    @Test
    @DisplayName("three recordings replace three; captions that come with one are used, the others are spread")
    void good() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(INTRO + ".mp3", recording("02_17_2d_langevin_viz"));
        files.put(INTRO + ".vtt", bytes("WEBVTT\n\nNOTE made elsewhere\n\n00:01.000 --> 00:03.000 align:start\n<v Ann>Hello &amp; welcome.</v>\n\n00:03.000 --> 00:49.000\nThis is another text.\n"));
        files.put(SETUP + ".mp3", recording("02_20_final_output_intro"));
        files.put("02_02_why_matter.mp3", recording("02_21_animated_viz"));
        files.put("02_02_why_matter.md", bytes("# Another title\n\nFirst half. Second half.\n"));
        Pack pack = install(zip(files).toString());
        assertEquals(List.of(INTRO, SETUP, "02_02_why_matter"), pack.replaced());
        assertEquals(List.of(SETUP, "02_02_why_matter"), pack.spread());

        var all = Narration.in(data).all();
        assertArrayEquals(files.get(INTRO + ".mp3"), all.get(0).audio());
        var theirs = all.get(0).paragraphs().get(0);
        assertEquals(List.of("Hello & welcome.", "This is another text."), theirs.stream().map(Segment.Sentence::text).toList());
        assertEquals(3, theirs.get(1).start(), 1e-9);
        assertEquals(49, theirs.get(1).end(), 1e-9);
        assertArrayEquals(files.get(SETUP + ".mp3"), all.get(1).audio());
        assertEquals("Code walkthrough: setup", all.get(1).title(), "no text came, so it is ours");
        double last = all.get(1).seconds();
        assertTrue(last > 49 && last < 50.4, "our sentences, over the pack's 50.35 seconds, and not " + last);
        assertEquals("Another title", all.get(2).title());
        assertEquals(2, all.get(2).paragraphs().get(0).size());
        assertArrayEquals(recording("02_03_compass_analogy"), all.get(3).audio(), "the others stay");

        install(folder(Map.of(SETUP + ".mp3", recording(INTRO))).toString());
        assertEquals(List.of(SETUP), PackStore.in(data).stems(), "a pack takes the place of the one before");
        assertTrue(PackStore.in(data).remove());
        assertArrayEquals(recording(INTRO), Narration.in(data).all().get(0).audio());
        assertEquals(List.of(), filesIn(data));
        assertFalse(PackStore.in(data).remove());
    }

    @Test
    @DisplayName("a zip of a folder is a pack too, with what a file manager left in it")
    void zippedFolder() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("my pack/", null);
        files.put("my pack/" + INTRO + ".mp3", recording(SETUP));
        files.put("__MACOSX/my pack/._" + INTRO + ".mp3", bytes("junk"));
        files.put("my pack/.DS_Store", bytes("junk"));
        assertEquals(List.of(INTRO), install(zip(files).toUri().toString()).replaced());
    }

    static Stream<String> escapes() {
        return Stream.of("../" + INTRO + ".mp3", "/tmp/" + INTRO + ".mp3", "a/../../" + INTRO + ".mp3", "..\\" + INTRO + ".mp3", "C:/" + INTRO + ".mp3", "a/../" + INTRO + ".mp3");
    }

    @org.junit.jupiter.params.ParameterizedTest(name = "{0}")
    @org.junit.jupiter.params.provider.MethodSource("escapes")
    @DisplayName("a name that leads out of the pack is refused")
    void escape(String name) throws IOException {
        refused("outside", zip(Map.of(name, recording(INTRO))).toString());
        assertFalse(Files.exists(temp.resolve(INTRO + ".mp3")));
    }

    @Test
    @DisplayName("unknown names, deep folders, texts without sound and packs without any are refused")
    void names() throws IOException {
        refused("no segment", zip(Map.of("02_99_secret.mp3", recording(INTRO))).toString());
        refused("no segment", zip(Map.of(INTRO + ".exe", recording(INTRO))).toString());
        refused("no segment", zip(Map.of("a/b/" + INTRO + ".mp3", recording(INTRO))).toString());
        refused("without its recording", zip(Map.of(INTRO + ".vtt", bytes("WEBVTT\n"))).toString());
        refused("no recording", zip(Map.of()).toString());
        refused("no recording", folder(Map.of()).toString());
        refused("twice", zip(Map.of("a/" + INTRO + ".mp3", recording(INTRO), "b/" + INTRO + ".mp3", recording(INTRO))).toString());
        refused("There is no", temp.resolve("nowhere.zip").toString());
    }

    @Test
    @DisplayName("links are not followed, in a zip file or in a folder")
    void links() throws IOException {
        Path zip = temp.resolve("link.zip");
        try (var out = new ZipArchiveOutputStream(zip)) {
            var entry = new ZipArchiveEntry(INTRO + ".mp3");
            entry.setUnixMode(0120777);
            out.putArchiveEntry(entry);
            out.write(bytes("/etc/passwd"));
            out.closeArchiveEntry();
        }
        refused("link", zip.toString());
        Path folder = folder(Map.of(SETUP + ".mp3", recording(SETUP)));
        Files.createSymbolicLink(folder.resolve(INTRO + ".mp3"), ROOT.resolve("narration/" + INTRO + ".mp3"));
        refused("link", folder.toString());
    }

    @Test
    @DisplayName("a bomb is stopped by the bytes that come out, whatever it declares")
    void bombs() throws IOException {
        refused("larger", bomb(10L << 30).toString());
        refused("larger", bomb(1000).toString());
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 300; i++) {
            files.put("f" + i + "/" + INTRO + ".mp3", new byte[0]);
        }
        refused("larger than a pack", zip(files).toString());
    }

    @Test
    @DisplayName("what is not a recording is refused: a page, zeros, noise, half a file, one with something in the middle")
    void wrongTypes() throws IOException {
        byte[] good = recording(INTRO);
        byte[] broken = good.clone();
        java.util.Arrays.fill(broken, 100_000, 101_000, (byte) '<');
        byte[] noise = new byte[50_000];
        new java.util.Random(42).nextBytes(noise);
        for (byte[] bad : List.of(bytes("<!doctype html><html>Not found</html>".repeat(500)), new byte[5000], noise, new byte[0], broken,
                java.util.Arrays.copyOf(good, 200_001), java.util.Arrays.copyOf(good, 300), bytes("ID3"))) {
            refused(INTRO + ".mp3", zip(Map.of(INTRO + ".mp3", bad)).toString());
        }
    }

    @Test
    @DisplayName("captions of another recording, out of order, or with other words than their text are refused")
    void wrongCaptions() throws IOException {
        for (String captions : List.of("WEBVTT\n\n00:00.000 --> 09:00.000\nToo long.\n", "WEBVTT\n\n00:05.000 --> 00:01.000\nBackwards.\n", "<html>", "WEBVTT\n")) {
            refused("02_00_intro", zip(Map.of(INTRO + ".mp3", recording(INTRO), INTRO + ".vtt", bytes(captions))).toString());
        }
        refused("say", zip(Map.of(INTRO + ".mp3", recording(INTRO), INTRO + ".vtt", bytes("WEBVTT\n\n00:00.000 --> 00:09.000\nOne two.\n"),
                INTRO + ".md", bytes("# T\n\nOne three.\n"))).toString());
    }

    @Test
    @DisplayName("a zip file that was cut off or damaged is refused")
    void cutOff() throws IOException {
        byte[] whole = Files.readAllBytes(zip(Map.of(INTRO + ".mp3", recording(INTRO))));
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 10}) {
            refused("zip file", Files.write(temp.resolve("cut.zip"), java.util.Arrays.copyOf(whole, length)).toString());
        }
        whole[whole.length / 2] ^= 1;
        refused("", Files.write(temp.resolve("damaged.zip"), whole).toString());
    }

    @Test
    @DisplayName("from a server: whole it is installed; cut off, stalled, refused or endless it is not")
    void server() throws Exception {
        byte[] pack = Files.readAllBytes(zip(Map.of(INTRO + ".mp3", recording(SETUP))));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = java.util.concurrent.Executors.newCachedThreadPool();
        var left = new java.util.concurrent.CountDownLatch(1);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/missing.zip")) {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
                return;
            }
            exchange.sendResponseHeaders(200, path.equals("/endless.zip") ? 0 : pack.length);
            try (var out = exchange.getResponseBody()) {
                out.write(pack, 0, path.equals("/whole.zip") ? pack.length : 1000);
                out.flush();
                if (path.equals("/stalled.zip")) {
                    left.await();
                }
                for (byte[] zeros = new byte[1 << 20]; path.equals("/endless.zip");) {
                    out.write(zeros);
                }
            } catch (IOException | InterruptedException e) {
                // the client has gone, or this is the half that is not sent
            }
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            for (String bad : List.of("/cut.zip", "/stalled.zip", "/missing.zip", "/endless.zip")) {
                refused(base + bad, base + bad);
            }
            assertEquals(List.of(INTRO), install(base + "/whole.zip").replaced());
        } finally {
            left.countDown();
            server.stop(0);
            threads.shutdownNow();
        }
        refused("did not succeed", "http://127.0.0.1:" + server.getAddress().getPort() + "/whole.zip");
        refused("no address", "http://not a host/x.zip");
    }

    @Test
    @DisplayName("a pack that is refused leaves the one before in use")
    void keepsTheOneBefore() throws IOException {
        install(zip(Map.of(INTRO + ".mp3", recording(SETUP))).toString());
        var before = filesIn(data);
        assertThrows(UserError.class, () -> install(zip(Map.of(INTRO + ".mp3", bytes("no"))).toString()));
        assertEquals(before, filesIn(data));
        assertArrayEquals(recording(SETUP), Narration.in(data).all().get(0).audio());
    }

    @Test
    @DisplayName("as a command: installed, heard on a lesson's page, removed; a refusal is two lines and exit status 1")
    void command() throws IOException {
        var home = Map.of("WORKBOOK_DATA", data.toString());
        String out = temp.resolve("out").toString();
        var bad = jbang(home, "", "narration", "--install", zip(Map.of("x.mp3", bytes("x"))).toString());
        assertEquals(1, bad.status(), bad.both());
        assertEquals(2, bad.err().lines().filter(line -> !line.startsWith("[jbang]")).count(), bad.both());
        var good = jbang(home, "", "narration", "--install", zip(Map.of("02_07_2d_score_intro.mp3", recording(INTRO))).toString());
        assertEquals(0, good.status(), good.both());
        assertTrue(good.out().contains("Installed 1 of 23 segments") && good.out().contains("spread"), good.both());
        jbang(home, "", "score-field", "--no-open", "--out", out);
        assertEquals(1, recordings(out).filter(file -> same(file, recording(INTRO))).count());
        var listed = jbang(home, "", "narration", "--no-open", "--out", out);
        assertTrue(listed.out().startsWith("Loaded 23 narration segments, 1 of them from the pack you installed\n"), listed.both());
        assertEquals(0, jbang(home, "", "narration", "--remove").status());
        assertTrue(jbang(home, "", "narration", "--no-open", "--out", out).out().startsWith("Loaded 23 narration segments\n"));
        assertEquals(2, jbang(home, "", "narration", "--install", "a", "--remove").status(), "one change at a time");
    }

    // ---- the packs

    private Pack install(String where) throws IOException {
        return Pack.install(where, PackStore.in(data), where.endsWith("/stalled.zip") ? IMPATIENCE : PATIENCE, bytes -> {});
    }

    private void refused(String saying, String where) throws IOException {
        var before = filesIn(data);
        var refusal = assertThrows(UserError.class, () -> install(where));
        assertTrue((refusal.getMessage() + " " + refusal.remedy()).contains(saying), refusal.getMessage());
        assertFalse(refusal.remedy().isBlank());
        assertEquals(before, filesIn(data), "nothing is left");
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path zip = Files.createTempFile(temp, "pack", ".zip");
        try (var out = new ZipArchiveOutputStream(zip)) {
            for (var file : files.entrySet()) {
                out.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                if (file.getValue() != null) {
                    out.write(file.getValue());
                }
                out.closeArchiveEntry();
            }
        }
        return zip;
    }

    /** Ten gigabytes of zeros as a recording, made of one compressed block of 16 MB, many times over. */
    private Path bomb(long declared) throws IOException {
        var deflater = new Deflater(9, true);
        deflater.setInput(new byte[16 << 20]);
        byte[] block = new byte[1 << 20];
        int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
        deflater.end();
        var blocks = Collections.nCopies(640, block).stream().map(b -> (InputStream) new ByteArrayInputStream(b, 0, length)).toList();
        InputStream raw = new SequenceInputStream(new SequenceInputStream(Collections.enumeration(blocks)), new ByteArrayInputStream(new byte[] {3, 0}));
        Path zip = Files.createTempFile(temp, "bomb", ".zip");
        try (var out = new ZipArchiveOutputStream(zip)) {
            var entry = new ZipArchiveEntry(INTRO + ".mp3");
            entry.setMethod(ZipEntry.DEFLATED);
            entry.setSize(declared);
            entry.setCompressedSize(640L * length + 2);
            entry.setCrc(0);
            out.addRawArchiveEntry(entry, raw);
        }
        assertTrue(Files.size(zip) < 20_000_000);
        return zip;
    }

    private Path folder(Map<String, byte[]> files) throws IOException {
        Path folder = Files.createTempDirectory(temp, "pack");
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private static byte[] recording(String stem) {
        try {
            return Files.readAllBytes(ROOT.resolve("narration/" + stem + ".mp3"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<Path> recordings(String out) throws IOException {
        return Files.list(Path.of(out, "assets/narration"));
    }

    private static boolean same(Path file, byte[] bytes) {
        try {
            return java.util.Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> filesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.endsWith(".lock")).map(Path::toString).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
