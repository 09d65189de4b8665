package lib.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lib.io.AtomicFile;
import lib.io.UserError;

/**
 * A Maven project around the workbook's own files, for editors: links to library, scripts and tests, and a pom.xml with
 * what their //DEPS lines name. JBang does not read it; deleting its folder loses nothing.
 */
public final class MavenProject {

    private static final Pattern DEPENDENCY =
            Pattern.compile("(?m)^//DEPS ([^:\\s/]+):([^:\\s]+):([^:@\\s]+)(?::([^@\\s]+))?(@fatjar)?$");

    private final Path root;

    private MavenProject(Path root) {
        this.root = root;
    }

    /**
     * For the clone in a folder or above it.
     *
     * @throws UserError where there is none
     */
    public static MavenProject in(Path folder) {
        return new MavenProject(Clone.root(folder));
    }

    /**
     * Writes the project into the clone's folder {@code ide}, or brings it up to date.
     *
     * @param nativeLibrary the coordinate of PyTorch's native jar for this machine
     * @return the pom.xml
     */
    public Path write(String nativeLibrary) throws IOException {
        Path ide = root.resolve("ide");
        link(ide.resolve("src/main/java/lib"), root.resolve("lib"));
        link(ide.resolve("src/main/java/narration/build"), root.resolve("narration/build"));
        link(ide.resolve("src/main/scripts"), root.resolve("scripts"));
        link(ide.resolve("src/test/java/tests"), root.resolve("tests"));
        String library = Files.readString(root.resolve("lib/Workbook.java"));
        String tests = Files.readString(root.resolve("tests/AllTests.java"));
        String dependencies = Stream.of(
                dependencies(library, "compile"),
                dependencies("//DEPS " + nativeLibrary, "runtime"),
                dependencies(tests, "test")).collect(Collectors.joining());
        try (InputStream in = MavenProject.class.getResourceAsStream("pom.xml.txt")) {
            String pom = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return AtomicFile.write(ide.resolve("pom.xml"),
                    pom.replace("{dependencies}", dependencies.stripTrailing()));
        }
    }

    /** The //DEPS lines of a source as Maven writes them. */
    private static String dependencies(String source, String scope) {
        return DEPENDENCY.matcher(source).results().map(found -> {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("groupId", found.group(1));
            parts.put("artifactId", found.group(2));
            parts.put("version", found.group(3));
            parts.put("classifier", found.group(4));
            parts.put("scope", scope);
            String lines = parts.entrySet().stream().filter(part -> part.getValue() != null)
                    .map(part -> "      <" + part.getKey() + ">" + part.getValue() + "</" + part.getKey() + ">\n")
                    .collect(Collectors.joining());
            String alone = found.group(5) == null ? ""
                    : "      <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>"
                    + "</exclusions>\n";
            return "    <dependency>\n" + lines + alone + "    </dependency>\n";
        }).collect(Collectors.joining());
    }

    /** A link to a folder; where a system has none for everybody (Windows), what Windows has instead. */
    private static void link(Path link, Path folder) throws IOException {
        if (Files.exists(link) && Files.isSameFile(link, folder)) {
            return;
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw UserError.failure(link + " is in the way of a link to " + folder + ".",
                    "Move it away, and run this again.");
        }
        Files.createDirectories(link.getParent());
        Path target = link.getParent().toRealPath().relativize(folder.toRealPath());
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            junction(link, folder, e);
        }
    }

    private static void junction(Path link, Path folder, Exception refusal) throws IOException {
        try {
            var command = List.of("cmd", "/c", "mklink", "/J", link.toString(), folder.toString());
            if (new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            refusal.addSuppressed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw UserError.failure("No link to " + folder + " could be made at " + link + ": " + refusal.getMessage()
                + ".",
                "Make that link yourself, and run this again.", refusal);
    }
}
