package lib.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What of a folder of pages is the workbook's own, by name and by content. A folder may hold anything beside it, also
 * under assets/, and a link there may lead anywhere: none of that is the book.
 */
public final class BookFiles {

    private static final Pattern RECORDING = Pattern.compile("[a-z0-9_]+-([0-9a-f]{8})\\.mp3");

    private BookFiles() {}

    /** Whether there is a file of that name, and no link to one. */
    public static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The assets that are ours, with their names relative to the folder: those that pages of this edition share, whole,
     * and recordings whose content is what their name says.
     */
    public static SortedMap<String, Path> assets(Path folder) throws IOException {
        var ours = new TreeMap<String, Path>();
        for (var name : List.of(SearchIndex.FILE, Shelf.FILE)) {
            take(ours, folder, name, isFile(folder.resolve(name)));
        }
        for (var asset : Assets.expected().entrySet()) {
            Path file = folder.resolve(asset.getKey());
            take(ours, folder, asset.getKey(), isFile(file) && Assets.isThere(file, asset.getValue()));
        }
        Path recordings = folder.resolve(Assets.RECORDINGS);
        if (Files.isDirectory(recordings, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.list(recordings)) {
                for (Path file : files.filter(BookFiles::isFile).toList()) {
                    var name = RECORDING.matcher(file.getFileName().toString());
                    take(ours, folder, Assets.RECORDINGS + "/" + file.getFileName(),
                            name.matches() && Assets.checksum(Files.readAllBytes(file)).equals(name.group(1)));
                }
            }
        }
        return ours;
    }

    private static void take(SortedMap<String, Path> ours, Path folder, String name, boolean isOurs) {
        if (isOurs) {
            ours.put(name, folder.resolve(name));
        }
    }
}
