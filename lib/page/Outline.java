package lib.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * lessons.md, cut into its sections: the one source of what the pages say.
 *
 * <p>A section is a line {@code <a id="score-field"></a>}, then a line {@code ## 4.2 Score fields in two dimensions},
 * then its body up to the next such anchor. The first {@code # } heading is the course's title.
 *
 * @param course the course's title
 * @param opening Markdown between that title and the first section: what the course is, its objectives, its contents
 * @param sections in the order of the text
 */
public record Outline(String course, String opening, List<Section> sections) {

    /**
     * A section of lessons.md.
     *
     * @param alias its anchor, and the lesson's one name
     * @param number such as "4.2"; empty for a section without one
     * @param title without the number
     * @param body Markdown
     */
    public record Section(String alias, String number, String title, String body) {

        /** Number and title, as a reader would say them. */
        public String heading() {
            return number.isEmpty() ? title : number + " " + title;
        }

        /** Whether there is something to run, and so a page: the catalog has a script of that name. */
        public boolean isLesson() {
            return Catalog.SCRIPTS.contains(alias);
        }
    }

    /** What comes before and after a section. */
    public record Neighbours(Optional<Section> previous, Optional<Section> next) {}

    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([a-z0-9-]+)\"></a>\\s*");
    private static final Pattern HEADING = Pattern.compile("##\\s+(?:(\\d+(?:\\.\\d+)*)\\.?\\s+)?(.+?)\\s*#*\\s*");

    public Outline {
        sections = List.copyOf(sections);
    }

    /**
     * The workbook's own lessons.md, from the class path.
     *
     * @throws IllegalStateException if it is not there
     */
    public static Outline ofWorkbook() {
        return OfWorkbook.OUTLINE;
    }

    /** Read once. */
    private static final class OfWorkbook {

        static final Outline OUTLINE = read();

        private static Outline read() {
            try (InputStream in = Outline.class.getResourceAsStream("/lessons.md")) {
                if (in == null) {
                    throw new IllegalStateException("lessons.md is not on the class path: "
                            + "see the //FILES of lib/page/package-info.java");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("lessons.md cannot be read", e);
            }
        }
    }

    /**
     * Cuts a text into sections. Anchors inside code blocks do not count.
     *
     * @throws IllegalStateException if an anchor is not followed by its heading, or comes twice
     */
    public static Outline parse(String markdown) {
        String course = "";
        String opening = "";
        List<Section> sections = new ArrayList<>();
        Matcher anchor = ANCHOR.matcher("");
        String alias = null;
        String fence = null;
        StringBuilder text = new StringBuilder();
        for (String line : (Iterable<String>) markdown.lines()::iterator) {
            String mark = fenceMark(line);
            if (fence == null && mark != null) {
                fence = mark;
            } else if (mark != null && mark.startsWith(fence) && line.strip().equals(mark)) {
                fence = null;
            } else if (fence == null && anchor.reset(line).matches()) {
                if (alias == null) {
                    opening = text.toString().strip();
                }
                close(alias, text, sections);
                alias = anchor.group(1);
                continue;
            } else if (fence == null && course.isEmpty() && line.startsWith("# ")) {
                course = line.substring(2).strip();
                continue;
            }
            text.append(line).append('\n');
        }
        close(alias, text, sections);
        return new Outline(course, opening, sections);
    }

    /**
     * The section of that name.
     *
     * @throws IllegalStateException if there is none; it says what to write where
     */
    public Section section(String alias) {
        return find(alias).orElseThrow(() -> new IllegalStateException("lessons.md has no section " + alias
                + ": add a line <a id=\"" + alias + "\"></a>, then a heading ## and the section's text"));
    }

    /** The section of that name, if there is one. */
    public Optional<Section> find(String alias) {
        return sections.stream().filter(section -> section.alias().equals(alias)).findFirst();
    }

    /** The lessons next to one in the order of the text; sections without a command are passed over. */
    public Neighbours neighbours(String alias) {
        int here = sections.indexOf(section(alias));
        Optional<Section> previous = sections.subList(0, here).stream().filter(Section::isLesson)
                .reduce((first, second) -> second);
        return new Neighbours(previous, sections.stream().skip(here + 1).filter(Section::isLesson).findFirst());
    }

    /**
     * The chapter next to a section that has nothing to run; empty where the next section is a lesson. It has a page in
     * the book only.
     */
    public Neighbours chaptersBeside(String alias) {
        int here = sections.indexOf(section(alias));
        return new Neighbours(sections.subList(0, here).stream().reduce((first, second) -> second)
                .filter(section -> !section.isLesson()),
                sections.stream().skip(here + 1).findFirst().filter(section -> !section.isLesson()));
    }

    /** Ends the section called alias, which is null before the first anchor, and empties text for the next one. */
    private static void close(String alias, StringBuilder text, List<Section> sections) {
        String section = text.toString().strip();
        text.setLength(0);
        if (alias == null) {
            return;
        }
        String first = section.lines().findFirst().orElse("");
        Matcher heading = HEADING.matcher(first);
        if (!heading.matches()) {
            throw new IllegalStateException("lessons.md: the anchor " + alias
                    + " is not followed by a heading such as ## 4.2 Its title, but by \"" + first + "\"");
        }
        if (sections.stream().anyMatch(other -> other.alias().equals(alias))) {
            throw new IllegalStateException("lessons.md has the anchor " + alias
                    + " twice; give each section its own name");
        }
        String number = heading.group(1) == null ? "" : heading.group(1);
        sections.add(new Section(alias, number, heading.group(2), section.substring(first.length()).strip()));
    }

    /** The run of backticks or tildes that opens or closes a code block on this line, or null. */
    private static String fenceMark(String line) {
        String start = line.stripLeading();
        int n = 0;
        while (n < start.length() && start.charAt(n) == start.charAt(0)
                && (start.charAt(0) == '`' || start.charAt(0) == '~')) {
            n++;
        }
        return n < 3 ? null : start.substring(0, n);
    }
}
