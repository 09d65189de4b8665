package lib.narration;

import java.util.ArrayList;
import java.util.List;
import lib.page.Spoken.Sentence;
import lib.io.UserError;

/** When each sentence of a text is heard. */
final class Captions {

    private static final double LEAD = 0.2; // seconds of silence before the first word, where nobody measured it

    private Captions() {}

    /**
     * Gives each sentence the time that the cues give its words. A cue may hold part of a sentence or several; inside a cue
     * every character takes as long as another.
     *
     * @throws UserError if the words of the cues are not those of the text, with the first that differs
     */
    static List<List<Sentence>> timed(Segment segment, List<Cue> cues) {
        List<Sentence> words = words(cues);
        List<List<Sentence>> paragraphs = new ArrayList<>();
        int next = 0;
        for (List<String> paragraph : segment.paragraphs()) {
            List<Sentence> sentences = new ArrayList<>();
            for (String sentence : paragraph) {
                int first = next;
                for (String word : Segment.plain(sentence).split(" ")) {
                    String heard = next < words.size() ? words.get(next++).text() : "nothing more";
                    if (!heard.equals(word)) {
                        throw UserError.failure("The captions of " + segment.stem() + " say \"" + heard + "\" where its text says \"" + word + "\".",
                                "Let the .vtt and the .md say the same words, or leave one of them out.");
                    }
                }
                sentences.add(new Sentence(sentence, words.get(first).start(), words.get(next - 1).end()));
            }
            paragraphs.add(sentences);
        }
        if (next < words.size()) {
            throw UserError.failure("The captions of " + segment.stem() + " go on with \"" + words.get(next).text() + "\" where its text ends.",
                    "Let the .vtt and the .md say the same words, or leave one of them out.");
        }
        return paragraphs;
    }

    /** One cue a sentence, spread over a recording as if every character took as long as another. */
    static List<Cue> spread(Segment segment, double seconds) {
        List<String> sentences = segment.sentences().stream().map(Segment::plain).toList();
        double lead = Math.min(LEAD, seconds / 10);
        double each = (seconds - 2 * lead) / sentences.stream().mapToInt(String::length).sum();
        List<Cue> cues = new ArrayList<>();
        double at = lead;
        for (String sentence : sentences) {
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
