package narration.build;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lib.narration.Transcript;

/** How a voice must say the words that it would get wrong: lexicon.txt. */
record Lexicon(List<Word> words) {

    /**
     * A word and its sound.
     *
     * @param respelling for a voice that reads letters
     * @param phones for Festival: syllables apart, 1 = stressed, American phone set; a dash where it needs the
     *     respelling too
     */
    record Word(String word, String respelling, String phones) {

        boolean hasPhones() {
            return !phones.equals("-");
        }

        private Pattern whole() {
            return Pattern.compile("(?i)\\b" + Pattern.quote(word) + "\\b");
        }
    }

    static Lexicon parse(String text) {
        return new Lexicon(text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s*\\|\\s*"))
                .map(columns -> new Word(columns[0], columns[1], columns[2])).toList());
    }

    /**
     * What the voice gets: no marks that it would read aloud, names such as score-field as two words, and respellings.
     */
    String respelled(String sentence, Predicate<Word> which) {
        String text = Transcript.plain(sentence).replaceAll("[\"\\\\*_]", "").replaceAll("(?<=\\w)-(?=\\w)", " ")
                .replace("2d", "two d").replace("1d", "one d");
        for (Word word : words) {
            if (which.test(word)) {
                text = word.whole().matcher(text).replaceAll(word.respelling());
            }
        }
        return text;
    }

    /** The entries that a text needs, as one line each: with the text, what a recording was made from. */
    String entriesIn(String text) {
        return words.stream().filter(word -> word.whole().matcher(text).find()).map(Word::toString)
                .collect(Collectors.joining("\n"));
    }
}
