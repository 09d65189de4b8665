package lib.lesson;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lib.chart.FrameRenderer;
import lib.io.AtomicFile;
import lib.io.Leftovers;
import lib.io.UserError;

/** A film as an H.264 video, by the program ffmpeg: pictures go in through its standard input. */
public final class Mp4 {

    private static final String INSTEAD = "Take --gif, which needs no program, or another ffmpeg: one with libx264.";
    private static final Duration PATIENCE = Duration.ofMinutes(5); // a film takes it seconds

    private Mp4() {}

    /**
     * The program, looked for before any work is done.
     *
     * @throws UserError with exit status 1 if it is not on the PATH
     */
    public static Path program() {
        return program(System.getenv());
    }

    /** The same, with the environment that says where programs are. */
    public static Path program(Map<String, String> environment) {
        String name = File.separatorChar == '\\' ? "ffmpeg.exe" : "ffmpeg";
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> new File(folder, name)).filter(file -> file.isFile() && file.canExecute())
                .map(File::toPath).findFirst()
                .orElseThrow(() -> UserError.failure("--mp4 needs the program ffmpeg, and it is not on the PATH.",
                        "Install it (ffmpeg.org; on Debian: apt-get install ffmpeg), "
                        + "or take --gif, which needs no program."));
    }

    /** Writes the film with the program on the PATH. */
    static Path write(FrameRenderer film, Path file) throws IOException {
        return write(film, file, program(), PATIENCE);
    }

    /**
     * Writes the film.
     *
     * @param patience how long the program may take once it has all pictures, and for each of them
     * @throws UserError if the program fails, hangs or writes nothing; no file is left then
     * @throws IOException if a file of ours cannot be written: the temporary folder may be full
     */
    public static Path write(FrameRenderer film, Path file, Path program, Duration patience) throws IOException {
        Path folder = temporary();
        try {
            Path made = folder.resolve("film.mp4");
            File log = folder.resolve("log").toFile();
            Process ffmpeg = start(program, film.picture(0), made, log);
            try {
                feed(film, ffmpeg, patience);
                if (!ffmpeg.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw UserError.failure("ffmpeg did not end within " + patience.toSeconds()
                            + " seconds, and was stopped.", INSTEAD);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } finally {
                ffmpeg.destroyForcibly();
            }
            String said = Files.readString(log.toPath(), StandardCharsets.ISO_8859_1).strip().lines()
                    .reduce("no reason given", (a, b) -> b);
            if (said.contains("No space left on device")) {
                throw new FileSystemException(folder.toString(), null, "No space left on device");
            }
            if (ffmpeg.exitValue() != 0) {
                throw UserError.failure("ffmpeg could not write the film: " + said, INSTEAD);
            }
            if (!Files.isRegularFile(made) || Files.size(made) == 0) {
                throw UserError.failure("ffmpeg ended well and wrote no film: " + said, INSTEAD);
            }
            return AtomicFile.write(file, Files.readAllBytes(made));
        } finally {
            Leftovers.delete(folder);
        }
    }

    private static Path temporary() throws IOException {
        try {
            return Leftovers.note(Files.createTempDirectory("workbook"));
        } catch (IOException e) {
            throw new FileSystemException(System.getProperty("java.io.tmpdir"), null,
                    "no temporary folder can be made there: " + Output.reason(e));
        }
    }

    /** Hands all pictures over, in a thread that can be left: a program that reads nothing would block it for ever. */
    private static void feed(FrameRenderer film, Process ffmpeg, Duration patience) throws InterruptedException {
        var feeding = new Thread(() -> {
            try (OutputStream in = ffmpeg.getOutputStream(); var bar = Progress.of("pictures", film.length())) {
                for (int k = 0; k < film.length(); k++) {
                    in.write(pixels(film.picture(k)));
                    bar.to(k + 1);
                }
            } catch (IOException e) {
                // it has stopped reading; its exit status says why
            }
        }, "film");
        feeding.setDaemon(true);
        feeding.start();
        feeding.join(patience.toMillis());
    }

    private static Process start(Path program, BufferedImage first, Path made, File log) throws IOException {
        try {
            return new ProcessBuilder(program.toString(), "-loglevel", "error", "-f", "rawvideo",
                    "-pixel_format", "bgr0",
                    "-video_size", first.getWidth() + "x" + first.getHeight(), "-framerate", "20", "-i", "-",
                    "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "20",
                    "-movflags", "+faststart", "-fflags", "+bitexact", "-y", made.toString())
                    .redirectError(log).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw UserError.failure(program + " does not start (" + e.getMessage() + ").", INSTEAD, e);
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
