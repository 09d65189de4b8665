package lib.narration;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import lib.io.AtomicFile;
import lib.io.Leftovers;

/**
 * The pack of recordings that a person has installed: a folder, and a file {@code current} that names it. That one file
 * is the switch, replaced in a single move, so that a lesson which runs meanwhile sees the old pack or the new one.
 */
public final class PackStore {

    private static final String PART = ".part-";
    private static final ReentrantLock CHANGES = new ReentrantLock();

    private final Path home;

    private PackStore(Path home) {
        this.home = home;
    }

    /** The pack of the person whose data are in that folder. */
    public static PackStore in(Path personalFolder) {
        return new PackStore(personalFolder.resolve("narration"));
    }

    /** The pack's folder, if one is installed. */
    public Optional<Path> folder() {
        try {
            Path current = home.resolve("current");
            String name = Files.exists(current) ? Files.readString(current).strip() : "";
            return name.matches("[A-Za-z0-9-]+") && Files.isDirectory(home.resolve(name))
                    ? Optional.of(home.resolve(name)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // unreadable is as good as not there: the workbook's own recordings serve
        }
    }

    /** The segments that the pack replaces, in order. */
    public List<String> stems() {
        return folder().map(pack -> SegmentIndex.ENTRIES.stream().map(SegmentIndex.Entry::stem)
                .filter(stem -> Files.exists(pack.resolve(stem + ".mp3"))).toList()).orElse(List.of());
    }

    /**
     * A new folder, beside the packs, to unpack into; {@link #adopt} takes it, or whoever asked deletes it. Its name
     * says whose it is, so that no other installation takes it for one that was interrupted.
     */
    Path stage() throws IOException {
        Files.createDirectories(home);
        return Leftovers.note(Files.createTempDirectory(home, PART + ProcessHandle.current().pid() + "-"));
    }

    /**
     * Makes a staged folder the pack in use, and forgets the one before. Of two that come at once the later one stays,
     * whole.
     */
    void adopt(Path staged) throws IOException {
        String name = "pack-" + staged.getFileName().toString().substring(PART.length());
        alone(() -> {
            Files.move(staged, home.resolve(name));
            AtomicFile.write(home.resolve("current"), name + "\n");
            sweep(name);
            return true;
        });
    }

    /** Forgets the pack. @return whether there was one */
    public boolean remove() throws IOException {
        return Files.isDirectory(home) && alone(() -> {
            boolean there = folder().isPresent();
            Files.deleteIfExists(home.resolve("current"));
            sweep("");
            return there;
        });
    }

    private interface Change {
        boolean make() throws IOException;
    }

    /** One change at a time, of all threads and of all processes. */
    private boolean alone(Change change) throws IOException {
        CHANGES.lock(); // a file's lock is a process's: its threads would be refused
        try (var channel = FileChannel.open(home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            return change.make();
        } finally {
            CHANGES.unlock();
        }
    }

    /** Deletes every pack but one, and what an interrupted installation left. */
    private void sweep(String keep) throws IOException {
        try (var files = Files.list(home)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("pack-") && !name.equals(keep) || name.startsWith(PART) && isAbandoned(file)) {
                    Leftovers.delete(file);
                }
            }
        }
    }

    /**
     * Whether nobody works there any more: its process has ended, and, as that may run on another machine, an hour has
     * passed.
     */
    private static boolean isAbandoned(Path part) throws IOException {
        String[] words = part.getFileName().toString().substring(PART.length()).split("-", 2);
        boolean alive = words[0].matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(words[0])).isPresent();
        return !alive && Files.getLastModifiedTime(part).toInstant().isBefore(Instant.now().minus(Duration.ofHours(1)));
    }
}
