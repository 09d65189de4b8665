package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The book in a real browser, from the file system: its contents, its chapters, its search. */
@Tag("slow")
@Tag("apart")
@DisplayName("The book in a browser")
class BookPageTest {

    @TempDir
    static Path out;

    static Browser browser;

    @BeforeAll
    static void makeTheBook() {
        browser = Browser.start();
        var result = jbang("workbook", "--no-open", "--out", out.toString(), "--only", "score-field,langevin-gaussian");
        assertEquals(0, result.status(), result.both());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> looks() {
        return Stream.of("index", "why", "mathematics", "glossary", "notation").flatMap(page ->
                Stream.of(Arguments.of(page, 1440, "light"), Arguments.of(page, 390, "dark")));
    }

    @ParameterizedTest(name = "{0} at {1} pixels, {2}")
    @MethodSource("looks")
    void complete(String page, int width, String theme) {
        open(page, width, theme.equals("dark"));
        assertEquals(List.of(), browser.messages(), "the console is quiet");
        assertEquals(0L, browser.run("return performance.getEntriesByType('resource').filter(r => !r.name.startsWith('file:')).length"));
        assertEquals(true, browser.run("return document.documentElement.scrollWidth <= window.innerWidth"), "nothing is wider than the window");
        assertEquals(0L, browser.run("return document.querySelectorAll('.katex-error').length"));
        assertEquals(false, browser.run("return /\\$`|`\\$/.test(document.querySelector('main').innerText)"), "no raw mathematics is left");
        assertEquals(List.of(), browser.violations(), "nothing keeps people out");
    }

    @Test
    @DisplayName("pages turn through the whole book, chapters included; a lesson that was not run is no dead link")
    void turning() {
        open("index", 1280, false);
        browser.run("document.querySelector('.begin').click()");
        browser.waitFor("return location.pathname.endsWith('/why.html')");
        browser.run("document.querySelector('footer a.next[href]').click()");
        browser.waitFor("return location.pathname.endsWith('/compass.html')");
        open("score-field", 1280, false);
        browser.run("document.querySelector('.course a').click()");
        browser.waitFor("return location.pathname.endsWith('/index.html')");
        assertEquals(0L, browser.run("return document.querySelectorAll('.contents a[data-page=\"setup\"][href]').length"));
        assertEquals("Not run yet: ./jbang setup", browser.run("return document.querySelector('.contents a[data-page=\"setup\"]').title"));
        open("langevin-gaussian", 1280, false);
        assertEquals(1L, browser.run("return [...document.querySelectorAll('footer .previous')].filter(a => a.offsetParent).length"), "one way back");
    }

    @Test
    @DisplayName("on paper answers are open, and a line of the text has at most some 80 letters; on the screen they are closed again")
    void paper() throws Exception {
        open("score-field", 1280, false);
        String coded = (String) browser.driver.executeCdpCommand("Page.printToPDF", java.util.Map.of()).get("data");
        try (var document = Loader.loadPDF(Base64.getDecoder().decode(coded))) {
            String printed = new PDFTextStripper().getText(document);
            assertTrue(printed.contains("The lengths shrink to zero at the peak"), printed);
            String prose = printed.substring(printed.indexOf("What it means"), printed.indexOf("How the script computes it"));
            assertEquals(List.of(), prose.lines().filter(line -> line.length() > 85).toList());
            assertTrue(prose.lines().anyMatch(line -> line.length() > 50), prose);
        }
        assertEquals(0L, browser.run("return document.querySelectorAll('main > details[open]').length"));
    }

    @Test
    @DisplayName("search: / opens it, words of the text and of the code are found, arrows and Enter lead to the place, which is marked")
    void search() {
        open("score-field", 1280, false);
        key("/");
        browser.waitFor("return document.querySelector('dialog[open] input') === document.activeElement");
        assertEquals(List.of(), browser.violations());
        key("boltzmann distr");
        browser.waitFor("return document.querySelectorAll('.find-list a').length > 0");
        assertTrue(text(".find-list li:first-child").contains("Boltzmann distribution"), text(".find-list"));
        assertEquals(true, browser.run("return document.querySelectorAll('.find-list mark').length > 1"));
        key(Keys.ARROW_DOWN);
        assertEquals(true, browser.run("return document.activeElement === document.querySelector('.find-list a')"));
        key(Keys.ARROW_UP);
        assertEquals("INPUT", browser.run("return document.activeElement.tagName"));
        assertEquals(List.of(), browser.violations());
        String page = ((String) browser.run("return document.querySelector('.find-list a').getAttribute('href')")).replaceFirst("#.*", "");
        key(Keys.ENTER);
        browser.waitFor("return location.pathname.endsWith('/" + page + "') && document.readyState === 'complete' && !!CSS.highlights.get('found')");
        assertTrue(((String) browser.run("return document.activeElement.textContent")).contains("Boltzmann distribution"));

        assertTrue(first("smplers").contains("sampler"), "a slip of a letter");
        first("score");
        String said = text(".find-status");
        assertTrue(said.matches("The best \\d+ of \\d+ places"), said);
        assertTrue(first("newGradientCollector").contains("newGradientCollector"), "a method in the code");
        assertTrue(first("ε").contains("noise") || first("ε").contains("ε"), "a Greek letter");
        search("zyzzyva");
        browser.waitFor("return document.querySelector('.find-status').textContent.startsWith('Nothing')");
        key(Keys.ESCAPE);
        assertEquals(false, browser.run("return !!document.querySelector('dialog[open]')"));
        assertEquals(List.of(), browser.messages(), "the console is quiet");
    }

    @Test
    @DisplayName("what a closed answer holds is found, and opened on arrival")
    void searchOpensAnswers() {
        open("index", 1280, false);
        search("heights carry a global duty");
        browser.waitFor("return document.querySelectorAll('.find-list a').length > 0");
        key(Keys.ENTER);
        browser.waitFor("return location.pathname.endsWith('/compass.html') && !!CSS.highlights.get('found')");
        assertEquals(true, browser.run("return document.activeElement.closest('details').open"));
    }

    @Test
    @DisplayName("the book's style adds its search, and changes nothing on a lesson's page")
    void styleKeepsToItself() {
        open("langevin-gaussian", 1280, false);
        String looks = "return [...document.querySelectorAll('main *')].map(e => { const s = getComputedStyle(e);"
                + " return [e.className, s.display, s.color, s.fill, s.stroke, s.strokeWidth, s.opacity, s.font, s.textAlign, s.width].join(); })";
        browser.run("window.bookStyle = document.querySelector('link[href*=\"/book-\"]')");
        var with = (List<?>) browser.run(looks);
        browser.run("window.bookStyle.disabled = true");
        var without = (List<?>) browser.run(looks);
        assertEquals(without.size(), with.size());
        for (int i = 0; i < with.size(); i++) {
            assertEquals(without.get(i), with.get(i));
        }
        assertEquals(true, browser.run("return document.querySelectorAll('main .listen').length > 0 && [...document.querySelectorAll('main .listen')].every(e => e.offsetParent)"),
                "the narration is there");
    }

    @Test
    @DisplayName("where there is no book there is no search, and the link to the narration shows as soon as its page is there")
    void grows() throws Exception {
        Path alone = Files.createDirectory(out.resolve("alone"));
        jbang("score-field", "--no-open", "--out", alone.toString());
        browser.open(alone.resolve("score-field.html"), 1280, false);
        assertEquals(0L, browser.run("return document.querySelectorAll('.find-open').length"));
        open("index", 1280, false);
        boolean there = Files.exists(out.resolve("narration.html"));
        assertEquals(there, browser.run("return document.querySelector('.hear-all').offsetParent !== null"));
        browser.run("window.workbookPages.push('narration'); window.linkPages()");
        assertEquals(true, browser.run("return document.querySelector('.hear-all').offsetParent !== null"));
    }

    private static String first(String words) {
        search(words);
        browser.waitFor("return /place/.test(document.querySelector('.find-status').textContent) && document.querySelectorAll('.find-list a').length > 0"
                + " && decodeURIComponent(document.querySelector('.find-list a').hash) === '#find=" + words + "'");
        return text(".find-list li:first-child");
    }

    private static void search(String words) {
        browser.run("document.querySelector('.find-open').click()");
        key(words);
    }

    private static void key(CharSequence keys) {
        browser.driver.switchTo().activeElement().sendKeys(keys);
    }

    private static String text(String selector) {
        return (String) browser.run("return document.querySelector('" + selector + "').innerText");
    }

    private static void open(String page, int width, boolean dark) {
        browser.open(out.resolve(page + ".html"), width, dark);
        browser.waitFor("return !!document.querySelector('.find-open')");
    }
}
