package lib.lesson;

import java.io.IOException;
import java.nio.file.Path;
import lib.io.UserError;
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
        footer = Console.EXIT_STATUSES)
public final class LessonOptions {

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", converter = Arguments.Seed.class,
            description = "Seed of every random draw; one seed, one result (${DEFAULT-VALUE}).")
    public int seed;

    @Option(names = "--device", paramLabel = "NAME", defaultValue = "auto",
            description = "Where tensors live: auto, cpu, gpu, gpu:K, mps "
                    + "(${DEFAULT-VALUE}: the CPU, for gpu-chains and bench the GPUs there are).")
    public String device;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out",
            description = "Folder for the page, its assets and the tables (${DEFAULT-VALUE}).")
    public Path out;

    @Option(names = "--open", negatable = true,
            description = "Open the page in a browser, or do not. Without either, it opens for a person at a desktop.")
    public Boolean open;

    @Option(names = "--data", description = "Write the tables as CSV too, into DIR/data.")
    public boolean data;

    /**
     * Refuses, before any work is done, a device that has no such name and a folder that cannot be written to.
     *
     * @throws UserError with exit status 2 for the device
     * @throws IOException for the folder
     */
    public void check() throws IOException {
        Devices.requireName(device);
        Output.in(out);
    }
}
