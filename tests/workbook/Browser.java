package tests.workbook;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that looks at pages from the file system. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final ChromeDriver driver;

    private Browser(Path chromium, Path chromedriver) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(chromium.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1");
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build(), options);
    }

    /** The browser, or a skipped test where none is installed; CI has one, so there its absence is a failure. */
    static Browser start() {
        var chromium = program("chromium", "google-chrome", "chromium-browser");
        var chromedriver = program("chromedriver");
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(chromium.isPresent() && chromedriver.isPresent(), "chromium and chromedriver are not installed");
        }
        return new Browser(chromium.orElseThrow(), chromedriver.orElseThrow());
    }

    /** Opens a page at a width, in a theme, and waits until its figures are drawn. */
    void open(Path page, int width, boolean dark) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.manage().window().setSize(new Dimension(width, 900));
        driver.get(page.toUri().toString());
        waitFor("return [...document.querySelectorAll('.view:not([hidden])')].every(view => view.querySelector('.main-svg'))"
                + " && document.readyState === 'complete'");
    }

    /** Waits until a script returns true: up to two minutes, for other programs may have the processors. */
    void waitFor(String script) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(driver.executeScript(script))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " seconds: " + script + "\n" + messages());
            }
            sleep();
        }
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** What the console has said since the last call. */
    List<String> messages() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(Object::toString).toList();
    }

    /** Serious or critical violations of accessibility, each with the elements. */
    List<String> violations() {
        var violations = new AxeBuilder().analyze(driver).getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList()).toList();
        messages(); // axe reads style sheets by XMLHttpRequest, which the file system refuses aloud: its words, not the page's
        return violations;
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names).flatMap(name -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)).map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
