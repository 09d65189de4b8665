package tests.page;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Map;
import lib.page.LessonContent;
import lib.page.LessonPage;
import lib.page.Line;
import lib.page.Outline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a run printed, on its page: numbers in a table whatever their names, sentences as prose, code as it is. */
@DisplayName("What a run printed, on its page")
class ReportOnPageTest {

    @Test
    @DisplayName("a name of any length stands in the table, with its number whole")
    void names() {
        String name = "E at the passes of the double well, (0, ±√3/2)";
        String html = page(Line.value("E", "1"), Line.value(name, "1.9375  and  2"), Line.sentence("two  blanks are  a sentence's own"));
        assertTrue(html.contains("<tr><th scope=\"row\">" + name + "</th><td>1.9375  and  2</td></tr>"), html);
        assertEquals(2, html.split("<th scope=\"row\">", -1).length - 1, html);
        assertTrue(html.contains("<p class=\"said\">two  blanks are  a sentence&#39;s own</p>"), html);
    }

    @Test
    @DisplayName("sentences are one paragraph up to a gap, code keeps its spaces")
    void kinds() {
        String html = page(Line.sentence("One."), Line.sentence("  Two."), Line.sentence(""), Line.sentence("Three."),
                Line.verbatim("  name.java"), Line.verbatim("    26 | x = 1"), Line.value("n", " 7"));
        assertTrue(html.contains("<p class=\"said\">One. Two.</p>\n<p class=\"said\">Three.</p>"), html);
        assertTrue(html.contains("<pre class=\"kept\">  name.java\n    26 | x = 1</pre>"), html);
        assertTrue(html.contains("<td>7</td>"), html);
    }

    private static String page(Line... lines) {
        var outline = Outline.parse("# Course\n<a id=\"one\"></a>\n## 1 One\n> Why?\n\nText.\n");
        String html = new LessonPage(new LessonContent("one", List.of(), List.of(lines), List.of(), "", Map.of()), outline).html();
        return html.substring(html.indexOf("<section class=\"report\""), html.indexOf("</section>"));
    }
}
