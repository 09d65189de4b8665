package narration.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** From samples to a recording: one loudness for all segments (EBU R128), no peak that clips, and a small file. */
final class Mastering {

    private static final double LOUDNESS = -18; // LUFS
    private static final double PEAK = -3;      // dB, the limiter's ceiling
    private static final String BITS = "40k";   // a second

    private Mastering() {}

    /** Encodes without dates or versions, so that the same samples give the same bytes. */
    static void encode(Path wav, String title, Path mp3) throws IOException {
        double gain = 0;
        for (int pass = 0; pass < 3; pass++) { // the limiter takes a little back, so look again
            gain += LOUDNESS - loudness(wav, even(gain));
        }
        Tool.run("ffmpeg", "-v", "error", "-y", "-i", wav, "-af", even(gain), "-ar", Sound.RATE, "-ac", 1,
                "-c:a", "libmp3lame", "-b:a", BITS,
                "-map_metadata", -1, "-fflags", "+bitexact", "-flags:a", "+bitexact",
                "-metadata", "title=" + title, mp3);
    }

    private static String even(double gain) {
        return String.format(Locale.ROOT, "highpass=f=70,volume=%.3fdB,alimiter=level=0:attack=3:release=60:limit=%.4f",
                gain, Math.pow(10, PEAK / 20));
    }

    private static double loudness(Path wav, String filter) throws IOException {
        String said = Tool.run("ffmpeg", "-hide_banner", "-nostats", "-i", wav, "-af", filter + ",ebur128",
                "-f", "null", "-");
        return Pattern.compile("I:\\s+(-?[\\d.]+) LUFS").matcher(said).results()
                .map(match -> Double.valueOf(match.group(1)))
                .reduce((before, last) -> last) // the summary comes last
                .orElseThrow(() -> new IOException("ffmpeg does not say how loud " + wav + " is"));
    }
}
