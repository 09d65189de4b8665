package lib.narration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lib.io.UserError;

/**
 * Captions as WebVTT, the part of it that players agree on:
 * <a href="https://www.w3.org/TR/webvtt1/">w3.org/TR/webvtt1</a>.
 */
public final class WebVtt {

    private static final String TIME = "(?:(\\d{2,6}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern TIMING = Pattern.compile(TIME + "[ \\t]+-->[ \\t]+" + TIME + "(?:[ \\t].*)?");

    private WebVtt() {}

    /**
     * A caption.
     *
     * @param start seconds from the beginning of the recording
     * @param end seconds, after start
     * @param text plain, with a line end where it has two lines
     */
    public record Cue(double start, double end, String text) {}

    /**
     * Reads cues; comments, styles and settings are passed over, marks of voice or italics are taken off.
     *
     * @param name of the file, for messages
     * @throws UserError if it is no WebVTT, holds no cue, or its cues are not in order
     */
    public static List<Cue> parse(String name, String text) {
        String[] blocks = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').strip()
                .split("\n\\s*\n");
        if (!blocks[0].matches("(?s)WEBVTT(?:[ \\t\\n].*)?")) {
            throw broken(name, "does not begin with WEBVTT");
        }
        List<Cue> cues = new ArrayList<>();
        for (int i = 1; i < blocks.length; i++) {
            String[] lines = blocks[i].strip().split("\n");
            if (lines[0].matches("(NOTE|STYLE|REGION)\\b.*")) {
                continue;
            }
            int at = lines[0].contains("-->") ? 0 : 1; // the line above the times names the cue
            Matcher timing = TIMING.matcher(at < lines.length ? lines[at].strip() : "");
            if (!timing.matches()) {
                throw broken(name, "has no times in its cue " + (cues.size() + 1) + ", \"" + lines[0] + "\"");
            }
            var cue = new Cue(seconds(timing, 1), seconds(timing, 5), words(lines, at + 1));
            if (cue.end() <= cue.start() || !cues.isEmpty() && cue.start() < cues.get(cues.size() - 1).end()) {
                throw broken(name, "has times out of order at its cue " + (cues.size() + 1));
            }
            if (!cue.text().isBlank()) {
                cues.add(cue);
            }
        }
        if (cues.isEmpty()) {
            throw broken(name, "holds no cue");
        }
        return List.copyOf(cues);
    }

    /** Cues as a file. */
    public static String write(String title, List<Cue> cues) {
        var out = new StringBuilder("WEBVTT " + title + "\n");
        for (int i = 0; i < cues.size(); i++) {
            String text = cues.get(i).text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            out.append("\n%s\n%s --> %s\n%s\n".formatted(i + 1, time(cues.get(i).start()), time(cues.get(i).end()),
                    text));
        }
        return out.toString();
    }

    private static String words(String[] lines, int from) {
        String text = String.join("\n", List.of(lines).subList(from, lines.length));
        return text.replaceAll("<[^<>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ")
                .replace("&amp;", "&").strip();
    }

    private static double seconds(Matcher time, int group) {
        long hours = time.group(group) == null ? 0 : Long.parseLong(time.group(group));
        return hours * 3600 + Integer.parseInt(time.group(group + 1)) * 60 + Integer.parseInt(time.group(group + 2))
                + Integer.parseInt(time.group(group + 3)) / 1000.0;
    }

    private static String time(double seconds) {
        long ms = Math.round(seconds * 1000);
        return String.format(Locale.ROOT, "%02d:%02d:%02d.%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60,
                ms % 1000);
    }

    private static UserError broken(String name, String how) {
        return UserError.failure(name + " " + how + ".",
                "Mend it as WebVTT, or leave it out: captions are then spread over the recording.");
    }
}
