package lib.lesson;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a page in the person's browser. */
final class Browser {

    private Browser() {}

    /** Whether somebody is there to look: a terminal on both ends, and a desktop. */
    static boolean aPersonIsAtADesktop() {
        return System.console() != null && System.getenv("CI") == null && !GraphicsEnvironment.isHeadless();
    }

    /**
     * Whether somebody reads standard error as it comes: a terminal, and not one of a build server or without a cursor.
     */
    static boolean aPersonReadsErrors() {
        if (System.console() == null || System.getenv("CI") != null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try { // Java tells of both other streams together; of this one, where the system does
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.startsWith("/dev/console");
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /** Opens the page with Tablesaw's browser; false where the system has none to offer. */
    static boolean open(Path page) {
        try {
            new tech.tablesaw.plotly.display.Browser().browse(page.toFile().getAbsoluteFile());
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
