package lib.lesson;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.util.cuda.CudaUtils;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lib.page.UserError;

/** Turns --device into a DJL device that exists, or says what was found instead. */
public final class Devices {

    private static final Pattern NAME = Pattern.compile("auto|cpu|mps|gpu(?::(\\d{1,3}))?");

    private Devices() {}

    /** What a machine offers; tests inject their own. */
    public interface Machine {

        /** NVIDIA GPUs that the loaded PyTorch can use. */
        int gpus();

        /** Whether Apple's Metal backend can be asked for. */
        boolean mps();

        /** What was found, for a message, e.g. "no GPU (PyTorch 2.7.1, CPU build)". */
        String found();
    }

    /**
     * Refuses a name that no machine has, before an engine is loaded.
     *
     * @throws UserError with exit status 2
     */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw UserError.usage("--device " + name + " is not a device.", "Choose auto, cpu, gpu, gpu:K (gpu:0 is the first) or mps.");
        }
    }

    /**
     * The device of that name.
     *
     * @param name auto, cpu, gpu, gpu:K or mps; auto is the first GPU if there is one, else the CPU
     * @throws UserError with exit status 2 and what was found, where there is no such device
     */
    public static Device choose(String name, Machine machine) {
        requireName(name);
        Matcher matcher = NAME.matcher(name);
        matcher.matches();
        if (name.equals("cpu") || name.equals("auto") && machine.gpus() == 0) {
            return Device.cpu();
        }
        if (name.equals("mps")) {
            if (!machine.mps()) {
                throw missing(name, machine);
            }
            return Device.fromName("mps");
        }
        int index = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        if (index >= machine.gpus()) {
            throw missing(name, machine);
        }
        return Device.gpu(index);
    }

    /**
     * The devices that a run of very many chains is spread over, one worker each: all GPUs for auto and gpu, one for gpu:K
     * and mps, and the CPU once a processor.
     *
     * @throws UserError as {@link #choose} does
     */
    public static List<Device> spread(String name, Machine machine, int processors) {
        Device chosen = choose(name, machine);
        if (chosen.equals(Device.cpu())) {
            return Collections.nCopies(processors, chosen);
        }
        boolean all = name.equals("auto") || name.equals("gpu");
        return all ? IntStream.range(0, machine.gpus()).mapToObj(Device::gpu).toList() : List.of(chosen);
    }

    private static UserError missing(String name, Machine machine) {
        return UserError.usage(
                "--device %s: this machine has %s.".formatted(name, machine.found()),
                "Run with --device cpu, or leave the option out; README, \"GPU\", says what a GPU needs.");
    }

    /** This machine, as the engine and CUDA's own library see it. */
    public static Machine here(Engine engine) {
        boolean cuda = engine.hasCapability(StandardCapabilities.CUDA);
        int present = CudaUtils.getGpuCount();
        return new Machine() {
            @Override
            public int gpus() {
                return cuda ? present : 0;
            }

            @Override
            public boolean mps() {
                return PyTorch.platform().equals("osx-aarch64");
            }

            @Override
            public String found() {
                String build = "PyTorch " + engine.getVersion() + (cuda ? ", CUDA build" : ", CPU build");
                String gpus = present == 0 ? "no GPU" : present == 1 ? "1 GPU (gpu:0)" : present + " GPUs (gpu:0 to gpu:" + (present - 1) + ")";
                String reason = present > 0 && !cuda ? "; the CPU build cannot use it: set DJL_NATIVE to nothing for the CUDA build" : "";
                return gpus + " that CUDA sees, and " + build + reason;
            }
        };
    }
}
