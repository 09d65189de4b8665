///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION All tests of the workbook; arguments choose classes by a part of their name, --quick the tests that answer within two minutes
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
// The test framework, and what starts it without a build.
//DEPS org.junit.jupiter:junit-jupiter:5.14.4
//DEPS org.junit.platform:junit-platform-launcher:1.14.4
// Drives the Chromium in which pages are looked at.
//DEPS org.seleniumhq.selenium:selenium-java:4.49.0
// Looks for what keeps people out: contrast, names, landmarks.
//DEPS com.deque.html.axe-core:selenium:4.10.1
// Renders what a page prints.
//DEPS org.apache.pdfbox:pdfbox:3.0.5
// The program that speaks the narration, which is no part of the library.
//SOURCES ../narration/build/package-info.java
//SOURCES score/*.java
//SOURCES chart/*.java
//SOURCES sampling/*.java
//SOURCES device/*.java
//SOURCES exercise/*.java
//SOURCES law/*.java
//SOURCES lesson/*.java
//SOURCES page/*.java
//SOURCES workbook/*.java
//MAIN AllTests
//RUNTIME_OPTIONS -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED -XX:+IgnoreUnrecognizedVMOptions

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs every test class with JUnit 5 and prints one line a test, then {@code N passed, N failed}. With --quick it leaves out
 * what is tagged slow: tests that start processes or a browser, or compute for long.
 *
 * <p>Two classes run at a time. One tagged apart does nothing in this JVM but start processes or a browser and look at what they
 * leave, so it may run beside any other. All others share the engine with its seed, the collector and standard output: of
 * them one runs at a time. A class is printed when it is done.
 */
class AllTests {

    /** Of the classes tagged apart those that take longest: begun first, they leave nobody waiting in the end. */
    private static final List<String> FIRST = List.of("PageTest", "LauncherTest", "SamplingTest", "PlayerTest", "TextTest", "LessonTest");

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final boolean WATCHED = System.console() != null; // then a test that takes a while says which it is
    private static final Logger NOISE = Logger.getLogger("org.openqa.selenium.devtools"); // our Chromium is newer than Selenium's table

    private final boolean quick;
    private final List<Report> reports = new ArrayList<>();

    private AllTests(boolean quick) {
        this.quick = quick;
    }

    public static void main(String... args) throws Exception {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        NOISE.setLevel(Level.SEVERE);
        long begin = System.nanoTime();
        var testJar = Path.of(AllTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var words = new ArrayList<>(List.of(args));
        var tests = new AllTests(words.remove("--quick"));
        String chosen = words.isEmpty() ? ".*Test" : "(?i)(?=.*Test$).*(" + String.join("|", words) + ").*";
        Queue<String> here = new ConcurrentLinkedQueue<>();
        Queue<String> apart = new ConcurrentLinkedQueue<>();
        TestPlan plan = LauncherFactory.create().discover(tests.request(selectClasspathRoots(Set.of(testJar)).get(0)).filters(includeClassNamePatterns(chosen)).build());
        plan.getRoots().stream().flatMap(engine -> plan.getChildren(engine).stream()).sorted(Comparator.comparing(AllTests::place))
                .forEach(test -> (test.getTags().contains(TestTag.create("apart")) ? apart : here).add(className(test)));
        var beside = CompletableFuture.runAsync(() -> tests.run(apart), work -> new Thread(work).start());
        tests.run(here);
        tests.run(apart);
        beside.join();
        System.exit(tests.summary((System.nanoTime() - begin) / 1_000_000_000));
    }

    private void run(Queue<String> classes) {
        for (String name = classes.poll(); name != null; name = classes.poll()) {
            var report = new Report(name);
            LauncherFactory.create().execute(request(selectClass(name)).build(), report);
            synchronized (this) {
                reports.add(report);
                OUT.print((WATCHED ? "\033[2K" : "") + report.text);
                OUT.flush();
            }
        }
    }

    private LauncherDiscoveryRequestBuilder request(DiscoverySelector what) {
        var request = LauncherDiscoveryRequestBuilder.request().selectors(what);
        return quick ? request.filters(excludeTags("slow")) : request;
    }

    private int summary(long seconds) {
        var failures = reports.stream().flatMap(report -> report.failures.stream()).toList();
        int passed = reports.stream().mapToInt(report -> report.passed).sum();
        int skipped = reports.stream().mapToInt(report -> report.skipped).sum();
        failures.forEach(failure -> OUT.println("\n✗ " + failure));
        OUT.println("\n" + seconds / 60 + " min " + seconds % 60 + " s, the slowest classes " + reports.stream()
                .sorted(Comparator.comparing(report -> -report.seconds)).limit(5)
                .map(report -> report.name.replaceFirst(".*\\.", "") + " " + report.seconds + " s").collect(Collectors.joining(", ")));
        OUT.println(passed + " passed, " + failures.size() + " failed" + (skipped > 0 ? ", " + skipped + " skipped" : ""));
        return failures.isEmpty() && passed > 0 ? 0 : 1;
    }

    private static String className(TestIdentifier test) {
        return ((ClassSource) test.getSource().orElseThrow()).getClassName();
    }

    private static int place(TestIdentifier test) {
        int at = FIRST.indexOf(className(test).replaceFirst(".*\\.", ""));
        return at < 0 ? FIRST.size() : at;
    }

    /** What one class did, as text and in numbers. */
    private static final class Report implements TestExecutionListener {

        private final StringBuilder text = new StringBuilder();
        private final List<String> failures = new ArrayList<>();
        private final String name;
        private final long begin = System.nanoTime();
        private long seconds;
        private int passed;
        private int skipped;

        Report(String name) {
            this.name = name;
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            seconds = (System.nanoTime() - begin + 500_000_000) / 1_000_000_000;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isContainer() && test.getParentId().isPresent()) {
                text.append("\n").append(test.getDisplayName()).append("\n");
            } else if (test.isTest() && WATCHED) {
                OUT.print("\033[2K  … " + test.getDisplayName() + "\r");
                OUT.flush();
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skipped++;
            line("-", test.getDisplayName() + ": skipped, " + reason);
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entry.getKeyValuePairs().values().forEach(value -> line(" ", value));
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.ABORTED) { // it needs what this machine has not
                executionSkipped(test, result.getThrowable().map(Throwable::getMessage).orElse("an assumption does not hold"));
            } else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                String message = result.getThrowable().orElseThrow().toString().lines().limit(8).collect(Collectors.joining("\n      "));
                failures.add(test.getDisplayName() + "\n      " + message);
                line("✗", test.getDisplayName());
            } else if (test.isTest()) {
                passed++;
                line("✓", test.getDisplayName());
            }
        }

        private void line(String mark, String words) {
            text.append("  ").append(mark).append(" ").append(words).append("\n");
        }
    }
}
