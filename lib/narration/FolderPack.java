package lib.narration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import lib.io.UserError;

/** A pack in a folder. */
final class FolderPack {

    private FolderPack() {}

    /**
     * Copies it.
     *
     * @throws UserError if it holds what a pack does not; a link is never followed
     */
    static void copy(Path folder, Intake intake) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(file -> !Intake.isClutter(file.getFileName().toString())).sorted().toList();
        }
        for (Path file : files) {
            String name = Intake.known(file.getFileName().toString());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw UserError.failure(name + " is " + (Files.isSymbolicLink(file) ? "a link" : "no file") + ", where a file should be.",
                        "Nothing was installed. Put the files themselves into the folder.");
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                intake.take(name, in);
            }
        }
    }
}
