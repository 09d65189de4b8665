package lib.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lib.narration.Segment;
import lib.narration.Segment.Place;

/**
 * A segment of narration as player.html shows it.
 *
 * @param stem its name, and its element's
 * @param title plain text
 * @param source the recording's address; empty where there is none
 * @param length such as 0:53
 * @param seconds its length, for the script
 * @param paragraphs its sentences, each with HTML and times
 */
public record Track(String stem, String title, String source, String length, String seconds,
        List<List<Line>> paragraphs) {

    /** A sentence as HTML, with the seconds at which it begins and ends. */
    public record Line(String html, String start, String end) {}

    static Track of(Segment spoken) {
        return new Track(spoken.stem(), spoken.title(), Assets.address(spoken), clock(spoken.seconds()),
                seconds(spoken.seconds()),
                spoken.paragraphs().stream().map(paragraph -> paragraph.stream()
                        .map(sentence -> new Line(html(sentence.text()), seconds(sentence.start()),
                        seconds(sentence.end()))).toList()).toList());
    }

    /** Tracks by where they stand. Without a figure or code on the page theirs stand at the question. */
    static Map<Place, List<Track>> byPlace(List<Segment> narration, boolean figure, boolean code) {
        Map<Place, List<Track>> places = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            places.put(place, narration.stream()
                    .filter(spoken -> place == where(spoken.place(), figure, code)).map(Track::of).toList());
        }
        return places;
    }

    private static Place where(Place place, boolean figure, boolean code) {
        boolean absent = place == Place.FIGURE && !figure || place == Place.CODE && !code;
        return absent ? Place.QUESTION : Objects.requireNonNull(place);
    }

    private static String html(String sentence) {
        return Html.escape(sentence).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String clock(double value) {
        long seconds = Math.round(value);
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
