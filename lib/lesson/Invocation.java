package lib.lesson;

import ai.djl.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lib.Workbook;
import lib.page.Command;
import lib.page.LessonContent;
import lib.page.Outline;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A lesson with its command line: the script's own options and those of every lesson, and what the page says of them.
 */
final class Invocation {

    private static final Set<String> NOT_CONTENT = Set.of("--out", "--open", "--data");

    final Lesson.Script script;
    final LessonOptions options = new LessonOptions();
    final CommandLine command;
    private ParseResult parsed;

    Invocation(Lesson.Script script) {
        this.script = script;
        this.command = Arguments.of(script);
        command.addMixin("lesson", options);
        command.getCommandSpec().usageMessage().customSynopsis(Command.here(alias()) + " [OPTIONS]");
    }

    String alias() {
        return command.getCommandName();
    }

    /** Reads the arguments into the script's fields and {@link #options}. */
    ParseResult parse(String... args) {
        parsed = command.parseArgs(args);
        return parsed;
    }

    /** What the lesson's run puts on its page. */
    LessonContent content(Lesson lesson, Device device) {
        return new LessonContent(alias(), lesson.exhibits(), lesson.report().lines(), lesson.checks(),
                lesson.source().orElseGet(this::source), facts(device));
    }

    /** The text around it: lessons.md, or the script's own where it has one. */
    Outline text() {
        return script.section().isEmpty() ? Outline.ofWorkbook() : Outline.parse(script.section());
    }

    /** What the reader needs to get the same page again. */
    private Map<String, String> facts(Device device) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Command", Command.onPage(alias()) + parsed.matchedOptions().stream()
                .filter(option -> !NOT_CONTENT.contains(option.longestName()))
                .map(Invocation::asTyped).collect(Collectors.joining()));
        facts.put("Seed", Integer.toString(options.seed));
        facts.put("Device", Devices.name(device));
        facts.put("Java", Integer.toString(Runtime.version().feature()));
        facts.put("DJL", Workbook.DJL_VERSION);
        facts.put("PyTorch", Workbook.PYTORCH_VERSION);
        return facts;
    }

    private static String asTyped(OptionSpec option) {
        boolean flag = option.arity().max() == 0; // picocli says "true" where nothing was typed
        return " " + option.longestName() + (flag ? "" : option.originalStringValues().stream()
                .map(value -> " " + value).distinct().collect(Collectors.joining()));
    }

    /** The script's own text, which its //FILES line puts on the class path. */
    private String source() {
        try (var in = script.getClass().getResourceAsStream("/" + alias() + ".java")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
