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
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs every test class with JUnit 5 and prints one line a test, then {@code N passed, N failed}. With --quick it leaves out
 * what is tagged slow: tests that start processes or a browser, or compute for long.
 */
class AllTests implements TestExecutionListener {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<String> failures = new ArrayList<>();
    private final boolean watched = System.console() != null; // then a test that takes a while says which it is
    private int passed;
    private int skipped;

    public static void main(String... args) throws Exception {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        var testJar = Path.of(AllTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var words = new ArrayList<>(List.of(args));
        boolean quick = words.remove("--quick");
        String chosen = words.isEmpty() ? ".*Test" : "(?i)(?=.*Test$).*(" + String.join("|", words) + ").*";
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(testJar)))
                .filters(includeClassNamePatterns(chosen));
        if (quick) {
            request.filters(excludeTags("slow"));
        }
        var listener = new AllTests();
        LauncherFactory.create().execute(request.build(), listener);
        System.exit(listener.summary());
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isContainer() && test.getParentId().isPresent()) {
            out.println("\n" + name(test));
        } else if (test.isTest() && watched) {
            out.print("  … " + name(test) + "\r");
            out.flush();
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped++;
        out.println("  - " + name(test) + ": skipped, " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (failed) {
            var error = result.getThrowable().orElseThrow();
            String message = error.toString().lines().limit(8).collect(Collectors.joining("\n      "));
            failures.add(name(test) + "\n      " + message);
            line("✗", test);
        } else if (test.isTest()) {
            passed++;
            line("✓", test);
        }
    }

    private int summary() {
        failures.forEach(failure -> out.println("\n✗ " + failure));
        out.println();
        out.println(passed + " passed, " + failures.size() + " failed" + (skipped > 0 ? ", " + skipped + " skipped" : ""));
        return failures.isEmpty() && passed > 0 ? 0 : 1;
    }

    private void line(String mark, TestIdentifier test) {
        out.println((watched ? "\033[2K" : "") + "  " + mark + " " + name(test));
    }

    private static String name(TestIdentifier test) {
        return test.getDisplayName();
    }
}
