package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Listening in a real browser, from the file system: it sounds, the text follows, and the keyboard and the browser's voice serve too. */
@Tag("slow")
@Tag("apart")
@DisplayName("Narration in a browser")
class PlayerTest {

    private static final String AUDIO = "document.querySelector('.listen audio')";

    @TempDir
    static Path out;

    static Browser browser;

    @BeforeAll
    static void writeThePages() {
        browser = Browser.start();
        for (String command : List.of("score-field", "setup", "narration")) {
            var result = jbang(command, "--no-open", "--out", out.toString());
            assertEquals(0, result.status(), result.both());
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void forget() {
        browser.open(out.resolve("score-field.html"), 1280, false);
        browser.run("localStorage.clear()");
    }

    static Stream<Arguments> looks() {
        return Stream.of("narration", "score-field").flatMap(page -> Stream.of(1440, 820, 390).flatMap(width ->
                Stream.of(false, true).map(dark -> Arguments.of(page, width, dark ? "dark" : "light"))));
    }

    @ParameterizedTest(name = "{0} at {1} pixels, {2}")
    @MethodSource("looks")
    @DisplayName("while a segment plays nothing keeps people out, and nothing is wider than the window")
    void looks(String page, int width, String theme) throws IOException {
        Path file = out.resolve(page + ".html");
        assertTrue(Files.size(file) < 300_000, Files.size(file) + " bytes");
        browser.open(file, width, theme.equals("dark"));
        click(".listen-play");
        browser.run("document.querySelector('.transcript').open = true");
        browser.waitFor("return " + AUDIO + ".currentTime > 0.5");
        assertEquals(List.of(), browser.messages(), "the console is quiet");
        assertEquals(0L, browser.run("return performance.getEntriesByType('resource').filter(r => !r.name.startsWith('file:')).length"));
        assertEquals(true, browser.run("return document.documentElement.scrollWidth <= window.innerWidth"));
        assertEquals(true, browser.run("const r = document.querySelector('.dock').getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth && r.bottom <= innerHeight"));
        assertEquals(List.of(), browser.violations());
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {320, 360, 375, 390, 640, 700, 1366, 1440})
    @DisplayName("every control of the dock is in the window and under the finger, and one closes it")
    void reachable(int width) {
        browser.open(out.resolve("score-field.html"), width, false);
        click(".listen-play");
        assertEquals(List.of(), browser.run("return [...document.querySelectorAll('.dock button, .dock select, .dock input')].filter(e => {"
                + " const r = e.getBoundingClientRect(); const hit = document.elementFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2);"
                + " return r.left < 0 || r.right > innerWidth || r.bottom > innerHeight || !(e === hit || e.contains(hit)); }).map(e => e.className || e.type)"));
        click(".dock-close");
        assertEquals(true, browser.run("return document.querySelector('.dock').hidden"));
    }

    @Test
    @DisplayName("a segment plays, its sentence is marked in text and dock, a click on another jumps there")
    void plays() {
        browser.open(out.resolve("score-field.html"), 1280, false);
        assertEquals(2L, browser.run("return document.querySelectorAll('.listen').length"), "one at the question, one at the figure");
        assertEquals(true, browser.run("const [a, b] = document.querySelectorAll('.listen'), f = document.querySelector('figure');"
                + " return !!(a.compareDocumentPosition(f) & 4) && !!(f.compareDocumentPosition(b) & 4)"));
        click(".listen-play");
        browser.waitFor("return " + AUDIO + ".currentTime > 1 && !" + AUDIO + ".paused");
        assertEquals(0, ((Number) browser.run("return document.querySelector('.listen').dataset.seconds - " + AUDIO + ".duration")).doubleValue(), 0.5);
        assertEquals("Pause: From the line to the plane", attribute(".listen-play", "aria-label"));
        assertEquals(0L, marked());
        browser.run("document.querySelector('.transcript').open = true");
        browser.run("document.querySelectorAll('.sentence')[3].click()");
        browser.waitFor("return document.querySelectorAll('.sentence')[3].hasAttribute('aria-current')");
        assertEquals(browser.run("return document.querySelectorAll('.sentence')[3].textContent"), text(".dock-caption"));
        browser.waitFor("return " + AUDIO + ".currentTime >= +document.querySelectorAll('.sentence')[3].dataset.start");
        click(".listen-play");
        browser.waitFor("return " + AUDIO + ".paused");
        browser.run("document.querySelectorAll('.listen-play')[1].click()");
        browser.waitFor("return !document.querySelectorAll('.listen audio')[1].paused && document.querySelectorAll('.listen audio')[1].currentTime > 0");
        assertEquals(true, browser.run("return " + AUDIO + ".paused"), "one at a time");
        assertEquals(List.of(), browser.messages());
    }

    @Test
    @DisplayName("the speed changes, and stays on the next page")
    void speed() {
        click(".listen-play");
        new Select(browser.driver.findElement(By.cssSelector(".dock-speed"))).selectByValue("1.5");
        browser.waitFor("return " + AUDIO + ".playbackRate === 1.5");
        browser.open(out.resolve("setup.html"), 1280, false);
        click(".listen-play");
        browser.waitFor("return " + AUDIO + ".playbackRate === 1.5 && document.querySelector('.dock-speed').value === '1.5'");
    }

    @Test
    @DisplayName("with the keyboard alone: start, move, pause, go from sentence to sentence, close")
    void keyboard() {
        browser.run("document.querySelector('.listen-play').focus()");
        press(Keys.SPACE);
        browser.waitFor("return " + AUDIO + ".currentTime > 0.3");
        browser.run("document.querySelector('.dock input').focus()");
        press(Keys.ARROW_RIGHT);
        browser.waitFor("return " + AUDIO + ".currentTime > 5");
        assertTrue(attribute(".dock input", "aria-valuetext").matches("0:0\\d of 0:5\\d"), attribute(".dock input", "aria-valuetext"));
        press(Keys.SPACE);
        browser.waitFor("return " + AUDIO + ".paused");
        press(Keys.ARROW_LEFT);
        browser.waitFor("return " + AUDIO + ".currentTime < 3 && " + AUDIO + ".paused");
        browser.run("document.querySelector('.transcript').open = true; document.querySelector('.sentence').focus()");
        press(Keys.ARROW_RIGHT);
        press(Keys.ARROW_RIGHT);
        press(Keys.ENTER);
        browser.waitFor("return document.querySelectorAll('.sentence')[2].hasAttribute('aria-current') && document.activeElement === document.querySelectorAll('.sentence')[2]");
        assertTrue(((String) browser.run("return location.pathname")).endsWith("score-field.html"), "arrows turn no page here");
        browser.run("document.querySelector('.dock-play').focus()");
        press(Keys.ESCAPE);
        browser.waitFor("return document.querySelector('.dock').hidden && " + AUDIO + ".paused && document.activeElement.classList.contains('listen-play')");
    }

    @Test
    @DisplayName("on the page of all segments one leads to the next")
    void continuous() {
        browser.open(out.resolve("narration.html"), 1280, false);
        assertEquals(23L, browser.run("return document.querySelectorAll('.listen').length"));
        assertEquals("score-field.html", browser.run("return document.querySelector('.spoken a[data-page=score-field]').getAttribute('href')"));
        click(".listen-all");
        browser.waitFor("return " + AUDIO + ".currentTime > 0.2");
        browser.run(AUDIO + ".currentTime = " + AUDIO + ".duration - 0.3");
        browser.waitFor("return document.querySelectorAll('.listen audio')[1].currentTime > 0.2");
        assertEquals("Code walkthrough: setup", text(".dock-title"));
        browser.waitFor("return document.querySelectorAll('.listen')[1].querySelectorAll('.sentence[aria-current]').length === 1");
        assertEquals(1L, browser.run("return document.querySelectorAll('.sentence[aria-current]').length"));
    }

    @Test
    @DisplayName("in the book a chapter without a lesson has its segments too, and they are seen")
    void book(@TempDir Path book) {
        assertEquals(0, jbang("workbook", "--only", "setup", "--no-open", "--out", book.toString()).status());
        for (String page : List.of("why", "setup", "narration")) {
            browser.open(book.resolve(page + ".html"), 1280, false);
            browser.waitFor("return [...document.styleSheets].some(sheet => /book-/.test(sheet.href) && !/workbook-/.test(sheet.href))"); // the book's own, which comes late
            browser.waitFor("return document.querySelectorAll('.listen').length > 0 && [...document.querySelectorAll('.listen')].every(l => l.offsetHeight > 20 && l.querySelector('button').offsetWidth === l.querySelector('button').offsetHeight)");
        }
        browser.open(book.resolve("why.html"), 1280, false);
        click(".listen-play");
        browser.waitFor("return " + AUDIO + ".currentTime > 0.3");
    }

    @Test
    @DisplayName("the browser's own voice reads sentence by sentence, at the chosen speed, and can be stopped")
    void browserVoice() {
        openWithVoice(out.resolve("score-field.html"));
        click(".listen-play");
        new Select(browser.driver.findElement(By.cssSelector(".dock-speed"))).selectByValue("1.25");
        new Select(browser.driver.findElement(By.cssSelector(".dock-voice"))).selectByValue("browser");
        browser.waitFor("return spoken.length > 0 && " + AUDIO + ".paused");
        assertEquals(browser.run("return document.querySelector('.sentence').textContent"), browser.run("return spoken[0].text"));
        assertEquals(1.25, ((Number) browser.run("return spoken[0].rate")).doubleValue());
        browser.run("spoken[spoken.length - 1].onend()");
        assertEquals(1L, marked());
        browser.run("document.querySelectorAll('.sentence')[5].click()");
        assertEquals(browser.run("return document.querySelectorAll('.sentence')[5].textContent"), browser.run("return spoken[spoken.length - 1].text"));
        long said = (Long) browser.run("return spoken.length");
        click(".dock-play");
        browser.run("spoken.forEach(utterance => utterance.onend())");
        assertEquals(said, browser.run("return spoken.length"), "an utterance that was stopped leads to no other");
        assertEquals("Play", attribute(".dock-play", "aria-label"));
    }

    @Test
    @DisplayName("where the recording is missing the browser's voice reads, and the dock says so")
    void missing(@TempDir Path elsewhere) throws IOException {
        assertEquals(0, jbang("score-field", "--no-open", "--out", elsewhere.toString()).status());
        try (var recordings = Files.list(elsewhere.resolve("assets/narration"))) {
            for (Path recording : recordings.toList()) {
                Files.delete(recording);
            }
        }
        openWithVoice(elsewhere.resolve("score-field.html"));
        click(".listen-play");
        browser.waitFor("return spoken.length === 1");
        assertTrue(text(".dock-status").contains("missing"), text(".dock-status"));
        assertEquals("browser", browser.run("return document.querySelector('.dock-voice').value"));
        browser.messages(); // Chromium says aloud that a file is missing
    }

    /** Opens a page in which speechSynthesis only notes what it should say. */
    private static void openWithVoice(Path page) {
        var script = browser.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", java.util.Map.of("source",
                "window.spoken = []; window.SpeechSynthesisUtterance = function (text) { this.text = text; };"
                        + " Object.defineProperty(window, 'speechSynthesis', { value: { speak: u => spoken.push(u), cancel() {} } });"));
        browser.open(page, 1280, false);
        browser.driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", script);
    }

    private static void click(String selector) {
        browser.driver.findElement(By.cssSelector(selector)).click();
    }

    private static void press(Keys key) {
        browser.driver.switchTo().activeElement().sendKeys(key);
    }

    private static Object marked() {
        return browser.run("return [...document.querySelectorAll('.sentence')].findIndex(s => s.hasAttribute('aria-current'))");
    }

    private static String text(String selector) {
        return (String) browser.run("return document.querySelector('" + selector + "').textContent");
    }

    private static String attribute(String selector, String name) {
        return (String) browser.run("return document.querySelector('" + selector + "').getAttribute('" + name + "')");
    }
}
