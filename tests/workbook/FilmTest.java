package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** The animation as a file to send: a GIF that any program plays, a video where ffmpeg is. */
@Tag("slow")
@Tag("apart")
@DisplayName("The animation as a film")
class FilmTest {

    @TempDir
    Path out;

    @Test
    @DisplayName("--gif writes 101 pictures that differ, in a file that can be mailed")
    void gif() throws Exception {
        var result = jbang("langevin-animation", "--no-open", "--gif", "--out", out.toString());
        assertEquals(0, result.status(), result.both());
        Path file = out.resolve("langevin-animation.gif");
        assertTrue(result.out().contains(file.toString()), result.both());
        assertTrue(read(out.resolve("langevin-animation.html")).contains("<dd>./jbang langevin-animation --gif</dd>"), "the page says how to get it again");
        assertTrue(Files.size(file) < 6_000_000, Files.size(file) + " bytes");
        var reader = ImageIO.getImageReadersBySuffix("gif").next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertEquals(101, reader.getNumImages(true));
            var first = reader.read(0);
            var last = reader.read(100);
            int same = 0;
            for (int i = 0; i < first.getWidth(); i++) {
                same += first.getRGB(i, 300) == last.getRGB(i, 300) ? 1 : 0;
            }
            assertTrue(same < first.getWidth(), "points move");
        }
    }

    @Test
    @DisplayName("--mp4 without ffmpeg: exit 1, one message that says what to do, nothing written")
    void noFfmpeg() throws Exception {
        Path tools = Files.createTempDirectory("tools"); // not in the test's folder: JUnit warns of each link it deletes
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isDirectory(Path.of(folder))) {
                try (var programs = Files.list(Path.of(folder))) {
                    for (Path program : programs.filter(p -> !p.getFileName().toString().startsWith("ffmpeg")).toList()) {
                        Path link = tools.resolve(program.getFileName());
                        if (!Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                            Files.createSymbolicLink(link, program);
                        }
                    }
                }
            }
        }
        var result = jbang(Map.of("PATH", tools.toString()), "", "langevin-animation", "--no-open", "--mp4", "--out", out.resolve("new").toString());
        assertEquals(1, result.status(), result.both());
        assertTrue(result.err().contains("ffmpeg") && result.err().contains("--gif"), result.both());
        assertFalse(result.err().contains("Exception"), result.both());
        assertFalse(Files.exists(out.resolve("new")), "something was written");
        try (var links = Files.list(tools)) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
        Files.delete(tools);
    }

    @Test
    @DisplayName("--mp4 writes a video where ffmpeg is installed")
    void mp4() throws Exception {
        Assumptions.assumeTrue(java.util.stream.Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg"))), "ffmpeg is not installed");
        var result = jbang("langevin-animation", "--no-open", "--mp4", "--out", out.toString());
        assertEquals(0, result.status(), result.both());
        byte[] video = Files.readAllBytes(out.resolve("langevin-animation.mp4"));
        assertEquals("ftyp", new String(video, 4, 4, java.nio.charset.StandardCharsets.US_ASCII));
        assertTrue(video.length > 100_000 && video.length < 4_000_000, video.length + " bytes");
    }
}
