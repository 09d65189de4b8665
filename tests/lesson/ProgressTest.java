package tests.lesson;

import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import lib.lesson.Progress;
import org.junit.jupiter.api.*;

@DisplayName("Progress of what takes a while")
class ProgressTest {

    private final StringBuffer written = new StringBuffer(); // the bar is drawn by a thread of its own

    private Progress bar(boolean watched, Duration patience) {
        return Progress.of("chains", 200, watched, patience, written::append);
    }

    @Test
    @DisplayName("where nobody watches nothing is written")
    void unwatched() {
        try (var progress = bar(false, Duration.ZERO)) {
            progress.to(100);
        }
        assertSame(Progress.NONE, bar(false, Duration.ZERO));
        assertEquals("", written.toString());
    }

    @Test
    @DisplayName("what ends before the bar is due writes nothing either")
    void brief() {
        try (var progress = bar(true, Duration.ofMinutes(1))) {
            progress.to(100);
            progress.to(200);
        }
        assertEquals("", written.toString());
    }

    @Test
    @DisplayName("a bar names what runs and how far it is, on one line, and leaves an empty line")
    void watched() throws InterruptedException {
        try (var progress = bar(true, Duration.ZERO)) {
            progress.to(50, "the second quarter");
            long end = System.nanoTime() + 60_000_000_000L;
            while (!written.toString().contains("second quarter") && System.nanoTime() < end) {
                Thread.sleep(20);
            }
        }
        String text = written.toString();
        assertTrue(text.contains("chains") && text.contains("25%") && text.contains("50/200") && text.contains("second quarter"), text);
        assertFalse(text.contains("\n"), text);
        String[] lines = text.split("\r", -1);
        assertEquals("", lines[lines.length - 1]);
        assertTrue(lines[lines.length - 2].isBlank(), "the line is wiped");
        for (String line : lines) {
            assertTrue(line.length() <= 79, line);
        }
    }

    @Test
    @DisplayName("closing twice, and moving on after the end, do nothing")
    void closed() {
        var progress = bar(true, Duration.ZERO);
        progress.to(10);
        progress.close();
        int length = written.length();
        progress.to(20);
        progress.close();
        assertEquals(length, written.length());
    }
}
