package lib.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a panel has collected, in drawing order, each mark with a hover text of its own if it was given one. */
final class Marks {

    private final List<Mark> marks = new ArrayList<>();
    private final List<String> hovers = new ArrayList<>(); // one a mark; null for the mark's own

    void add(Mark mark) {
        marks.add(mark);
        hovers.add(null);
    }

    void hover(String template) {
        if (marks.isEmpty()) {
            throw new IllegalStateException("hover() says what the mark before it answers: add a mark first");
        }
        hovers.set(hovers.size() - 1, template);
    }

    boolean has(Class<? extends Mark> kind) {
        return marks.stream().anyMatch(kind::isInstance);
    }

    /** The first mark of a kind. */
    <M extends Mark> Optional<M> first(Class<M> kind) {
        return marks.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether a dashed line stands at zero, so that the axis need not draw one. */
    boolean lineAtZero() {
        return marks.contains(ReferenceLine.horizontal(0));
    }

    /** Whether everything is read along x. */
    boolean alongX() {
        return marks.stream().allMatch(Mark::alongX);
    }

    /** Of how many points the most thinned scatter draws one. */
    int oneOf() {
        return marks.stream().filter(Scatter.class::isInstance).mapToInt(mark -> ((Scatter) mark).step()).max()
                .orElse(1);
    }

    /** A box around all marks. */
    Rectangle bounds() {
        Rectangle around = marks.stream().map(Mark::bounds).reduce(null, (a, b) -> a == null ? b : a.union(b));
        return around == null ? new Rectangle(0, 1, 0, 1) : around.open();
    }

    void draw(Canvas canvas) {
        for (int k = 0; k < marks.size(); k++) {
            int before = canvas.traces.size();
            marks.get(k).draw(canvas);
            String hover = hovers.get(k);
            if (hover != null) {
                canvas.traces.subList(before, canvas.traces.size()).stream().filter(t -> t.has("hovertemplate"))
                        .forEach(t -> t.put("hovertemplate", hover + "<extra></extra>"));
            }
        }
    }

    /** A panel in words: its title and its marks; like ones are counted. */
    String describe(String title) {
        List<String> phrases = marks.stream().map(Mark::phrase).filter(phrase -> !phrase.isEmpty()).toList();
        String all = phrases.stream().distinct().map(phrase -> {
            int times = Collections.frequency(phrases, phrase);
            return times == 1 ? phrase : times + " times " + phrase;
        }).collect(Collectors.joining(", "));
        return title + (all.isEmpty() ? "" : " (" + all + ")");
    }
}
