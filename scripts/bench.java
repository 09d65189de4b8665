///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION How fast the sampler is, beside the notebook's own code where Python has PyTorch
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES bench.java
//MAIN Bench
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import static java.lang.Math.*;

import ai.djl.Device;
import java.util.*;
import java.util.stream.Stream;
import lib.bench.*;
import lib.bench.Scoreboard.Timing;
import lib.chart.*;
import lib.lesson.*;
import lib.page.View;
import picocli.CommandLine.*;

/** Both sides run in turn, round after round, so that a busy machine slows both; the medians are compared. */
@Command(name = "bench",
        description = "Microseconds a step of the sampler, beside the notebook's code where Python has PyTorch.")
class Bench implements Lesson.Script {

    @Option(names = "--scores", split = ",", paramLabel = "NAME", defaultValue = "gaussian,mixture,double-well",
            description = "Which scores (${DEFAULT-VALUE}).")
    List<String> scores;

    @Option(names = "--sizes", split = ",", paramLabel = "N", defaultValue = "1000,100000,1000000,10000000",
            description = "How many chains (${DEFAULT-VALUE}).")
    List<Integer> sizes;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5",
            description = "How often each is measured; the median counts (${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--python", paramLabel = "PATH",
            description = "The Python to compare with: the first that has PyTorch of python3 and /usr/bin/python3.")
    String python;

    private final Scoreboard scoreboard = new Scoreboard();

    @Override
    public boolean fillsGpus() {
        return true;
    }

    @Override
    public void teach(Lesson lesson) {
        Lesson.require(rounds > 0 && rounds <= 1000, "--rounds is from 1 to 1000, not " + rounds + ".",
                "Try --rounds 5.");
        Lesson.require(sizes.stream().allMatch(n -> n > 0 && n <= 100_000_000),
                "--sizes are from 1 to 100000000, not " + sizes + ".", "Try --sizes 1000,1000000.");
        var contestants = scores.stream().distinct().map(Contestant::named).toList();
        Device device = lesson.devices().get(0);
        String asPyTorchSays = device.isGpu() ? "cuda:" + device.getDeviceId() : device.getDeviceType();
        try (var notebook = Notebook.in(python, asPyTorchSays).orElse(null)) {
            lesson.value("library", "Langevin in Shards on %s", Survey.devices(lesson.devices()));
            lesson.value("notebook", "%s", notebook == null
                    ? "no Python with PyTorch; --python PATH names one" : notebook.version());
            if (notebook != null && !notebook.device().equals(asPyTorchSays)) {
                lesson.say("PyTorch in this Python has no %s: its times are the CPU's, not like ours.", asPyTorchSays);
            }
            lesson.print("%n%s", Scoreboard.heading());
            for (Contestant score : contestants) {
                score.warmUp(lesson);
                for (int chains : sizes) {
                    lesson.print("%s", measure(lesson, score, chains, notebook));
                }
            }
        }
        lesson.keep(scoreboard.table());
        lesson.figure("Time of one chain for one step", contestants.stream()
                .map(score -> new View(score.title(), Chart.of(scoreboard.panel(score)).figure())).toList(),
                "Nanoseconds for one chain to take one step: gold, the library; blue squares, the notebook's code. "
                + "A flat line scales.");
    }

    private String measure(Lesson lesson, Contestant score, int chains, Notebook notebook) {
        int steps = max(20, min(5000, 50_000_000 / chains));
        int fewer = max(5, min(2000, 20_000_000 / chains)); // enough for Python's time a step to settle
        var ours = new ArrayList<Timing>();
        var theirs = new ArrayList<Timing>();
        var bar = lesson.progressOf("rounds of " + chains + " chains", rounds);
        for (int round = 0; round < rounds; round++) {
            bar.to(round);
            ours.add(score.time(lesson, chains, steps));
            theirs.add(notebook == null ? new Timing(Double.NaN, Double.NaN)
                    : notebook.time(score.alias(), chains, fewer));
        }
        bar.close();
        return scoreboard.add(score, chains, Timing.median(ours), Timing.median(theirs));
    }

    @Override
    public String section() {
        return """
                # Measure

                <a id="bench"></a>

                ## How fast the sampler is

                > Does a chain cost the same among a thousand chains as among ten million?

                <!-- figure -->

                The library runs as a user of it would: `Langevin` in `Shards`, with each shard's own noise. The \
                notebook's code runs in a Python
                process. Both take turns, and the numbers are medians of wall time. Other programs on the machine \
                disturb them;
                `out/data/bench.table.csv` has the processor time too.

                """ + scoreboard.markdown();
    }

    public static void main(String... args) {
        Lesson.run(new Bench(), Stream.concat(Stream.of(args),
                Stream.of("--data").filter(data -> !List.of(args).contains(data))).toArray(String[]::new));
    }
}
