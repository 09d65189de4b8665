package lib.narration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lib.io.UserError;

/**
 * What the frame headers of an MPEG audio file say, layer III.
 * ISO/IEC 11172-3, 2.4.1.3, and 13818-3 for the lower rates; the tags are those of id3.org.
 *
 * @param frames that hold sound
 * @param seconds their length
 */
public record Mp3(int frames, double seconds) {

    // kbit/s, MPEG 1
    private static final int[] BITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    // MPEG 2 and 2.5
    private static final int[] BITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};
    // half a second: less is no narration, and chance may look like a frame or two
    private static final int FEWEST = 20;

    /**
     * Walks from frame to frame through the whole file, so a file of another type, or one that was cut off, is found
     * out.
     *
     * @param name of the file, for messages
     * @throws UserError if it is not one complete MPEG recording
     */
    public static Mp3 measure(String name, byte[] file) {
        int at = startsWith(file, 0, "ID3") && file.length > 10
                ? 10 + synchsafe(file, 6) + ((file[5] & 0x10) != 0 ? 10 : 0) : 0;
        int frames = 0;
        double seconds = 0;
        while (at < file.length && !endTag(file, at)) {
            int length = frameLength(file, at);
            if (length == 0) {
                throw UserError.failure(name + (frames == 0 ? " is not an MPEG recording"
                        : " holds something else than sound at byte " + at) + ".",
                        "Give a recording in MP3 format under that name.");
            }
            if (at + length > file.length) {
                throw UserError.failure(name + " ends in the middle of a frame: the copy is not complete.",
                        "Copy or download it again.");
            }
            if (frames > 0 || seconds > 0 || !describes(file, at, length)) {
                frames++;
                seconds += samples(file, at) / (double) rate(file, at);
            }
            at += length;
        }
        if (frames < FEWEST) {
            throw UserError.failure(
                    name + (frames == 0 ? " is not an MPEG recording." : " is shorter than half a second."),
                    "Give a recording in MP3 format under that name.");
        }
        return new Mp3(frames, seconds);
    }

    /** The bytes of the frame that begins there, or 0 where none does. */
    private static int frameLength(byte[] b, int at) {
        if (at + 4 > b.length || (b[at] & 0xff) != 0xff || (b[at + 1] & 0xe0) != 0xe0) {
            return 0;
        }
        int version = b[at + 1] >> 3 & 3;
        int layer = b[at + 1] >> 1 & 3;
        int bits = b[at + 2] >> 4 & 15;
        if (version == 1 || layer != 1 || bits == 0 || bits == 15 || (b[at + 2] >> 2 & 3) == 3) {
            return 0;
        }
        int kilobits = (version == 3 ? BITS_1 : BITS_2)[bits];
        return samples(b, at) / 8 * kilobits * 1000 / rate(b, at) + (b[at + 2] >> 1 & 1);
    }

    private static int samples(byte[] b, int at) {
        return (b[at + 1] >> 3 & 3) == 3 ? 1152 : 576;
    }

    private static int rate(byte[] b, int at) {
        int version = b[at + 1] >> 3 & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
        return RATES[b[at + 2] >> 2 & 3] / (version == 3 ? 1 : version == 2 ? 2 : 4);
    }

    /** Whether the first frame is an encoder's note about the others, which holds no sound. */
    private static boolean describes(byte[] b, int at, int length) {
        String frame = new String(b, at, Math.min(length, 64), StandardCharsets.ISO_8859_1);
        return frame.contains("Xing") || frame.contains("Info") || frame.contains("VBRI");
    }

    private static boolean endTag(byte[] b, int at) {
        return startsWith(b, at, "TAG") || startsWith(b, at, "APETAGEX") || startsWith(b, at, "LYRICSBEGIN")
                || b[at] == 0 && allZero(b, at); // padding
    }

    private static boolean allZero(byte[] b, int from) {
        for (int i = from; i < b.length; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int synchsafe(byte[] b, int at) {
        return (b[at] & 127) << 21 | (b[at + 1] & 127) << 14 | (b[at + 2] & 127) << 7 | b[at + 3] & 127;
    }

    private static boolean startsWith(byte[] b, int at, String text) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        return at + expected.length <= b.length
                && Arrays.equals(b, at, at + expected.length, expected, 0, expected.length);
    }
}
