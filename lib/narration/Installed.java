package lib.narration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lib.page.AtomicFile;

/**
 * The pack of recordings that a person has installed: a folder, and a file {@code current} that names it. That one file is
 * the switch, replaced in a single move, so that a lesson which runs meanwhile sees the old pack or the new one.
 */
public final class Installed {

    private final Path home;

    private Installed(Path home) {
        this.home = home;
    }

    /** The pack of the person whose data are in that folder. */
    public static Installed in(Path personalFolder) {
        return new Installed(personalFolder.resolve("narration"));
    }

    /** The pack's folder, if one is installed. */
    public Optional<Path> folder() {
        try {
            Path current = home.resolve("current");
            String name = Files.exists(current) ? Files.readString(current).strip() : "";
            return name.matches("[A-Za-z0-9-]+") && Files.isDirectory(home.resolve(name)) ? Optional.of(home.resolve(name)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // unreadable is as good as not there: the workbook's own recordings serve
        }
    }

    /** The segments that the pack replaces, in order. */
    public List<String> stems() {
        return folder().map(pack -> Programme.ENTRIES.stream().map(Programme.Entry::stem)
                .filter(stem -> Files.exists(pack.resolve(stem + ".mp3"))).toList()).orElse(List.of());
    }

    /** A new folder, beside the packs, to unpack into; {@link #adopt} or {@link #discard} ends it. */
    Path stage() throws IOException {
        Files.createDirectories(home);
        return Files.createTempDirectory(home, ".part-");
    }

    /** Makes a staged folder the pack in use, and forgets the one before. */
    void adopt(Path staged) throws IOException {
        String name = "pack-" + staged.getFileName().toString().substring(".part-".length());
        Files.move(staged, home.resolve(name));
        AtomicFile.write(home.resolve("current"), name + "\n");
        sweep(name);
    }

    /** Forgets the pack. @return whether there was one */
    public boolean remove() throws IOException {
        boolean there = folder().isPresent();
        Files.deleteIfExists(home.resolve("current"));
        sweep("");
        return there;
    }

    /** Deletes every pack but one, and what an interrupted installation left. */
    private void sweep(String keep) throws IOException {
        if (Files.isDirectory(home)) {
            try (var folders = Files.list(home)) {
                for (Path folder : folders.filter(f -> f.getFileName().toString().matches("(pack|\\.part)-.*") && !f.endsWith(keep)).toList()) {
                    discard(folder);
                }
            }
        }
    }

    static void discard(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
