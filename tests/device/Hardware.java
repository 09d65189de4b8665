package tests.device;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * GPUs that are not there. Tensors live on the CPU and claim to live on {@code cuda:k} or {@code mps}; what PyTorch refuses
 * there is refused in its words, and what would cost time there is counted: kernels, and copies between host and device.
 *
 * <p>What it cannot show: another generator's numbers, another order of sums, memory that runs out, time.
 *
 * <p>Which arguments are tensors is known from the handles handed out: an address is never mistaken for a dimension.
 */
public final class Hardware {

    private static final int CPU = 0;
    private static final int CUDA = 1;
    private static final int MPS = 13;

    /** How many NVIDIA GPUs there are, whether Metal is, and which GPU is too old for this PyTorch, or -1. */
    static int gpus = Integer.getInteger("hardware.gpus", 0);
    static boolean metal = Boolean.getBoolean("hardware.mps");
    static int tooOld = Integer.getInteger("hardware.tooOld", -1);

    /** PyTorch's own methods, past the double; the class that {@link NativeDouble} writes sets it. */
    public static PyTorch pytorch;

    private static final AtomicLong KERNELS = new AtomicLong();
    private static final AtomicLong UPLOADS = new AtomicLong();
    private static final AtomicLong READS = new AtomicLong();
    private static final Map<Long, Place> LIVING = new ConcurrentHashMap<>();
    private static final Queue<ByteBuffer> MEMORY = new ConcurrentLinkedQueue<>(); // of tensors that were set: theirs for good

    /** No kernel runs for these: they answer from the host, or give another view of the same memory. */
    private static final Set<String> FREE = Set.of("torchSizes", "torchDType", "torchDevice", "torchLayout", "torchIsContiguous", "torchRequiresGrad",
            "torchGradFnName", "torchAttachGrad", "torchGrad", "torchDetachGrad", "torchEmpty", "torchGetItem", "torchIndex", "torchIndexAppendArray", "torchSlice",
            "torchExpand", "torchPermute", "torchTranspose", "torchUnsqueeze", "torchSqueeze", "torchSplit", "torchDiagonal", "torchViewAsReal", "torchViewAsComplex");

    /** Views where the memory lies in order, copies where not. */
    private static final Set<String> FREE_IN_ORDER = Set.of("torchReshape", "torchFlatten", "torchToContiguous");

    /** The host waits for their answer. */
    private static final Set<String> READING = Set.of("contentEqual", "torchMaskedSelect", "torchNonZeros", "torchUnique");

    /** Element by element: a CPU tensor of no dimension may stand beside tensors of a device, as a number. */
    private static final Set<String> ELEMENTWISE = Set.of("torchAdd", "torchSub", "torchMul", "torchTrueDivide", "torchRemainder", "torchPow", "torchAddi", "torchSubi",
            "torchMuli", "torchTrueDividei", "torchRemainderi", "torchPowi", "torchMaximum", "torchMinimum", "torchEq", "torchNeq", "torchGt", "torchGte", "torchLt",
            "torchLte", "torchWhere", "torchLogicalAnd", "torchLogicalOr", "torchLogicalXor", "torchAtan2", "torchXLogY", "torchMaskedPut", "torchIndexPut");

    private Hardware() {}

    /** Where a tensor claims to live: a device type of PyTorch and an ordinal. */
    record Place(int type, int ordinal) {
        @Override
        public String toString() {
            return type == CPU ? "cpu" : (type == CUDA ? "cuda:" : "mps:") + ordinal;
        }
    }

    /** The few methods that the double itself needs. */
    public interface PyTorch {
        long copy(long tensor);

        void delete(long tensor);

        int type(long tensor);

        boolean isInOrder(long tensor);

        long[] shape(long tensor);
    }

    /** The native method itself. */
    @FunctionalInterface
    public interface Native {
        Object call(Object... arguments);
    }

    /** What a stretch of work cost. */
    record Cost(long kernels, long uploads, long reads) {
        Cost minus(Cost before) {
            return new Cost(kernels - before.kernels, uploads - before.uploads, reads - before.reads);
        }
    }

    /** Kernels launched, copies from host to device, and from device to host, so far. */
    static Cost cost() {
        return new Cost(KERNELS.get(), UPLOADS.get(), READS.get());
    }

    /** Every call of the engine comes by here. */
    public static Object ask(String name, Native body, Object... arguments) {
        return switch (name) {
            case "torchShowConfig" -> showConfig(body, arguments);
            case "torchDeleteTensor" -> delete(body, arguments);
            case "torchDevice" -> device((Long) arguments[0]);
            case "torchFromBlob" -> fromBlob(body, arguments);
            case "torchTo" -> to(body, arguments);
            case "torchDataPtr", "torchDirectByteBuffer", "torchSet" -> onTheHost(name, body, arguments);
            default -> compute(name, body, arguments);
        };
    }

    @SuppressWarnings("unchecked")
    private static Object showConfig(Native body, Object[] arguments) {
        body.call(arguments);
        if (gpus > 0) {
            ((Set<String>) arguments[0]).add("CUDA");
        }
        return null;
    }

    private static Object delete(Native body, Object[] arguments) {
        LIVING.remove((Long) arguments[0]); // before: another thread may be given the address at once
        return body.call(arguments);
    }

    private static int[] device(Long handle) {
        Place place = LIVING.get(handle);
        return new int[] {place.type, place.type == CPU ? -1 : place.ordinal};
    }

    private static Object fromBlob(Native body, Object[] arguments) {
        Place place = place((int[]) arguments[4]);
        arguments[4] = new int[] {CPU, -1};
        if (place.type == CPU) {
            return living(body.call(arguments), place);
        }
        requireType(place, (int) arguments[2]);
        long borrowed = (long) body.call(arguments);
        UPLOADS.incrementAndGet();
        long own = pytorch.copy(borrowed); // the host's buffer may go
        pytorch.delete(borrowed);
        return living(own, place);
    }

    private static Object to(Native body, Object[] arguments) {
        Place from = LIVING.get((Long) arguments[0]);
        Place place = place((int[]) arguments[2]);
        requireType(place, (int) arguments[1]);
        if (place.type == CPU && from.type != CPU) {
            READS.incrementAndGet();
        } else if (place.type != CPU && from.type == CPU) {
            UPLOADS.incrementAndGet();
        } else if (place.type != CPU && (!place.equals(from) || pytorch.type((Long) arguments[0]) != (int) arguments[1])) {
            kernel(place);
        }
        arguments[2] = new int[] {CPU, -1};
        Object result = body.call(arguments);
        if (!place.equals(from) && pytorch.type((Long) arguments[0]) == (int) arguments[1]) { // on one device PyTorch gives the same memory: here it must not
            long own = pytorch.copy((long) result);
            pytorch.delete((long) result);
            result = own;
        }
        return living(result, place);
    }

    private static Object onTheHost(String name, Native body, Object[] arguments) {
        Place place = LIVING.get((Long) arguments[0]);
        if (place.type == CUDA && name.equals("torchSet")) {
            UPLOADS.incrementAndGet();
            var given = (ByteBuffer) arguments[1];
            var own = ByteBuffer.allocateDirect(given.capacity()).put(given.duplicate()).flip();
            MEMORY.add(own);
            return body.call(arguments[0], own);
        }
        if (place.type != CPU) {
            throw new IllegalStateException(name + " on " + place + " reads memory that the host does not have: the JVM would crash");
        }
        return body.call(arguments);
    }

    private static Object compute(String name, Native body, Object[] arguments) {
        Place place = null;
        for (int k = 0; k < arguments.length; k++) {
            if (arguments[k] instanceof int[] device) {
                place = place(device);
                arguments[k] = new int[] {CPU, -1};
            }
        }
        if (place == null) {
            place = common(name, tensors(arguments));
        }
        if (place.type != CPU && !FREE.contains(name) && !(FREE_IN_ORDER.contains(name) && pytorch.isInOrder((Long) arguments[0]))) {
            kernel(place);
            if (READING.contains(name)) {
                READS.incrementAndGet();
            }
        }
        Object result = body.call(arguments);
        if (name.startsWith("iValue") || name.startsWith("module") || name.equals("torchIndexInit") || name.equals("torchSizes")) {
            return result;
        }
        if (result instanceof Long handle && handle != 0) {
            requireType(place, pytorch.type(handle));
            return living(handle, place);
        }
        if (result instanceof long[] handles) {
            for (long handle : handles) {
                living(handle, place);
            }
        }
        return result;
    }

    private static List<Long> tensors(Object[] arguments) {
        List<Long> tensors = new ArrayList<>();
        for (Object each : arguments) {
            if (each instanceof Long handle && LIVING.containsKey(handle)) {
                tensors.add(handle);
            } else if (each instanceof long[] handles) {
                for (long handle : handles) {
                    if (LIVING.containsKey(handle)) {
                        tensors.add(handle);
                    }
                }
            }
        }
        return tensors;
    }

    private static Place common(String name, List<Long> tensors) {
        Place common = null;
        for (long tensor : tensors) {
            Place place = LIVING.get(tensor);
            boolean number = place.type == CPU && ELEMENTWISE.contains(name) && pytorch.shape(tensor).length == 0
                    && !(name.endsWith("i") && tensor == tensors.get(0));
            if (number && tensors.size() > 1) {
                continue;
            }
            if (common != null && !common.equals(place)) {
                throw new EngineException("Expected all tensors to be on the same device, but found at least two devices, %s and %s! (%s)".formatted(common, place, name));
            }
            common = place;
        }
        return common == null ? new Place(CPU, -1) : common;
    }

    private static Place place(int[] device) {
        if (device[0] == CUDA && (device[1] < 0 || device[1] >= gpus)) {
            throw new EngineException(gpus == 0 ? "PyTorch is not linked with support for cuda devices" : "CUDA error: invalid device ordinal");
        }
        if (device[0] == MPS && !metal) {
            throw new EngineException("PyTorch is not linked with support for mps devices");
        }
        return new Place(device[0], device[0] == MPS ? 0 : device[1]); // PyTorch calls its one mps device number 0, whatever it was asked for
    }

    private static void requireType(Place place, int type) {
        if (place.type == MPS && type == DataType.FLOAT64.ordinal()) {
            throw new EngineException("Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't support float64. Please use float32 instead.");
        }
    }

    private static void kernel(Place place) {
        if (place.type == CUDA && place.ordinal == tooOld) {
            throw new EngineException("CUDA error: no kernel image is available for execution on the device\nCUDA kernel errors might be asynchronously reported");
        }
        KERNELS.incrementAndGet();
    }

    private static Object living(Object handle, Place place) {
        LIVING.put((Long) handle, place);
        return handle;
    }
}
