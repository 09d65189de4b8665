///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION The course to listen to: 23 segments on one page; --install takes other recordings
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//SOURCES ../narration/build/package-info.java
//MAIN PlayNarration
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions

import java.io.*;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import lib.io.UserFolder;
import lib.lesson.*;
import lib.lesson.Console;
import lib.narration.*;
import lib.page.NarrationPage;
import narration.build.Recorder;
import narration.build.Voice;
import picocli.CommandLine.*;

/** Plays all segments, changes whose voice they have, or speaks them anew. */
@Command(name = "narration", mixinStandardHelpOptions = true, abbreviateSynopsis = true, sortOptions = false,
        description = "The course to listen to, on one page. Lesson pages have their own segments.",
        footer = "%n" + Console.EXIT_STATUSES)
class PlayNarration implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out",
            description = "Folder for the page and its assets (${DEFAULT-VALUE}).")
    Path out;

    @Option(names = "--open", negatable = true,
            description = "Open the page in a browser, or do not. Without either, it opens for a person at a desktop.")
    Boolean open;

    @ArgGroup
    Change change = new Change();

    static class Change {

        @Option(names = "--install", paramLabel = "PACK",
                description = "Hear these recordings from now on: a zip file, a folder, or an address.")
        String pack;

        @Option(names = "--remove", description = "Go back to the workbook's own recordings.")
        boolean remove;

        @Option(names = "--build",
                description = "Speak the texts of narration/ again, where they or the lexicon have changed.")
        boolean build;
    }

    @Option(names = "--voice", paramLabel = "NAME", defaultValue = "festival",
            description = "The program that speaks, for --build: festival, flite, espeak-ng (${DEFAULT-VALUE}).")
    String voice;

    final Console console = Console.ofProcess();
    final PrintWriter say = console.out();

    @Override
    public Integer call() throws IOException {
        var installed = PackStore.in(UserFolder.path());
        if (change.build) {
            Recorder.in(Recorder.folder(Path.of(""))).speak(Voice.named(voice), say);
            return 0;
        }
        if (change.remove) {
            say.println(installed.remove() ? "The workbook's own recordings are back."
                    : "No pack is installed: the workbook's own recordings play.");
            return 0;
        }
        if (change.pack != null) {
            Pack pack;
            try (var bar = Progress.of("kB downloaded", -1)) {
                pack = Pack.install(change.pack, installed, Duration.ofSeconds(30), bytes -> bar.to(bytes / 1000));
            }
            say.println("Installed " + pack.replaced().size() + " of " + SegmentIndex.ENTRIES.size() + " segments.");
            pack.spread().forEach(stem -> say.println("  " + stem
                    + " came without captions: its sentences are spread over the recording"));
            say.println("Pages written from now on play them. Back: " + lib.page.Command.here("narration", "--remove"));
            return 0;
        }
        var source = Narration.in(UserFolder.path());
        var narration = source.all();
        var damaged = source.damaged();
        int packed = installed.stems().size() - damaged.size();
        Path page = new NarrationPage(narration).write(out);
        say.println("Loaded " + narration.size() + " narration segments"
                + (packed == 0 ? "" : ", " + packed + " of them from the pack you installed"));
        damaged.forEach(stem -> say.println("  " + stem
                + " of your pack is damaged, so the workbook's own plays: install the pack again"));
        say.println();
        say.println(page);
        console.open(page, open);
        return 0;
    }

    public static void main(String... args) {
        var narration = new PlayNarration();
        System.exit(narration.console.call(narration, () -> narration.out, args));
    }
}
