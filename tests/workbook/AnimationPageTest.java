package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** The film in a real browser: what must move moves, and what lies under it stays, to the pixel. */
@Tag("slow")
@Tag("apart")
@DisplayName("The animation's page in a browser")
class AnimationPageTest {

    @TempDir
    static Path out;

    static Browser browser;

    @BeforeAll
    static void writeThePage() {
        browser = Browser.start();
        once("langevin-animation");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.open(once("langevin-animation").page("langevin-animation"), 1280, false);
        browser.run("document.querySelector('.plate').scrollIntoView()");
    }

    @Test
    @DisplayName("the density under the dots is the same before, during and after play, a step, a scrub, a change of tab, of theme and of width")
    void density() throws Exception {
        BufferedImage before = drawing(false);
        int bands = colours(before);
        assertTrue(bands == 10, bands + " colours in the drawing, one a band");
        click("play");
        browser.waitFor("return document.querySelector('.film input').value > 5");
        same(before, drawing(false), "while it plays");
        click("play");
        same(before, drawing(false), "after play");
        click("forward");
        same(before, drawing(false), "after a step");
        scrub(60);
        same(before, drawing(false), "after a scrub");
        click("play");
        String page = browser.driver.getWindowHandle();
        browser.driver.switchTo().newWindow(WindowType.TAB);
        browser.driver.close();
        browser.driver.switchTo().window(page);
        browser.run("document.dispatchEvent(new Event('visibilitychange'))");
        same(before, drawing(false), "in another tab and back");
        click("follow");
        same(before, drawing(false), "while one is followed");
        browser.run("document.getElementById('theme-dark').click()");
        assertEquals(10, colours(drawing(false)), "in the dark");
        browser.run("document.getElementById('theme-auto').click()");
        same(before, drawing(false), "in the light again");
        width(390);
        browser.waitFor("return document.querySelector('.main-svg').getBoundingClientRect().width < 390");
        assertEquals(10, colours(drawing(false)), "on a phone");
        width(1280);
        browser.waitFor("return document.querySelector('.main-svg').getBoundingClientRect().width > 600");
        same(before, drawing(false), "at a console again");
        assertEquals(List.of(), browser.messages());
    }

    @Test
    @DisplayName("dots are gold with an outline of paper, in either theme, and as sharp as the screen")
    void dots() throws Exception {
        for (String theme : new String[] {"light", "dark"}) {
            browser.run("document.getElementById('theme-" + theme + "').click()");
            int gold = theme.equals("light") ? 0xb7791f : 0xe0ac55;
            assertTrue(count(drawing(true), gold) > 1500, "dots of " + theme + " gold");
            assertEquals(0, count(drawing(false), gold), "nothing else is gold");
        }
        browser.run("document.getElementById('theme-auto').click()");
        browser.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 1280, "height", 900, "deviceScaleFactor", 2, "mobile", false));
        scrub(1);
        assertEquals(true, browser.run("const dots = document.querySelector('.dots'); return Math.abs(dots.width - 2 * dots.clientWidth) <= 2"));
    }

    @Test
    @DisplayName("it plays, pauses, steps, scrubs and follows a point, with the keyboard too, and keeps its place in another theme")
    void controls() {
        int start = dotsDrawn();
        assertEquals("step 0 of 199", step(), "nothing moves until the reader asks");
        click("play");
        browser.waitFor("return document.querySelector('.film input').value > 10");
        click("play");
        int held = dotsDrawn();
        Object at = step();
        assertNotEquals(start, held, "the points have moved");
        browser.driver.executeAsyncScript("const done = arguments[0]; let turns = 20; (function turn() { if (turns-- > 0) requestAnimationFrame(turn); else done(); })()");
        assertEquals(held, dotsDrawn(), "pause holds");
        assertEquals(at, step());

        var slider = browser.driver.findElement(By.cssSelector(".film input"));
        slider.sendKeys(Keys.END);
        assertEquals("step 199 of 199", step());
        slider.sendKeys(Keys.ARROW_LEFT);
        assertEquals("step 197 of 199", step());
        assertEquals("step 197 of 199", browser.run("return document.querySelector('.film input').getAttribute('aria-valuetext')"));
        slider.sendKeys(Keys.HOME);
        assertEquals("step 0 of 199", step());
        assertEquals(start, dotsDrawn(), "the first frame again");
        slider.sendKeys(" ");
        browser.waitFor("return document.querySelector('.film input').value > 3");
        slider.sendKeys(" ");
        click("forward");
        click("back");

        scrub(50);
        int middle = dotsDrawn();
        browser.run("document.getElementById('theme-dark').click()");
        assertNotEquals(middle, dotsDrawn(), "other colours");
        browser.run("document.getElementById('theme-auto').click()");
        assertEquals(middle, dotsDrawn(), "the film stands where it stood");
        assertEquals("step 99 of 199", step());
        click("follow");
        assertNotEquals(middle, dotsDrawn(), "the way of one");
        click("follow");
        assertEquals(middle, dotsDrawn(), "it was let go");
        assertEquals(List.of(), browser.messages());
    }

    @Test
    @DisplayName("it is a slow one for those who asked their system for less motion")
    void lessMotion() {
        browser.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        click("play");
        long frames = (Long) browser.driver.executeAsyncScript("const done = arguments[0];"
                + "setTimeout(() => done(+document.querySelector('.film input').value), 1000)");
        assertTrue(frames <= 7, frames + " frames in a second; five are right");
        browser.waitFor("return +document.querySelector('.film input').value > " + frames);
    }

    @Test
    @DisplayName("a tap on a dot follows it, another lets it go, and the file to save holds the points")
    void oneOfThem() {
        var mouse = browser.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source",
                "const asked = matchMedia; window.matchMedia = query => query === '(hover: hover)' ? {matches: true} : asked(query)")); // there is none here
        open();
        browser.driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", mouse);
        int still = dotsDrawn();
        tap(7, 2);
        assertEquals("Let it go", browser.run("return document.querySelector('.film [data-do=follow]').textContent"));
        assertNotEquals(still, dotsDrawn(), "the one that is followed stands out");
        tap(7, 2);
        assertEquals("Follow one", browser.run("return document.querySelector('.film [data-do=follow]').textContent"));
        assertEquals(still, dotsDrawn());
        scrub(30);
        browser.run("Plotly.downloadImage = (figure, options) => Plotly.toImage(figure, {...options, width: 600, height: 500}).then(image => { window.saved = decodeURIComponent(image); });"
                + " document.querySelector('.modebar-btn[data-title^=Download]').click()");
        browser.waitFor("return !!window.saved");
        assertEquals(List.of(300L, 10L), browser.run("const saved = new DOMParser().parseFromString(window.saved.slice(window.saved.indexOf('<svg')), 'image/svg+xml');"
                + " return [saved.querySelectorAll('.points path').length, saved.querySelectorAll('.contourfill path').length]"), "points and bands");
        assertEquals(List.of(), browser.messages());
    }

    /** A press at a few pixels from where point k starts. */
    private static void tap(int k, int off) {
        browser.run("const gd = document.querySelector('.chart'); const box = document.querySelector('.dots').getBoundingClientRect();"
                + " const start = axis => new Float32Array(Uint8Array.from(atob(frames[0].data[0][axis].bdata), c => c.charCodeAt(0)).buffer)[" + k + "];"
                + " gd.dispatchEvent(new PointerEvent('pointerdown', {clientX: box.left + box.width * (start('x') + 6) / 12 + " + off
                + ", clientY: box.top + box.height * (5 - start('y')) / 10}))");
    }

    @Test
    @DisplayName("on paper it is a still: the density with the dots on it")
    void paper() throws Exception {
        scrub(40);
        String coded = (String) browser.driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", false)).get("data");
        try (var document = Loader.loadPDF(Base64.getDecoder().decode(coded))) {
            int gold = 0;
            int bands = 0;
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var picture = new PDFRenderer(document).renderImageWithDPI(page, 144);
                gold = Math.max(gold, count(picture, 0xb7791f));
                bands = Math.max(bands, blues(picture));
            }
            assertTrue(gold > 1500, gold + " pixels of gold");
            assertTrue(bands > 9, bands + " blues");
        }
        assertEquals("step 79 of 199", step());
    }

    /** The plot area as it is on the screen, with or without what moves. */
    private static BufferedImage drawing(boolean withDots) throws Exception {
        browser.run("document.querySelector('.dots').style.opacity = " + (withDots ? 1 : 0));
        browser.driver.executeAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
        var place = (Map<?, ?>) browser.run("const box = document.querySelector('.dots').getBoundingClientRect();"
                + "return {x: Math.ceil(box.x + scrollX) + 1, y: Math.ceil(box.y + scrollY) + 1, width: Math.floor(box.width) - 3, height: Math.floor(box.height) - 3, scale: 1}");
        String coded = (String) browser.driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "clip", place)).get("data");
        browser.run("document.querySelector('.dots').style.opacity = 1");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(coded)));
    }

    private static void same(BufferedImage expected, BufferedImage actual, String when) {
        assertEquals(expected.getWidth() + " x " + expected.getHeight(), actual.getWidth() + " x " + actual.getHeight(), when);
        int others = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                others += expected.getRGB(x, y) == actual.getRGB(x, y) ? 0 : 1;
            }
        }
        assertEquals(0, others, "pixels of the drawing that are others " + when);
    }

    /** How many colours cover more than a thousandth of a picture: one a band of the density. */
    private static int colours(BufferedImage picture) {
        var times = new HashMap<Integer, Integer>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                times.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        return (int) times.values().stream().filter(n -> n > picture.getWidth() * picture.getHeight() / 1000).count();
    }

    private static int blues(BufferedImage picture) {
        var blues = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                var colour = new Color(picture.getRGB(x, y));
                if (colour.getBlue() > colour.getRed() + 30) {
                    blues.add(colour.getRGB());
                }
            }
        }
        return blues.size();
    }

    private static int count(BufferedImage picture, int rgb) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    /** The canvas itself, as one number. */
    private static int dotsDrawn() {
        return browser.run("return document.querySelector('.dots').toDataURL()").hashCode();
    }

    private static Object step() {
        return browser.run("return document.querySelector('.film output').textContent");
    }

    private static void scrub(int frame) {
        browser.run("const slider = document.querySelector('.film input'); slider.value = " + frame + "; slider.dispatchEvent(new Event('input'))");
    }

    private static void click(String action) {
        browser.run("document.querySelector('.film [data-do=" + action + "]').click()");
    }

    private static void width(int pixels) {
        browser.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }
}
