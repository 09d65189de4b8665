package narration.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lib.io.UserError;

/** A program that speaks. */
public interface Voice {

    /** Speaks each sentence into a WAVE file of its own in that folder, in order. */
    List<Path> speak(List<String> sentences, Lexicon lexicon, Path folder) throws IOException;

    /** @throws UserError if there is no such program here */
    static Voice named(String name) {
        return switch (name) {
            case "festival" -> Voice::festival;
            case "flite" -> eachAlone((text, file) -> List.of("flite", "-voice", "slt", "-t", text, "-o", file));
            case "espeak-ng" -> eachAlone((text, file) -> List.of("espeak-ng", "-v", "en-us", "-s", "155",
                    "-w", file, text));
            default -> throw UserError.failure("There is no voice program " + name + " here.",
                    "Choose with --voice: festival, flite, espeak-ng.");
        };
    }

    /** The voice slt-hts, a little slower than it comes. One process for all sentences, for it loads its voice once. */
    private static List<Path> festival(List<String> sentences, Lexicon lexicon, Path folder) throws IOException {
        List<Path> files = files(sentences.size(), folder);
        var scheme = new StringBuilder("(voice_cmu_us_slt_arctic_hts)\n"
                + "(set! hts_engine_params (append hts_engine_params '((\"-r\" 0.85))))\n");
        lexicon.words().stream().filter(Lexicon.Word::hasPhones)
                .forEach(word -> scheme.append("(lex.add.entry '(\"%s\" nil (%s)))\n"
                .formatted(word.word().toLowerCase(Locale.ROOT), syllables(word.phones()))));
        for (int i = 0; i < files.size(); i++) {
            scheme.append("(utt.save.wave (utt.synth (Utterance Text \"%s\")) \"%s\" 'riff)\n".formatted(
                    lexicon.respelled(sentences.get(i), word -> !word.hasPhones()),
                    files.get(i).toString().replace('\\', '/')));
        }
        Tool.run("festival", "-b", Files.writeString(folder.resolve("speak.scm"), scheme));
        return files;
    }

    /** A program's arguments, given a text and the file to write. */
    interface Arguments {

        List<String> of(String text, String file);
    }

    private static Voice eachAlone(Arguments arguments) {
        return (sentences, lexicon, folder) -> {
            List<Path> files = files(sentences.size(), folder);
            for (int i = 0; i < files.size(); i++) {
                Tool.run(arguments.of(lexicon.respelled(sentences.get(i), word -> true), files.get(i).toString())
                        .toArray());
            }
            return files;
        };
    }

    private static List<Path> files(int count, Path folder) {
        return IntStream.range(0, count).mapToObj(i -> folder.resolve("sentence-" + i + ".wav")).toList();
    }

    /** "ey-1 t-ax-0" becomes ((ey) 1) ((t ax) 0). */
    private static String syllables(String phones) {
        return Stream.of(phones.split("\\s+"))
                .map(syllable -> syllable.replaceFirst("^(.*)-(\\d)$", "(($1) $2)").replace('-', ' '))
                .collect(Collectors.joining(" "));
    }
}
