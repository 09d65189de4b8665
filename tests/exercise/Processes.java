package tests.exercise;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The exercises as a person runs them. */
final class Processes {

    static final Path ROOT = root();

    private Processes() {}

    record Result(int status, String out, String err) {
        String both() {
            return "exit " + status + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    /** {@code ./jbang args} in a folder, with what is solved kept in another. */
    static Result jbang(Path folder, Path data, String... args) {
        try {
            var command = new ArrayList<>(List.of(ROOT.resolve("jbang").toString()));
            command.addAll(List.of(args));
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().put("WORKBOOK_DATA", data.toString());
            var process = builder.start();
            process.getOutputStream().close();
            var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String out = text(process.getInputStream());
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end: " + command);
            }
            return new Result(process.exitValue(), out, err.join().replaceAll("(?m)^\\[jbang].*\\R", ""));
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(java.io.InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jbang-catalog.json"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
