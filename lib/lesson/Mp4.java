package lib.lesson;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lib.chart.Film;
import lib.page.AtomicFile;
import lib.page.UserError;

/** A film as an H.264 video, by the program ffmpeg: pictures go in through its standard input. */
final class Mp4 {

    private Mp4() {}

    /** @throws UserError if ffmpeg is not there or fails; nothing is written then */
    static Path write(Film film, Path file) throws IOException {
        Path folder = Files.createTempDirectory("workbook");
        Path made = folder.resolve("film.mp4");
        BufferedImage first = film.picture(0);
        try {
            Process ffmpeg = start(first.getWidth() + "x" + first.getHeight(), made, folder.resolve("log").toFile());
            try (OutputStream in = ffmpeg.getOutputStream()) {
                for (int k = 0; k < film.length(); k++) {
                    in.write(pixels(film.picture(k)));
                }
            } catch (IOException e) {
                // it has stopped reading; its exit status says why
            }
            if (ffmpeg.waitFor() != 0) {
                String log = Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1).strip();
                throw UserError.failure("ffmpeg could not write the film: " + log.lines().reduce("no reason given", (a, b) -> b),
                        "Take --gif, which needs no program, or another ffmpeg: one with libx264.", null);
            }
            return AtomicFile.write(file, Files.readAllBytes(made));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            for (String name : List.of("film.mp4", "log")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }

    private static Process start(String size, Path made, java.io.File log) {
        try {
            return new ProcessBuilder("ffmpeg", "-loglevel", "error", "-f", "rawvideo", "-pixel_format", "bgr0", "-video_size", size,
                    "-framerate", "20", "-i", "-", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "20", "-movflags", "+faststart",
                    "-fflags", "+bitexact", "-y", made.toString()).redirectError(log).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw UserError.failure("--mp4 needs the program ffmpeg, and it is not on the PATH.",
                    "Install it (ffmpeg.org; on Debian: apt-get install ffmpeg), or take --gif, which needs no program.", e);
        }
    }

    /** The picture as blue, green, red and an empty byte for each pixel. */
    private static byte[] pixels(BufferedImage picture) {
        int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        ByteBuffer bytes = ByteBuffer.allocate(4 * rgb.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(rgb);
        return bytes.array();
    }
}
