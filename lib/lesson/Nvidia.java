package lib.lesson;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What NVIDIA's driver says of this machine. Its own library is asked, which is there wherever a driver is; CUDA's
 * runtime, which DJL asks, is not. It counts as PyTorch does: CUDA_VISIBLE_DEVICES picks the GPUs and their order.
 *
 * @param isThere whether there is such a library
 * @param cuda the newest CUDA that the driver runs, 12080 for 12.8; 0 where it could not be asked
 * @param gpus what it offers
 * @param error the driver's own number for what went wrong, CUDA_ERROR_NO_DEVICE is 100; 0 for nothing
 * @see <a href="https://docs.nvidia.com/cuda/cuda-driver-api/">CUDA driver API</a>
 */
public record Nvidia(boolean isThere, int cuda, List<Gpu> gpus, int error) {

    /** No driver. */
    public static final Nvidia NONE = new Nvidia(false, 0, List.of(), 0);

    private static final String[] NAMES = System.getProperty("os.name").startsWith("Windows") ? new String[] {"nvcuda"}
            // WSL2 and Colab may not list theirs
            : new String[] {"libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1", "/usr/lib64-nvidia/libcuda.so.1"};
    private static final int MAJOR = 75; // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR
    private static final int MINOR = 76;

    /**
     * A GPU.
     *
     * @param name e.g. "NVIDIA A100-SXM4-40GB"
     * @param bytes its memory
     * @param capability its compute capability, 80 for 8.0
     */
    public record Gpu(String name, long bytes, int capability) {}

    /** How much of a GPU's memory is free, in bytes. */
    public record Memory(long free, long total) {}

    private static Nvidia here;

    /** This machine's driver, asked once. */
    public static synchronized Nvidia here() {
        if (here == null) {
            here = PyTorch.platform().startsWith("osx") ? NONE : ask(NAMES);
        }
        return here;
    }

    /** The first of these libraries that is there. */
    public static Nvidia ask(String... names) {
        for (String name : names) {
            try {
                return ask(NativeLibrary.getInstance(name));
            } catch (UnsatisfiedLinkError e) { // not there, or older than what is asked of it
                continue;
            }
        }
        return NONE;
    }

    private static Nvidia ask(NativeLibrary driver) {
        int[] cuda = new int[1];
        int[] count = new int[1];
        int error = call(driver, "cuDriverGetVersion", (Object) cuda);
        error = error != 0 ? error : call(driver, "cuInit", 0);
        error = error != 0 ? error : call(driver, "cuDeviceGetCount", (Object) count);
        List<Gpu> gpus = new ArrayList<>();
        for (int k = 0; error == 0 && k < count[0]; k++) {
            gpus.add(gpu(driver, k));
        }
        return new Nvidia(true, cuda[0], List.copyOf(gpus), error);
    }

    private static Gpu gpu(NativeLibrary driver, int ordinal) {
        int device = device(driver, ordinal);
        byte[] name = new byte[128];
        long[] bytes = new long[1];
        int[] major = new int[1];
        int[] minor = new int[1];
        call(driver, "cuDeviceGetName", name, name.length, device);
        call(driver, "cuDeviceTotalMem_v2", bytes, device);
        call(driver, "cuDeviceGetAttribute", major, MAJOR, device);
        call(driver, "cuDeviceGetAttribute", minor, MINOR, device);
        return new Gpu(new String(name, StandardCharsets.UTF_8).split("\0", 2)[0], bytes[0], 10 * major[0] + minor[0]);
    }

    /** The memory of a GPU that PyTorch has in use, or zeros where the driver does not say. */
    public static Memory memory(int ordinal) {
        for (String name : NAMES) {
            try {
                return memory(NativeLibrary.getInstance(name), ordinal);
            } catch (UnsatisfiedLinkError e) {
                continue;
            }
        }
        return new Memory(0, 0);
    }

    private static Memory memory(NativeLibrary driver, int ordinal) {
        int device = device(driver, ordinal);
        long[] free = new long[1];
        long[] total = new long[1];
        var context = new PointerByReference(); // the one that PyTorch uses: no second is made
        if (call(driver, "cuDevicePrimaryCtxRetain", context, device) == 0) {
            call(driver, "cuCtxPushCurrent_v2", context.getValue());
            call(driver, "cuMemGetInfo_v2", free, total);
            call(driver, "cuCtxPopCurrent_v2", new PointerByReference());
            call(driver, "cuDevicePrimaryCtxRelease_v2", device);
        }
        return new Memory(free[0], total[0]);
    }

    private static int device(NativeLibrary driver, int ordinal) {
        int[] device = new int[1];
        call(driver, "cuDeviceGet", device, ordinal);
        return device[0];
    }

    private static int call(NativeLibrary driver, String name, Object... arguments) {
        Function function = driver.getFunction(name);
        return function.invokeInt(arguments);
    }
}
