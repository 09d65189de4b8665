package lib.exercise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lib.io.AtomicFile;
import lib.io.UserFolder;

/**
 * What a person has solved, in a small text file of theirs: {@code langevin-1d = SHA-256 of the script that passed}.
 */
final class Solved {

    private final Path file;

    private Solved(Path file) {
        this.file = file;
    }

    static Solved ofThisPerson() {
        return in(UserFolder.path());
    }

    static Solved in(Path folder) {
        return new Solved(folder.resolve("exercises.txt"));
    }

    /** Whether this very text passed. */
    boolean passed(String exercise, Source source) {
        return source.hash().equals(read().get(exercise));
    }

    /** Whether some text passed, this one or an earlier one. */
    boolean everPassed(String exercise) {
        return read().containsKey(exercise);
    }

    /** Notes that this text passed, and forgets which hints were read. */
    void pass(String exercise, Source source) {
        var entries = read();
        entries.put(exercise, source.hash());
        entries.remove(exercise + ".hint");
        write(entries);
    }

    /** The number of the next hint to give, which is noted: 1, 2, 3, and 3 again. */
    int nextHint(String exercise) {
        var entries = read();
        String last = entries.getOrDefault(exercise + ".hint", "0");
        int next = Math.min(Hints.COUNT, last.matches("[0-9]") ? Integer.parseInt(last) + 1 : 1);
        entries.put(exercise + ".hint", Integer.toString(next));
        write(entries);
        return next;
    }

    private Map<String, String> read() {
        try {
            // a bad byte spoils its line only
            return !Files.exists(file) ? new TreeMap<>() : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
                    .map(line -> line.split("\\s*=\\s*", 2)).filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (a, b) -> b, TreeMap::new));
        } catch (IOException e) {
            return new TreeMap<>(); // unreadable is as good as not there: it can be earned again
        }
    }

    private void write(Map<String, String> entries) {
        try {
            AtomicFile.write(file, entries.entrySet().stream().map(entry -> entry.getKey() + " = " + entry.getValue() + "\n").collect(Collectors.joining()));
        } catch (IOException e) {
            System.err.println("Could not note this in " + file + " (" + e.getMessage() + "); WORKBOOK_DATA names another folder.");
        }
    }
}
