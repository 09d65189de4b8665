package lib.io;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the workbook keeps what is a person's own: solved exercises, an installed narration. WORKBOOK_DATA moves it.
 */
public final class UserFolder {

    private UserFolder() {}

    /** WORKBOOK_DATA, or langevin-workbook in the system's place for a person's data. It may not be there yet. */
    public static Path path() {
        String chosen = System.getenv("WORKBOOK_DATA");
        return chosen != null && !chosen.isEmpty() ? Path.of(chosen) : data().resolve("langevin-workbook");
    }

    private static Path data() {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String configured = System.getenv(system.contains("win") ? "LOCALAPPDATA" : "XDG_DATA_HOME");
        if (configured != null && !configured.isEmpty()) {
            return Path.of(configured);
        }
        return system.contains("mac") ? home.resolve("Library/Application Support") : home.resolve(".local/share");
    }
}
