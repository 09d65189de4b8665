package lib.lesson;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a page in the person's browser. */
final class Browser {

    private Browser() {}

    /** Whether somebody is there to look: a terminal on both ends, and a desktop. */
    static boolean aPersonIsAtADesktop() {
        return System.console() != null && System.getenv("CI") == null && !GraphicsEnvironment.isHeadless();
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
