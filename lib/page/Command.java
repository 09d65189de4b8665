package lib.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commands to be pasted as they stand: with the JBang that runs this process, from the folder where the person stands.
 * The workbook's launcher says in JBANG_LAUNCH_CMD where it is, and in WORKBOOK_CATALOG which catalog on the web was
 * named after the @; where neither is said it was a JBang on the PATH.
 */
public record Command(Map<String, String> environment, Path here) {

    private static final Command OURS = new Command(System.getenv(), Path.of("").toAbsolutePath());

    /** A command for the terminal, from the folder where this process was started. */
    public static String here(String alias, String... arguments) {
        return OURS.line(alias, arguments);
    }

    /** A command for a page, which is read elsewhere: from the workbook's own folder. */
    public static String onPage(String alias, String... arguments) {
        return OURS.line(onPages(), alias, List.of(arguments));
    }

    /** How a command on a page begins: "./jbang " or "jbang ". */
    static String onPages() {
        return OURS.path().isEmpty() ? "jbang" : "./jbang";
    }

    /** A command for the terminal, in one line, each word as a shell takes it. */
    public String line(String alias, String... arguments) {
        return line(launcher(), alias, List.of(arguments));
    }

    private String line(String launcher, String alias, List<String> arguments) {
        String catalog = environment.getOrDefault("WORKBOOK_CATALOG", "");
        List<String> words = new ArrayList<>(List.of(launcher, catalog.isEmpty() ? alias : alias + "@" + catalog));
        words.addAll(arguments);
        return words.stream().map(Command::quoted).collect(Collectors.joining(" "));
    }

    /**
     * The JBang that runs this process: ./jbang or ../jbang where it is near, its full path, or the one on the PATH.
     */
    String launcher() {
        String path = path();
        if (path.isEmpty()) {
            return "jbang";
        }
        Path launcher = Path.of(path).toAbsolutePath().normalize();
        Path from = here.toAbsolutePath().normalize();
        long up = launcher.getRoot().equals(from.getRoot()) ? stepsUp(from.relativize(launcher)) : Long.MAX_VALUE;
        String near = up > 2 ? launcher.toString() : from.relativize(launcher).toString();
        return (up == 0 ? "./" + near : near).replace('\\', '/');
    }

    private String path() {
        String path = environment.getOrDefault("JBANG_LAUNCH_CMD", "");
        return path.matches(".*[/\\\\].*") ? path : ""; // a bare name is looked up on the PATH
    }

    private static long stepsUp(Path relative) {
        return Stream.iterate(0, k -> k + 1).limit(relative.getNameCount())
                .filter(k -> relative.getName(k).toString().equals("..")).count();
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./~@:,+=%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
