package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** What a lesson computes does not depend on when Java's garbage collector runs. */
@Tag("slow")
@Tag("apart")
@DisplayName("While the collector runs")
class CollectorTest {

    @TempDir
    Path folder;

    /** The book, as a process; with a collection after the other where it is asked for. */
    static final class Book {
        public static void main(String... args) {
            if (Boolean.getBoolean("collect")) {
                var collector = new Thread(() -> {
                    while (true) {
                        System.gc();
                    }
                });
                collector.setDaemon(true);
                collector.start();
            }
            lib.book.Book.run(args);
        }
    }

    @Test
    @DisplayName("every page of the book has the same bytes as without")
    void sameBytes() throws IOException {
        Path quiet = book(false);
        Path busy = book(true);
        try (var pages = Files.list(quiet)) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                assertEquals(read(page), read(busy.resolve(page.getFileName())), page.getFileName().toString());
            }
        }
    }

    private Path book(boolean collect) {
        Path out = folder.resolve(collect ? "busy" : "quiet");
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-XX:+IgnoreUnrecognizedVMOptions", "-Dcollect=" + collect,
                "-cp", ROOT.resolve("scripts") + File.pathSeparator + System.getProperty("java.class.path"), Book.class.getName(), "--no-open", "--out", out.toString());
        var result = run(ROOT, Map.of("WORKBOOK_DATA", folder.resolve("data").toString(), "OPT_OUT_TRACKING", "true"), "", command);
        assertEquals(0, result.status(), result.both());
        return out;
    }
}
