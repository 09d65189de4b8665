package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page in a real browser, from the file system: complete, quiet, offline, in both themes, at a console and on a phone. */
@Tag("slow")
@Tag("apart")
@DisplayName("Pages in a browser")
class PageTest {

    @TempDir
    static Path out;

    static Browser browser;

    @BeforeAll
    static void writeThePages() {
        browser = Browser.start();
        LESSONS.forEach(PageTest::page);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> looks() {
        return Stream.concat(LESSONS.stream(), EXERCISES.stream()).flatMap(lesson -> Stream.of(1280, 390).flatMap(width ->
                Stream.of(false, true).map(dark -> Arguments.of(lesson, width, dark ? "dark" : "light"))));
    }

    @ParameterizedTest(name = "{0} at {1} pixels, {2}")
    @MethodSource("looks")
    void complete(String lesson, int width, String theme) {
        browser.open(page(lesson), width, theme.equals("dark"));
        assertEquals(List.of(), browser.messages(), "the console is quiet");
        assertEquals(0L, browser.run("return performance.getEntriesByType('resource').filter(r => !r.name.startsWith('file:')).length"),
                "nothing is asked of the network");
        assertEquals(true, browser.run("return document.documentElement.scrollWidth <= window.innerWidth"), "nothing is wider than the window");
        long figures = lesson.equals("setup") ? 0 : lesson.equals("bimodal-sampling") ? 2 : 1;
        assertEquals(figures, browser.run("return document.querySelectorAll('figure').length"));
        assertEquals(true, browser.run("return [...document.querySelectorAll('.view:not([hidden])')].every(v => v.querySelector('.main-svg').getBoundingClientRect().width > 250)"));
        assertEquals(0L, browser.run("return document.querySelectorAll('.katex-error').length"), "mathematics is set");
        assertEquals(false, browser.run("const main = document.querySelector('main').cloneNode(true); main.querySelectorAll('pre').forEach(code => code.remove());"
                + " return /\\$`|`\\$/.test(main.textContent)"), "no raw mathematics is left but in the script's own code");
        assertEquals(List.of(), browser.run("return [...document.querySelectorAll('span.math, code.math')].map(math => math.nextSibling).filter(after =>"
                + " after && after.nodeType === Node.TEXT_NODE && /^[.,;:!?)]/.test(after.data)).map(after => after.data)"), "no line can start with a full stop");
        assertEquals(List.of(), browser.run("return [...document.querySelectorAll('.code')].filter(block => {"
                + " const button = block.querySelector('.copy').getBoundingClientRect(); const text = document.createRange(); text.selectNodeContents(block.querySelector('code'));"
                + " return [...text.getClientRects()].some(box => box.right > button.left && box.left < button.right && box.top < button.bottom && box.bottom > button.top);"
                + " }).map(block => block.innerText)"), "no button covers code");
        assertTrue((Long) browser.run("return document.querySelectorAll('.hljs-keyword').length") > 5, "the script's code is highlighted");
        assertEquals(0L, browser.run("return document.querySelectorAll('tr.fails').length"));
        double brightness = ((Number) browser.run("return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0) / 3")).doubleValue();
        assertEquals(theme.equals("dark"), brightness < 128, "the theme follows the reader's preference");
        assertEquals(List.of(), browser.violations(), "nothing keeps people out");
    }

    @Test
    @DisplayName("the double well: a switch shows the notebook's linear view, by keyboard too")
    void views() {
        browser.open(page("score-from-energy"), 1280, false);
        assertEquals(List.of("E at the wells (±1, 0)", "E at the passes (0, ±√3/2)", "E at the hilltop (0, 0)"),
                browser.run("return [...document.querySelectorAll('.numbers th')].map(name => name.innerText)"), "no number falls out of its table");
        assertEquals("Readable", browser.run("return document.querySelector('.views input:checked + label').innerText"));
        browser.run("document.querySelector('.views input:checked').focus()");
        browser.driver.switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.ARROW_RIGHT);
        browser.waitFor("return [...document.querySelectorAll('.view')].findIndex(v => !v.hidden) === 1"
                + " && !!document.querySelectorAll('.view')[1].querySelector('.main-svg')");
        assertEquals(List.of(), browser.messages());
    }

    @Test
    @DisplayName("the theme switch recolours page and figure, and stays")
    void theme() {
        browser.open(page("gaussian-score"), 1280, false);
        String line = "return getComputedStyle([...document.querySelectorAll('.scatterlayer .js-line')].pop()).stroke";
        Object light = browser.run(line);
        browser.run("document.getElementById('theme-dark').click()");
        browser.waitFor(line + " !== '" + light + "'");
        assertEquals("rgb(240, 134, 122)", browser.run(line), "the score's red on dark paper");
        browser.open(page("score-field"), 1280, false);
        assertEquals("dark", browser.run("return document.querySelector('.theme input:checked').value"));
        browser.run("document.getElementById('theme-auto').click()");
    }

    @Test
    @DisplayName("hovering over an arrow says where, the score there, and which way that is")
    void hover() {
        browser.open(page("score-field"), 1280, false);
        browser.run("const gd = document.querySelector('.js-plotly-plot');"
                + " const k = gd.data.findIndex(t => t.mode === 'markers'); Plotly.Fx.hover(gd, [{curveNumber: k, pointNumber: 0}])");
        browser.waitFor("return document.querySelectorAll('.hovertext').length > 0");
        String text = (String) browser.run("return document.querySelector('.hoverlayer').textContent");
        assertTrue(text.contains("(−3, −3)") && text.contains("(3, 3)") && text.contains("right") && text.contains("up"), text);
    }

    @Test
    @DisplayName("a neighbour that has not been run is named with its command, and is no dead link")
    void neighbours() throws Exception {
        Path alone = Files.createDirectory(out.resolve("alone"));
        jbang("score-field", "--no-open", "--out", alone.toString());
        browser.open(alone.resolve("score-field.html"), 1280, false);
        assertEquals(0L, browser.run("return [...document.querySelectorAll('a[data-page]')].filter(a => a.hasAttribute('href')).length"));
        assertEquals(true, browser.run("return document.querySelector('main ~ footer').innerText.includes('./jbang score-from-energy')"));
        browser.open(page("score-field"), 1280, false);
        browser.run("document.querySelector('header a.next').click()");
        browser.waitFor("return location.pathname.endsWith('/score-from-energy.html')");
    }

    @Test
    @DisplayName("a figure stands on Tablesaw's own Page as well")
    void tablesawsPage() throws Exception {
        var table = tech.tablesaw.api.Table.create("t").addColumns(
                tech.tablesaw.api.DoubleColumn.create("x", 0, 1, 2), tech.tablesaw.api.DoubleColumn.create("p", 0, 1, 4));
        var figure = lib.chart.Chart.of(lib.chart.Panel.titled("p").line(table, "x", "p", lib.chart.Palette.DENSITY)).figure();
        Path plotly;
        try (var assets = Files.list(once("score-field").out().resolve("assets"))) {
            plotly = assets.filter(p -> p.getFileName().toString().startsWith("plotly")).findFirst().orElseThrow();
        }
        var page = tech.tablesaw.plotly.components.Page.pageBuilder(figure, "target").plotlyJsLocation(plotly.toUri().toString()).build();
        Path file = Files.writeString(out.resolve("tablesaw.html"), page.asJavascript());
        browser.driver.get(file.toUri().toString());
        browser.waitFor("return document.querySelectorAll('.scatterlayer .js-line').length === 1");
    }

    private static Path page(String lesson) {
        return (EXERCISES.contains(lesson) ? once(lesson, "--solution") : once(lesson)).page(lesson);
    }
}
