package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lib.narration.*;
import lib.io.Leftovers;
import lib.io.UserError;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** Packs on bad days: two at once, hostile captions, servers that never end, damage after the installation. */
@Tag("slow")
@Tag("apart")
@DisplayName("Narration packs in trouble")
class PackTroubleTest {

    private static final Duration IMPATIENT = Duration.ofMillis(100);
    private static final String INTRO = "02_00_intro";
    private static final String SHORT = "02_08_2d_gaussian_score_viz";

    @TempDir
    Path temp;

    Path data;

    @BeforeEach
    void personalFolder() {
        data = temp.resolve("data");
    }

    @Test
    @DisplayName("two installations at once, a thousand times: one pack is there, whole, and nothing else")
    void twoAtOnce() throws Exception {
        Path one = folder("one", INTRO);
        Path two = folder("two", SHORT);
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 1000; round++) {
                var start = new CountDownLatch(2);
                List<Future<Pack>> both = new ArrayList<>();
                for (Path pack : List.of(one, two)) {
                    both.add(threads.submit(() -> {
                        start.countDown();
                        start.await();
                        return install(pack.toString());
                    }));
                }
                for (var each : both) {
                    each.get();
                }
                var stems = PackStore.in(data).stems();
                assertTrue(stems.equals(List.of(INTRO)) || stems.equals(List.of(SHORT)), "round " + round + ": " + stems);
                assertEquals(List.of(), Narration.in(data).damaged());
                try (var left = Files.list(data.resolve("narration"))) {
                    var names = left.map(file -> file.getFileName().toString().replaceFirst("-.*", "")).sorted().toList();
                    assertEquals(List.of(".lock", "current", "pack"), names, "round " + round);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        try (var channel = FileChannel.open(data.resolve("narration/.lock"), StandardOpenOption.WRITE); var held = channel.lock()) {
            assertThrows(OverlappingFileLockException.class, () -> install(one.toString()), "another process is not asked"); // Java's word for a lock of this very process
        }
    }

    @Test
    @DisplayName("what an interrupted installation left is swept after an hour, that of one at work stays; Ctrl-C leaves nothing")
    void interrupted() throws Exception {
        Path home = Files.createDirectories(data.resolve("narration"));
        Path dead = Files.createDirectories(home.resolve(".part-999999999999-1"));
        Path old = Files.createDirectories(home.resolve(".part-999999999999-2"));
        Path oldZip = Files.writeString(home.resolve(".part-999999999999-2.zip"), "half");
        Path atWork = Files.createDirectories(home.resolve(".part-" + ProcessHandle.current().pid() + "-3"));
        var hoursAgo = java.nio.file.attribute.FileTime.from(java.time.Instant.now().minus(Duration.ofHours(5)));
        for (Path path : List.of(old, oldZip, atWork)) {
            Files.setLastModifiedTime(path, hoursAgo);
        }
        install(folder("one", SHORT).toString());
        assertTrue(Files.exists(dead) && Files.exists(atWork));
        assertFalse(Files.exists(old) || Files.exists(oldZip));

        Path folder = Leftovers.note(Files.createDirectories(temp.resolve("work/deep"))).getParent();
        Path file = Leftovers.note(Files.writeString(temp.resolve("half.part"), "half"));
        Leftovers.note(folder);
        Path link = Files.createSymbolicLink(folder.resolve("link"), dead);
        Path theirs = Files.writeString(dead.resolve("theirs"), "not ours");
        Leftovers.deleteAll(); // what the JVM does at its end
        assertFalse(Files.exists(folder) || Files.exists(file) || Files.exists(link));
        assertTrue(Files.exists(theirs), "a link is not followed");
    }

    @Test
    @DisplayName("captions and texts of strangers take time in proportion to their length: five million of <, of digits, of blanks")
    void longCaptions() {
        String head = "WEBVTT\n\n00:00.000 --> 00:01.000\n";
        for (String part : List.of("<", "< ", "<a", " ", "\n ", "&lt;", "0", "0:")) {
            String many = part.repeat(5_000_000 / part.length());
            assertTimeoutPreemptively(Duration.ofMinutes(5), () -> { // quadratic time takes days
                patiently(() -> WebVtt.parse("a.vtt", head + many + "\nx\n"));
                patiently(() -> WebVtt.parse("a.vtt", "WEBVTT\n\n" + many + "\nx\n"));
                patiently(() -> Transcript.parse("a", "# T\n\n" + many));
            });
        }
    }

    private static void patiently(Runnable parse) {
        try {
            parse.run();
        } catch (UserError refused) {
            assertFalse(refused.remedy().isBlank());
        }
    }

    @Test
    @DisplayName("times that are no times are refused in a sentence")
    void hugeNumbers() {
        for (String time : List.of("99999999999999999999:00:00.000", "1000000:00:00.000", "00:60.000", "60:00.000", "٠٠:٠٠.٠٠٠")) {
            var refused = assertThrows(UserError.class, () -> WebVtt.parse("a.vtt", "WEBVTT\n\n00:00.000 --> " + time + "\nx\n"), time);
            assertTrue(refused.getMessage().contains("a.vtt"), refused.getMessage());
        }
        assertEquals(3.6e9 - 3600, WebVtt.parse("a.vtt", "WEBVTT\n\n00:00.000 --> 999999:00:00.000\nx\n").get(0).end(), 1e-3);
    }

    @Test
    @DisplayName("a copy of narration/ is a pack, with its README and what else stands there")
    void copyOfNarration() throws IOException {
        Path copy = Files.createDirectories(temp.resolve("copy"));
        try (var files = Files.walk(ROOT.resolve("narration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(ROOT.resolve("narration").relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        assertEquals(SegmentIndex.ENTRIES.size(), install(copy.toString()).replaced().size());
        Path zip = temp.resolve("copy.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip)); var files = Files.walk(copy)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry("narration/" + copy.relativize(file).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(file));
            }
        }
        assertEquals(SegmentIndex.ENTRIES.size(), install(zip.toString()).replaced().size());
    }

    @Test
    @DisplayName("damage after the installation is seen: the segment is named, and the workbook's own plays")
    void damagedLater() throws IOException {
        Path pack = folder("two", INTRO);
        Files.copy(ROOT.resolve("narration/" + SHORT + ".mp3"), pack.resolve(SHORT + ".mp3"));
        install(pack.toString());
        assertEquals(List.of(), Narration.in(data).damaged());
        Path installed = PackStore.in(data).folder().orElseThrow();
        byte[] whole = Files.readAllBytes(installed.resolve(INTRO + ".mp3"));
        Files.write(installed.resolve(INTRO + ".mp3"), java.util.Arrays.copyOf(whole, whole.length / 2 + 1));
        assertEquals(List.of(INTRO), Narration.in(data).damaged());
        assertEquals(whole.length, Narration.in(data).all().get(0).audio().length, "the workbook's own");
        Files.writeString(installed.resolve(SHORT + ".vtt"), "no captions");
        assertEquals(List.of(INTRO, SHORT), Narration.in(data).damaged());
    }

    // ---- servers

    @Test
    @DisplayName("a server that drips a byte at a time, in its head or in the file, is left in the end, and one hears how much has come")
    void drips() throws Exception {
        for (String head : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nxxxxxxxxxx")) {
            try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var drip = new Thread(() -> {
                    try (var socket = server.accept()) {
                        var out = socket.getOutputStream();
                        out.write(head.getBytes(StandardCharsets.US_ASCII));
                        for (int i = 0; ; i++) {
                            out.write(head.isEmpty() && i < 9 ? "HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII)[i] : 'x');
                            out.flush();
                            Thread.sleep(10);
                        }
                    } catch (IOException | InterruptedException gone) {
                        // the client has left, which is what it should
                    }
                });
                drip.setDaemon(true);
                drip.start();
                var heard = new AtomicLong();
                var refused = assertThrows(UserError.class, () -> Pack.install("http://127.0.0.1:" + server.getLocalPort() + "/x.zip", PackStore.in(data), IMPATIENT, heard::set));
                String said = refused.getMessage();
                assertTrue(said.contains("took too long") || said.contains("of 100000 bytes came") || said.contains("nothing more came"), said);
                assertEquals(!head.isEmpty(), heard.get() > 0, "bytes of the file: " + heard);
            }
        }
        try (var left = Files.list(data.resolve("narration"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    @DisplayName("a redirection is followed; one that leads nowhere, or round and round, is told")
    void redirections() throws Exception {
        Path zip = temp.resolve("pack.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(SHORT + ".mp3"));
            out.write(Files.readAllBytes(ROOT.resolve("narration/" + SHORT + ".mp3")));
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = path.equals("/whole.zip") ? Files.readAllBytes(zip) : new byte[0];
            String next = path.equals("/moved") ? "/whole.zip" : path.equals("/round") ? "/round" : null;
            if (next != null) {
                exchange.getResponseHeaders().add("Location", next);
            }
            exchange.sendResponseHeaders(path.equals("/whole.zip") ? 200 : 302, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            assertEquals(List.of(SHORT), Pack.install(base + "/moved", PackStore.in(data), Duration.ofSeconds(20), bytes -> {}).replaced());
            for (String bad : List.of("/round", "/nowhere")) {
                var refused = assertThrows(UserError.class, () -> Pack.install(base + bad, PackStore.in(data), Duration.ofSeconds(20), bytes -> {}));
                assertTrue(refused.getMessage().startsWith(base + bad) || refused.getMessage().contains("did not succeed"), refused.getMessage());
                assertFalse(refused.getMessage().contains("null"), refused.getMessage());
            }
        } finally {
            server.stop(0);
        }
        for (String no : List.of("http://127.0.0.1:99999/x.zip", "http:///x.zip", "http:x", "https://", "http://127.0.0.1:-5/x.zip", "file:relative", "file://host/x", "a\0b")) {
            var refused = assertThrows(UserError.class, () -> install(no), no);
            assertEquals(1, refused.exitStatus());
            assertFalse(refused.getMessage().contains("Exception") || refused.remedy().isBlank(), refused.getMessage());
        }
    }

    private Pack install(String where) throws IOException {
        return Pack.install(where, PackStore.in(data), IMPATIENT, bytes -> {});
    }

    private Path folder(String name, String stem) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(name));
        Files.copy(ROOT.resolve("narration/" + stem + ".mp3"), folder.resolve(stem + ".mp3"));
        return folder;
    }
}
