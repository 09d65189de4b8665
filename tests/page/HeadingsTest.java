package tests.page;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lib.page.LessonContent;
import lib.page.LessonPage;
import lib.page.Line;
import lib.page.Outline;
import org.junit.jupiter.api.*;

@DisplayName("Headings of a page")
class HeadingsTest {

    private static final Pattern HEADING = Pattern.compile("<h([1-6])[^>]*>(.*?)</h\\1>", Pattern.DOTALL);

    @Test
    @DisplayName("bold words that open a paragraph are a heading under the one before; bold words within a sentence or a list are not")
    void runIns() {
        assertEquals(List.of("1 1 Top", "2 Numbers", "2 Look.. here", "2 What x is", "2 Part", "3 Why?"), headings("""
                **Look.. here.** A paragraph.

                **Bold words** within a sentence.

                - **An item.** No heading.

                **What $`x`$ is.**

                ### Part

                **Why?**

                Because.
                """));
    }

    @Test
    @DisplayName("no level is left out on any page of the workbook, and what to look for comes before the numbers")
    void workbook() {
        for (var section : Outline.ofWorkbook().sections()) {
            var found = headings(section.alias(), Outline.ofWorkbook());
            int before = 0;
            for (String heading : found) {
                int level = heading.charAt(0) - '0';
                assertTrue(level <= before + 1, section.alias() + ": " + found);
                before = level;
            }
            int look = found.indexOf("2 What to look for");
            boolean sampled = section.body().contains("<!-- figure -->") && section.body().contains("out/" + section.alias() + ".html\n```");
            assertTrue(!sampled || look < 0 || look < found.indexOf("2 Numbers"), section.alias() + ": " + found);
        }
        assertTrue(headings("score-field", Outline.ofWorkbook()).containsAll(List.of("2 What to look for", "2 What it means", "2 Try it", "2 Vary it")));
        assertTrue(headings("reflection", Outline.ofWorkbook()).containsAll(List.of("2 One", "2 Two", "2 Three")));
    }

    private static List<String> headings(String body) {
        return headings("top", Outline.parse("# Course\n\n<a id=\"top\"></a>\n\n## 1 Top\n\n> A question?\n\n" + body));
    }

    private static List<String> headings(String alias, Outline outline) {
        var html = new LessonPage(new LessonContent(alias, List.of(), List.of(Line.value("a", "1")), List.of(), "", Map.of()), outline).html();
        var headings = new ArrayList<String>();
        HEADING.matcher(html).results().forEach(h -> headings.add(h.group(1) + " " + h.group(2).replaceAll("</?span[^>]*>", "").strip()));
        return headings.stream().filter(heading -> !heading.contains("Where the numbers")).toList();
    }
}
