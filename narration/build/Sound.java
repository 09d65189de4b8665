package narration.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound that grows: 16 bit, one channel, little endian, 24,000 samples a second. */
final class Sound {

    static final int RATE = 24_000;
    private static final int QUIET = 200;              // of 32,767: below this nobody speaks
    private static final int BREATH = RATE * 30 / 1000; // samples left on either side of speech

    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();

    double seconds() {
        return samples.size() / 2.0 / RATE;
    }

    void silence(double seconds) {
        samples.writeBytes(new byte[2 * (int) Math.round(seconds * RATE)]);
    }

    /** Adds what is spoken in a file, without the silence around it. */
    void speech(Path wav) throws IOException {
        Path even = Path.of(wav + ".even.wav");
        Tool.run("ffmpeg", "-v", "error", "-y", "-i", wav, "-ar", RATE, "-ac", 1, "-c:a", "pcm_s16le", even);
        byte[] b = read(even);
        int first = 0;
        int last = b.length / 2 - 1;
        while (first < last && Math.abs(sample(b, first)) < QUIET) {
            first++;
        }
        while (last > first && Math.abs(sample(b, last)) < QUIET) {
            last--;
        }
        samples.writeBytes(Arrays.copyOfRange(b, 2 * Math.max(0, first - BREATH),
                2 * Math.min(b.length / 2, last + BREATH)));
    }

    void write(Path wav) throws IOException {
        byte[] pcm = samples.toByteArray();
        var format = new AudioFormat(RATE, 16, 1, true, false);
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / 2),
                AudioFileFormat.Type.WAVE, wav.toFile());
    }

    private static byte[] read(Path wav) throws IOException {
        try (var in = AudioSystem.getAudioInputStream(wav.toFile())) {
            return in.readAllBytes();
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(wav + " is not a WAVE file", e);
        }
    }

    private static int sample(byte[] b, int i) {
        return b[2 * i] & 0xff | b[2 * i + 1] << 8;
    }
}
