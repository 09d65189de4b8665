package lib.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files and folders that are of use only while this process works on them. However it ends they go: with
 * {@link #delete} in a finally block, and on Ctrl-C, where no such block runs, with the JVM.
 */
public final class Leftovers {

    private static final Set<Path> PATHS = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::deleteAll, "leftovers"));
        } catch (IllegalStateException e) {
            // the JVM is ending already; what is made from now on is deleted by who made it
        }
    }

    private Leftovers() {}

    /** Notes a path, before or after it is made. @return the path */
    public static Path note(Path path) {
        PATHS.add(path);
        return path;
    }

    /**
     * Deletes a file, or a folder with all that is in it; a path that is not there is fine. Links are deleted, never
     * followed.
     */
    public static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } else {
            Files.deleteIfExists(path);
        }
        PATHS.remove(path);
    }

    /** What the hook does; a test may do it at any time. */
    public static void deleteAll() {
        for (Path path : List.copyOf(PATHS)) {
            try {
                delete(path);
            } catch (IOException | UncheckedIOException e) {
                PATHS.remove(path); // it was worth a try
            }
        }
    }
}
