package lib.lesson;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lib.Workbook;
import lib.narration.Narration;
import lib.page.LessonContent;
import lib.page.LessonPage;
import lib.page.Outline;
import lib.sampling.DivergedException;
import lib.sampling.Shards;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** From a command line to an exit status: options, engine, lesson, files, browser, in that order. */
final class Runner {

    private static final Set<String> NOT_CONTENT = Set.of("--out", "--open", "--data");

    static {
        System.setProperty("jdk.console", "java.base"); // since JDK 22 a console is there even where nobody watches
    }

    private final Lesson.Script script;
    private final LessonOptions options = new LessonOptions();
    private final CommandLine command;
    private final PrintWriter out = utf8(FileDescriptor.out);
    private final PrintWriter err = utf8(FileDescriptor.err);
    private final Ansi ansi = Ansi.AUTO;

    Runner(Lesson.Script script) {
        this.script = script;
        this.command = new CommandLine(script).setOut(out).setErr(err);
        command.addMixin("lesson", options);
        command.getCommandSpec().usageMessage().customSynopsis("jbang " + alias() + " [OPTIONS]");
    }

    int execute(String... args) {
        try {
            ParseResult parsed = command.parseArgs(args);
            if (CommandLine.printHelpIfRequested(parsed)) {
                return 0;
            }
            Devices.requireName(options.device);
            Output output = Output.in(options.out);
            return teach(parsed, output) ? 0 : 1;
        } catch (ParameterException e) {
            return complain(Mistake.usage(e.getMessage(), "See jbang " + alias() + " --help."));
        } catch (IllegalArgumentException e) { // the library refuses a shape, a covariance, a number
            return complain(Mistake.usage(e.getMessage(), "See jbang " + alias() + " --help."));
        } catch (DivergedException e) {
            return complain(Mistake.failure(e.getMessage(), "Nothing was written. Choose with --step-size.", e));
        } catch (Shards.OutOfMemory e) {
            return complain(Mistake.failure(e.getMessage(), "Nothing was written, and nothing that was there is lost. Choose with --shard.", e));
        } catch (IOException e) {
            return complain(Output.mistake(options.out, e));
        } catch (UncheckedIOException e) {
            return complain(Output.mistake(options.out, e.getCause()));
        } catch (Mistake e) {
            return complain(e);
        }
    }

    private boolean teach(ParseResult parsed, Output output) throws IOException {
        var warm = WarmUp.start();
        Engine engine = PyTorch.engine();
        List<Device> devices = Devices.spread(options.device, Devices.here(engine), Runtime.getRuntime().availableProcessors());
        warm.join();
        var report = new Report(out, ansi);
        try (var lesson = new Lesson(engine, devices, options.seed, report)) {
            script.teach(lesson);
            out.println();
            lesson.checks().forEach(report::check);
            if (options.data) {
                for (var table : lesson.tables()) {
                    output.writeCsv(alias(), table);
                }
            }
            out.println();
            for (var extra : lesson.extras()) {
                out.println(extra.write(options.out, alias()));
            }
            Outline text = script.section().isEmpty() ? Outline.ofWorkbook() : Outline.parse(script.section());
            Path page = new LessonPage(new LessonContent(
                    alias(), lesson.exhibits(), report.lines(), lesson.checks(), source(), facts(parsed, devices.get(0))), text)
                    .narrated(Narration.in(PersonalFolder.path()).of(alias())).write(options.out);
            out.println(page);
            open(page);
            return lesson.checks().stream().allMatch(check -> check.passed());
        }
    }

    /** What the reader needs to get the same page again. */
    private Map<String, String> facts(ParseResult parsed, Device device) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Command", "jbang " + alias() + parsed.matchedOptions().stream()
                .filter(option -> !NOT_CONTENT.contains(option.longestName()))
                .map(Runner::asTyped).collect(Collectors.joining()));
        facts.put("Seed", Integer.toString(options.seed));
        facts.put("Device", device.toString().replace("()", ""));
        facts.put("Java", Integer.toString(Runtime.version().feature()));
        facts.put("DJL", Workbook.DJL_VERSION);
        facts.put("PyTorch", Workbook.PYTORCH_VERSION);
        return facts;
    }

    private static String asTyped(OptionSpec option) {
        return " " + option.longestName() + option.originalStringValues().stream()
                .map(value -> " " + value).distinct().collect(Collectors.joining());
    }

    /** The script's own text, which its //FILES line puts on the class path. */
    private String source() throws IOException {
        try (var in = script.getClass().getResourceAsStream("/" + alias() + ".java")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void open(Path page) {
        boolean wanted = options.open != null ? options.open : Browser.aPersonIsAtADesktop();
        if (wanted && !Browser.open(page)) {
            err.println("No browser could be started here; open " + page + " yourself.");
        }
    }

    private int complain(Mistake mistake) {
        out.flush();
        err.println(ansi.string("@|bold,red ✗|@ ") + mistake.getMessage());
        err.println("  " + mistake.remedy());
        return mistake.exitStatus();
    }

    private String alias() {
        return command.getCommandName();
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
