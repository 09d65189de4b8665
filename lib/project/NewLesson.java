package lib.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lib.io.AtomicFile;
import lib.io.UserError;

/** A lesson that is not there yet, in each of the places that name a lesson: all of them are written, or none. */
public final class NewLesson {

    /** JBang reads these as its own. */
    private static final Set<String> TAKEN = Set.of("alias", "app", "build", "cache", "catalog", "completion",
            "config", "deps", "edit", "export", "info", "init", "jdk", "plugin", "run", "template", "trust", "version",
            "wrapper");

    private static final Pattern BOOK_FILE = Pattern.compile("(?m)^//FILES (\\S+)\\.java\\n");

    private final Path root;
    private final String name;
    private final String title;

    private NewLesson(Path root, String name, String title) {
        this.root = root;
        this.name = name;
        this.title = title;
    }

    /**
     * A lesson of that name for the workbook in a folder or above it.
     *
     * @param name small letters, digits and dashes: the command, the script and the section are called so
     * @param title its heading; null for the name in words
     * @throws UserError where there is no clone of the workbook, or the name is none or taken
     */
    public static NewLesson in(Path folder, String name, String title) {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw UserError.usage("\"" + name + "\" is no name for a lesson.",
                    "Take small letters, digits and dashes, such as score-of-a-ring.");
        }
        if (title != null && title.matches(".*[\"\\\\|<>\\p{Cntrl}].*|\\s*")) {
            throw UserError.usage("--title: a heading has words, and none of \" \\ | < >.",
                    "Try --title 'The score of a ring'.");
        }
        String words = name.replace('-', ' ');
        return new NewLesson(Clone.root(folder), name, title != null ? title.strip() : capitalised(words));
    }

    /** The clone's folder. */
    public Path root() {
        return root;
    }

    /**
     * Writes the script, and names it in the catalog, lessons.md, README and the book.
     *
     * @return the files, the script first
     * @throws UserError if the name is taken, or a file has no place for it any more; then nothing has changed
     * @throws IOException if one cannot be written; then the others are as they were
     */
    public List<Path> write() throws IOException {
        Path script = root.resolve("scripts").resolve(name + ".java");
        if (TAKEN.contains(name) || read("jbang-catalog.json").contains("\"" + name + "\"")
                || read("lessons.md").contains("<a id=\"" + name + "\"></a>")
                || Files.exists(script, LinkOption.NOFOLLOW_LINKS)) {
            throw UserError.usage("There is a " + name + " already.", "Choose another name; nothing was changed.");
        }
        List<String> lessons = BOOK_FILE.matcher(read("scripts/workbook.java")).results()
                .map(found -> found.group(1)).toList();
        String last = lessons.get(lessons.size() - 1);
        String rows = lessons.stream().map(Pattern::quote).collect(Collectors.joining("|"));

        Map<Path, String> files = new LinkedHashMap<>();
        files.put(script, filled("lesson.java.txt"));
        insert(files, "jbang-catalog.json", "    \"" + last + ".java\": \\{[^}]*\\},\n",
                alias(name, title, name) + alias(name + ".java", "The same as " + name, name));
        insert(files, "lessons.md", "\\|[^|\n]*\\| \\[[^\n]*]\\(#" + last + "\\)[^\n]*\n",
                "| | [" + title + "](#" + name + ") | `./jbang " + name + "` |\n");
        insert(files, "lessons.md", "(?s)<a id=\"" + last + "\"></a>.*?(?=<a id=)", filled("lesson.md.txt"));
        insert(files, "README.md", "(?:\\| `(?:" + rows + ")` \\|[^\n]*\n)+", "| `" + name + "` | " + title + " |\n");
        insert(files, "scripts/workbook.java", "//FILES " + last + "\\.java\n", "//FILES " + name + ".java\n");
        writeAll(files);
        return List.copyOf(files.keySet());
    }

    private static void writeAll(Map<Path, String> files) throws IOException {
        Map<Path, byte[]> before = new LinkedHashMap<>();
        try {
            for (var file : files.entrySet()) {
                before.put(file.getKey(), Files.exists(file.getKey()) ? Files.readAllBytes(file.getKey()) : null);
                AtomicFile.write(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            before.forEach(NewLesson::restore);
            throw e;
        }
    }

    private static void restore(Path file, byte[] bytes) {
        try {
            if (bytes == null) {
                Files.deleteIfExists(file);
            } else {
                AtomicFile.write(file, bytes);
            }
        } catch (IOException e) {
            // it could not be written before either, so it is as it was
        }
    }

    /** Puts a text into a file after the first match of a pattern, beside what has been put there before. */
    private void insert(Map<Path, String> files, String file, String pattern, String insertion) throws IOException {
        Path path = root.resolve(file);
        String text = files.containsKey(path) ? files.get(path) : read(file);
        Matcher place = Pattern.compile(pattern).matcher(text);
        if (!place.find()) {
            throw UserError.failure(file + " has no place for another lesson: nothing there matches " + pattern.strip()
                    + ".", "Nothing was changed. Add it by hand: README says how, under \"Add a lesson\".");
        }
        files.put(path, text.substring(0, place.end()) + insertion + text.substring(place.end()));
    }

    private static String alias(String alias, String description, String script) {
        return """
                    "%s": {
                      "script-ref": "scripts/%s.java",
                      "description": "%s"
                    },
                """.formatted(alias, script, description);
    }

    private String filled(String template) throws IOException {
        try (InputStream in = NewLesson.class.getResourceAsStream(template)) {
            String type = Stream.of(name.split("-")).map(NewLesson::capitalised).collect(Collectors.joining());
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{name}", name).replace("{class}", type).replace("{title}", title);
        }
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }
}
