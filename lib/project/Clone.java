package lib.project;

import java.nio.file.Files;
import java.nio.file.Path;
import lib.io.UserError;

/** Where the workbook's own files are. */
public final class Clone {

    private Clone() {}

    /** The clone whose launcher runs this process; the current folder where it was a JBang from elsewhere. */
    public static Path here() {
        return Path.of(System.getenv().getOrDefault("JBANG_LAUNCH_CMD", "jbang")).toAbsolutePath().getParent();
    }

    /**
     * The clone in a folder or above it.
     *
     * @throws UserError where there is none
     */
    static Path root(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        while (root != null && !(Files.exists(root.resolve("lib/Workbook.java"))
                && Files.exists(root.resolve("jbang-catalog.json")))) {
            root = root.getParent();
        }
        if (root == null) {
            throw UserError.usage("This works in a clone of the workbook, and " + folder.toAbsolutePath()
                    + " is in none.",
                    "Clone its repository, go there, and run this again.");
        }
        return root;
    }
}
