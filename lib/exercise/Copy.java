package lib.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lib.Workbook;
import lib.io.AtomicFile;
import lib.io.UserError;
import lib.lesson.Output;

/**
 * An exercise outside the workbook: the script, and beside it {@code workbook.jar}, the library as this very process
 * has it. The script's one //DEPS line becomes that jar and the library's own //DEPS lines, so that JBang runs it from
 * there whether the workbook came from a clone or over the network, and offline once it has run.
 */
final class Copy {

    static final String LIBRARY = "//DEPS ../lib/Workbook.java";

    private Copy() {}

    /** Writes the copy and says how to run it. A script that is there already is somebody's work: it stays. */
    static String write(Source source, Path folder) {
        Path script = folder.resolve(source.name());
        if (Files.exists(script, LinkOption.NOFOLLOW_LINKS)) { // a link that leads nowhere is in the way too
            throw UserError.usage(script + " is there already, perhaps with your work in it.", "Choose another folder, or move that file away.");
        }
        try {
            Path jar = Path.of(Workbook.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            String directives = text("/Workbook.java");
            if (!Files.isRegularFile(jar) || directives.isEmpty() || source.lines().isEmpty()) {
                throw UserError.failure("This copy of the workbook cannot be copied: its library is not a jar.",
                        "Run the exercise through JBang: jbang " + source.name() + " --copy " + quoted(folder), null);
            }
            AtomicFile.write(folder.resolve("workbook.jar"), Files.readAllBytes(jar));
            AtomicFile.write(script, String.join("\n", lines(source, directives)) + "\n");
            return """
                    %s
                      Open it in an editor, fill the three blanks, and run it there:
                        jbang %s""".formatted(script, quoted(script));
        } catch (IOException e) {
            throw Output.mistake("--copy", folder, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A path as a shell takes it. */
    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./\\\\:+,@%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** The script's lines with the library's directives in place of its source. */
    static List<String> lines(Source source, String directives) {
        var lines = new ArrayList<String>();
        for (String line : source.lines()) {
            if (line.equals(LIBRARY)) {
                lines.add("//DEPS workbook.jar");
                directives.lines().filter(directive -> directive.startsWith("//DEPS ") || directive.startsWith("//RUNTIME_OPTIONS ")).forEach(lines::add);
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Copy.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
