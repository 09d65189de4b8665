package lib.narration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lib.io.UserError;
import lib.narration.Segment.Sentence;
import lib.narration.WebVtt.Cue;

/**
 * The text of a segment, and when each of its sentences is heard.
 *
 * @param stem the name of its files, without their endings
 * @param title the first line, without its #
 * @param paragraphs each a list of sentences; code stands between backticks
 */
public record Transcript(String stem, String title, List<List<String>> paragraphs) {

    private static final double LEAD = 0.2; // seconds of silence before the first word, where nobody measured it

    public Transcript {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    /**
     * Reads {@code # Title}, then paragraphs with blank lines between them. A sentence ends with . ? or ! before a
     * space.
     *
     * @throws UserError if there is no title or nothing after it
     */
    public static Transcript parse(String stem, String markdown) {
        String[] parts = markdown.replace("\r\n", "\n").replace("\uFEFF", "").strip().split("\n", 2);
        if (parts.length < 2 || !parts[0].startsWith("# ")) {
            throw UserError.failure(stem + ".md is not a text to speak.",
                    "Begin it with a line # Title, then a blank line, then what is said.");
        }
        return new Transcript(stem, parts[0].substring(2).strip(), Stream.of(parts[1].strip().split("\n\\s*\n"))
                .map(Transcript::sentences).toList());
    }

    /** The sentences of a paragraph. */
    static List<String> sentences(String paragraph) {
        return List.of(paragraph.strip().replaceAll("\\s+", " ").split("(?<=[.?!])\\s"));
    }

    /** All sentences, in order. */
    public List<String> sentences() {
        return paragraphs.stream().flatMap(List::stream).toList();
    }

    /** The number of words between spaces, without the title. */
    public int words() {
        return sentences().stream().mapToInt(sentence -> sentence.split(" ").length).sum();
    }

    /** The text as {@link #parse} reads it. */
    public String markdown() {
        return "# " + title + "\n\n" + paragraphs.stream().map(paragraph -> String.join(" ", paragraph))
                .collect(Collectors.joining("\n\n")) + "\n";
    }

    /** A sentence as captions show it: without the marks of code. */
    public static String plain(String sentence) {
        return sentence.replace("`", "");
    }

    /**
     * Gives each sentence the time that the cues give its words. A cue may hold part of a sentence or several; inside a
     * cue every character takes as long as another.
     *
     * @throws UserError if the words of the cues are not those of the text, with the first that differs
     */
    List<List<Sentence>> timed(List<Cue> cues) {
        List<Sentence> words = words(cues);
        List<List<Sentence>> timed = new ArrayList<>();
        int next = 0;
        for (List<String> paragraph : paragraphs) {
            List<Sentence> sentences = new ArrayList<>();
            for (String sentence : paragraph) {
                int first = next;
                for (String word : plain(sentence).split(" ")) {
                    String heard = next < words.size() ? words.get(next++).text() : "nothing more";
                    if (!heard.equals(word)) {
                        throw UserError.failure("The captions of " + stem + " say \"" + heard
                                + "\" where its text says \"" + word + "\".",
                                "Let the .vtt and the .md say the same words, or leave one of them out.");
                    }
                }
                sentences.add(new Sentence(sentence, words.get(first).start(), words.get(next - 1).end()));
            }
            timed.add(sentences);
        }
        if (next < words.size()) {
            throw UserError.failure("The captions of " + stem + " go on with \"" + words.get(next).text()
                    + "\" where its text ends.",
                    "Let the .vtt and the .md say the same words, or leave one of them out.");
        }
        return timed;
    }

    /** One cue a sentence, spread over a recording as if every character took as long as another. */
    List<Cue> spread(double seconds) {
        List<String> spoken = sentences().stream().map(Transcript::plain).toList();
        double lead = Math.min(LEAD, seconds / 10);
        double each = (seconds - 2 * lead) / spoken.stream().mapToInt(String::length).sum();
        List<Cue> cues = new ArrayList<>();
        double at = lead;
        for (String sentence : spoken) {
            double end = at + each * sentence.length();
            cues.add(new Cue(at, end, sentence));
            at = end;
        }
        return cues;
    }

    private static List<Sentence> words(List<Cue> cues) {
        List<Sentence> words = new ArrayList<>();
        for (Cue cue : cues) {
            String text = cue.text().replaceAll("\\s+", " ");
            double each = (cue.end() - cue.start()) / text.length();
            int at = 0;
            for (String word : text.split(" ")) {
                words.add(new Sentence(word, cue.start() + each * at, cue.start() + each * (at + word.length())));
                at += word.length() + 1;
            }
        }
        return words;
    }
}
