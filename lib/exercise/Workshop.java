package lib.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lib.io.UserError;
import lib.page.Command;

/** The exercises in a folder: what is solved, and a check at every save. */
public final class Workshop {

    private static final long LOOK_EVERY = 300; // ms; a poll serves every file system, over a network too

    private final Path folder; // null where there are no scripts: then those on the class path are listed
    private final Solved solved;

    private Workshop(Path folder, Solved solved) {
        this.folder = folder;
        this.solved = solved;
    }

    /** The exercises in that folder; without one, in this folder, or in scripts/ here or above. */
    public static Workshop in(Path folder) {
        if (folder != null && Arrays.stream(Exercise.values()).noneMatch(exercise -> Files.exists(folder.resolve(exercise.alias + ".java")))) {
            throw UserError.usage("There is no exercise in --in " + folder + (Files.isDirectory(folder) ? "." : ": there is no such folder."),
                    "Make a copy first: jbang langevin-1d --copy DIR, then --in DIR.");
        }
        return new Workshop(folder != null ? folder : find(Path.of("").toAbsolutePath()), Solved.ofThisPerson());
    }

    static Workshop in(Path folder, Path data) {
        return new Workshop(folder, Solved.in(data));
    }

    private static Path find(Path from) {
        for (Path here = from; here != null; here = here.getParent()) {
            for (Path candidate : List.of(here, here.resolve("scripts"))) {
                if (Files.exists(candidate.resolve(Exercise.LANGEVIN_1D.alias + ".java"))) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** One line an exercise. */
    public List<String> list() {
        var lines = new ArrayList<String>();
        for (Exercise exercise : here()) {
            Standing standing = standing(exercise);
            lines.add("  %s %-12s %-28s %s".formatted(standing.solved() ? "✓" : "·", exercise.alias, standing.words(), exercise.task).stripTrailing());
        }
        lines.add("");
        lines.add(next().map(exercise -> "Next: " + script(exercise).map(Path::toString).orElse(Command.here(exercise.alias, "--copy", "DIR")))
                .orElse("All solved."));
        return lines;
    }

    /** Says why that exercise does not compile. */
    public void explain(String alias) {
        Exercise.named(alias).flatMap(exercise -> NotJava.in(source(exercise), alias)).ifPresent(error -> {
            throw error;
        });
    }

    private Standing standing(Exercise exercise) {
        return Standing.of(exercise.alias, source(exercise), solved);
    }

    private Optional<Exercise> next() {
        return here().stream().filter(exercise -> !standing(exercise).solved()).findFirst();
    }

    /** Those that this folder has; without a folder, all. */
    private List<Exercise> here() {
        return Arrays.stream(Exercise.values()).filter(exercise -> folder == null || script(exercise).isPresent()).toList();
    }

    private Optional<Path> script(Exercise exercise) {
        return Optional.ofNullable(folder).map(path -> path.resolve(exercise.alias + ".java")).filter(Files::exists);
    }

    private Source source(Exercise exercise) {
        return script(exercise).map(path -> {
            try {
                return Source.of(path.getFileName().toString(), Files.readString(path));
            } catch (IOException e) {
                return Source.of(path.getFileName().toString(), "");
            }
        }).orElseGet(() -> Source.of(exercise.alias));
    }

    /**
     * Checks the first unsolved exercise now, and every exercise whenever its file is saved.
     *
     * @return 0 once all are solved; 2 where there is no script to watch
     */
    public int watch() throws IOException, InterruptedException {
        if (folder == null) {
            System.err.println("✗ There is no exercise in this folder or above it.\n  Make a copy first: jbang langevin-1d --copy DIR, then --in DIR.");
            return 2;
        }
        Map<Exercise, FileTime> seen = saved();
        Optional<Exercise> next = next();
        next.ifPresent(this::check);
        while ((next = wait(next)).isPresent()) {
            Thread.sleep(LOOK_EVERY);
            Map<Exercise, FileTime> now = saved();
            for (Exercise exercise : now.keySet()) {
                if (!now.get(exercise).equals(seen.get(exercise))) {
                    check(exercise);
                }
            }
            seen = now;
        }
        System.out.println("\nAll solved.");
        return 0;
    }

    /** Says what is waited for, where the next exercise is another than before. */
    private Optional<Exercise> wait(Optional<Exercise> before) {
        Optional<Exercise> next = next();
        if (!next.equals(before) && next.isPresent()) {
            System.out.println("\nNext: " + script(next.get()).map(Path::toString).orElse(next.get().alias));
        }
        return next;
    }

    private Map<Exercise, FileTime> saved() throws IOException {
        var times = new EnumMap<Exercise, FileTime>(Exercise.class);
        for (Exercise exercise : Exercise.values()) {
            Path script = folder.resolve(exercise.alias + ".java");
            if (Files.exists(script)) { // an editor may replace the file: for a moment it is not there
                times.put(exercise, Files.getLastModifiedTime(script));
            }
        }
        return times;
    }

    /** As a person would run it: a process of its own, which compiles what was saved. */
    private void check(Exercise exercise) {
        System.out.println("\n── " + exercise.alias + " ──");
        try {
            var process = new ProcessBuilder(command(exercise)).directory(root().toFile()).inheritIO();
            process.environment().put(Complaint.WATCHED, "1");
            process.start().waitFor();
            if (next().isPresent()) {
                System.out.println("\nWaiting for the next save of " + folder + " (Ctrl-C ends this).");
            }
        } catch (IOException e) {
            System.err.println("✗ JBang could not be started (" + e.getMessage() + ").\n  Put jbang on the PATH, or start this with ./jbang exercises --watch.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command, to be run in {@link #root}: by its alias in a clone, which starts faster, otherwise by its file. */
    List<String> command(Exercise exercise) {
        return List.of(launcher(), isClone() ? exercise.alias : exercise.alias + ".java", "--no-open");
    }

    Path root() {
        return isClone() ? folder.toAbsolutePath().getParent() : folder.toAbsolutePath();
    }

    private boolean isClone() {
        Path above = folder.toAbsolutePath().getParent();
        return above != null && folder.endsWith("scripts") && Files.exists(above.resolve("jbang-catalog.json"));
    }

    /** The JBang that runs this very process, where it says so; otherwise the clone's own, or the one on the PATH. */
    private String launcher() {
        String launcher = System.getenv("JBANG_LAUNCH_CMD");
        if (launcher != null && !launcher.isEmpty()) {
            return launcher.matches(".*[/\\\\].*") ? Path.of(launcher).toAbsolutePath().toString() : launcher;
        }
        Path own = root().resolve("jbang");
        return Files.isExecutable(own) && !Files.isDirectory(own) ? own.toString() : "jbang";
    }
}
