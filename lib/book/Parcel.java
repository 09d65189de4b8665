package lib.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lib.page.AtomicFile;

/**
 * The book in one file, to be sent: the pages and what they need, nothing else that lies in the folder. The same book gives
 * the same bytes.
 */
final class Parcel {

    private static final String TOP = "workbook/"; // unpacked, it is one folder
    private static final String ASSETS = "assets";
    private static final int OURS = 2_000_000; // bytes; a longer file is a library, and names no other
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0); // the earliest a zip can say

    private Parcel() {}

    /**
     * Packs the pages of that folder.
     *
     * @param stems the pages' names without .html; those that are not there are left out
     * @return the file
     * @throws IOException if it cannot be written; it is complete or absent
     */
    static Path pack(Path folder, Collection<String> stems, Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : contents(folder, stems).entrySet()) {
                var entry = new ZipEntry(TOP + each.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(each.getValue()));
            }
        }
        return AtomicFile.write(file, bytes.toByteArray());
    }

    /** The pages, and each asset whose name stands in one of them or in an asset that is taken: older editions stay behind. */
    private static SortedMap<String, Path> contents(Path folder, Collection<String> stems) throws IOException {
        var taken = new TreeMap<String, Path>();
        var toRead = new ArrayDeque<Path>();
        for (String stem : stems) {
            Path page = folder.resolve(stem + ".html");
            if (Files.isRegularFile(page)) {
                taken.put(stem + ".html", page);
                toRead.add(page);
            }
        }
        SortedMap<String, Path> assets = assets(folder);
        while (!toRead.isEmpty()) {
            Path next = toRead.remove();
            if (Files.size(next) > OURS || !next.toString().matches(".*\\.(html|css|js)")) {
                continue;
            }
            String text = Files.readString(next, StandardCharsets.UTF_8);
            assets.forEach((name, asset) -> {
                if (!taken.containsKey(name) && text.contains(asset.getFileName().toString())) {
                    taken.put(name, asset);
                    toRead.add(asset);
                }
            });
        }
        return taken;
    }

    private static SortedMap<String, Path> assets(Path folder) throws IOException {
        var assets = new TreeMap<String, Path>();
        try (var files = Files.walk(folder.resolve(ASSETS))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assets.put(folder.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return assets;
    }
}
