package lib.lesson;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lib.io.UserError;

/** Turns --device into a DJL device that works, or says what was found instead. */
public final class Devices {

    /**
     * Apple's Metal. PyTorch calls its one device number 0: with DJL's own name for it, mps without a number, each
     * array seems to lie elsewhere.
     */
    public static final Device MPS = Device.of("mps", 0);

    private static final String NO_SUCH_GPU = "there is no such GPU";
    private static final Pattern NAME = Pattern.compile("auto|cpu|mps|gpu(?::(\\d{1,3}))?");

    private Devices() {}

    /** What a machine offers; tests inject their own. */
    public interface Machine {

        /** NVIDIA GPUs that there may be: gpu:0 to one less. */
        int gpus();

        /** Why the loaded PyTorch cannot compute there, as a sentence without its full stop; empty where it can. */
        Optional<String> refusal(Device device);

        /**
         * What was found, for a message: "no GPU that NVIDIA's driver names, and PyTorch 2.7.1, CPU build." and what
         * else is known.
         */
        String found();
    }

    /**
     * Refuses a name that no machine has, before an engine is loaded.
     *
     * @throws UserError with exit status 2
     */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw UserError.usage("--device " + name + " is not a device.",
                    "Choose auto, cpu, gpu, gpu:K (gpu:0 is the first) or mps.");
        }
    }

    /** A device's name, as --device takes it. */
    public static String name(Device device) {
        return device.isGpu() ? "gpu:" + device.getDeviceId() : device.getDeviceType();
    }

    /**
     * The device of that name.
     *
     * @param name auto, cpu, gpu, gpu:K or mps; auto is the first GPU that works if there is one, else the CPU
     * @throws UserError with exit status 2 and what was found, where there is no such device
     */
    public static Device choose(String name, Machine machine) {
        return spread(name, machine, 1).get(0);
    }

    /**
     * The devices that a run of very many chains is spread over, one worker each: all GPUs that work for auto and gpu,
     * one for gpu:K and mps, and the CPU once a processor.
     *
     * @throws UserError as {@link #choose} does
     */
    public static List<Device> spread(String name, Machine machine, int processors) {
        requireName(name);
        Matcher matcher = NAME.matcher(name);
        matcher.matches();
        List<Device> wanted = name.equals("cpu") ? List.of() : name.equals("mps") ? List.of(MPS)
                : matcher.group(1) != null ? List.of(Device.gpu(Integer.parseInt(matcher.group(1))))
                : IntStream.range(0, machine.gpus()).mapToObj(Device::gpu).toList();
        List<Device> working = wanted.stream().filter(device -> machine.refusal(device).isEmpty()).toList();
        if (!working.isEmpty()) {
            return working;
        }
        if (name.equals("cpu") || name.equals("auto")) {
            return Collections.nCopies(processors, Device.cpu());
        }
        throw UserError.usage("--device %s: this machine has %s".formatted(name, machine.found()),
                "Run with --device cpu, or leave the option out; README, \"GPU\", says what a GPU needs.");
    }

    /**
     * This machine, as the loaded engine and NVIDIA's driver see it.
     *
     * @param found sentences on why GPUs are not used, so far and from now on
     */
    static Machine here(Engine engine, List<String> found) {
        boolean cuda = engine.hasCapability(StandardCapabilities.CUDA);
        return new Machine() {
            private final Map<Device, Optional<String>> asked = new HashMap<>();

            @Override
            public int gpus() {
                int present = Nvidia.here().gpus().size();
                return !cuda ? 0 : present > 0 ? present : counted();
            }

            /** Without the driver's word: as far as PyTorch counts. */
            private int counted() {
                int count = 0;
                while (!ask(Device.gpu(count)).equals(Optional.of(NO_SUCH_GPU))) {
                    count++;
                }
                return count;
            }

            @Override
            public Optional<String> refusal(Device device) {
                return asked.computeIfAbsent(device, each -> {
                    Optional<String> refusal = ask(each);
                    refusal.ifPresent(reason -> found.add(name(each) + " is not used: " + reason + "."));
                    return refusal;
                });
            }

            private Optional<String> ask(Device device) {
                if (device.isGpu() && !cuda) {
                    return Optional.of("PyTorch is the CPU build");
                }
                try (NDManager nd = engine.newBaseManager(device); NDArray one = nd.ones(new Shape(1))) {
                    one.addi(one).toFloatArray(); // an answer, so that the device has really computed
                    return Optional.empty();
                } catch (EngineException e) {
                    return Optional.of(words(e, device));
                }
            }

            @Override
            public String found() {
                int present = Nvidia.here().gpus().size();
                String gpus = present == 0 ? "no GPU" : present == 1 ? "1 GPU (gpu:0)"
                        : present + " GPUs (gpu:0 to gpu:" + (present - 1) + ")";
                return gpus + " that NVIDIA's driver names, and PyTorch " + engine.getVersion()
                        + (cuda ? ", CUDA build." : ", CPU build.")
                        + found.stream().map(" "::concat).collect(Collectors.joining());
            }
        };
    }

    /** What PyTorch says of a device that it cannot use, for a person. */
    static String words(EngineException e, Device device) {
        String said = String.valueOf(e.getMessage());
        return said.contains("invalid device ordinal") ? NO_SUCH_GPU
                : said.contains("no kernel image")
                ? "it is too old for this PyTorch, which has kernels from compute capability 7.5 on"
                : said.contains("out of memory") ? "its memory is full; nvidia-smi shows of what"
                : said.contains("driver version is insufficient") ? "its driver is too old for this PyTorch"
                : device.equals(MPS) && !PyTorch.platform().equals("osx-aarch64")
                        ? "Metal is on Macs with Apple silicon"
                : said.lines().findFirst().orElse(said);
    }
}
