package lib.lesson;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of every lesson, a picocli mixin. Their meanings are a contract: README, "Options of every lesson". */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = PyTorch.Versions.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        showDefaultValues = false,
        optionListHeading = "%nOptions:%n",
        descriptionHeading = "%n",
        footerHeading = "%n",
        footer = "Exit status: 0 done, 1 a check failed or a file could not be written, 2 wrong usage.")
final class LessonOptions {

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42",
            description = "Seed of every random draw; one seed, one result (${DEFAULT-VALUE}).")
    int seed;

    @Option(names = "--device", paramLabel = "NAME", defaultValue = "auto",
            description = "Where tensors live: auto, cpu, gpu, gpu:K, mps (${DEFAULT-VALUE}: a GPU if there is one).")
    String device;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out",
            description = "Folder for the page, its assets and the tables (${DEFAULT-VALUE}).")
    Path out;

    @Option(names = "--open", negatable = true,
            description = "Open the page in a browser, or do not. Without either, it opens for a person at a desktop.")
    Boolean open;

    @Option(names = "--data", description = "Write the tables as CSV too, into DIR/data.")
    boolean data;
}
