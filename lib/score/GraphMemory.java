package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtGradientCollector;
import ai.djl.pytorch.engine.PtNDArray;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps alive what the graph of a gradient reads: without it a score depends on Java's garbage collector.
 *
 * <p>DJL 0.36 makes the number of {@code x.div(2)} a tensor that lies on a direct buffer of Java's: {@code
 * PtNDArray.div(Number)} (PtNDArray.java, line 571) has it made by {@code JniUtils.createNdFromByteBuffer}
 * (JniUtils.java, line 153), whose {@code torchFromBlob} copies nothing, and closes it, where {@code close()} (line
 * 1742) lets the buffer go: {@code dataRef = null}. PyTorch's graph goes on holding the tensor for the backward pass,
 * nobody holds its memory, and once a collection has run the gradient is made of whatever lies there now. Nothing is
 * said.
 *
 * <p>Every array that DJL makes reports to the thread's innermost {@link NDScope}. Here that report is read as well,
 * and while a gradient is being recorded the buffer below the array is kept: in a region that {@link #keep} opens, and
 * on a watched thread while any {@link ai.djl.training.GradientCollector} is open. DJL has no door there, so this
 * reaches for four of its private fields, and says so at once where another version has others.
 */
public final class GraphMemory implements AutoCloseable {

    private static final ThreadLocal<Deque<NDScope>> SCOPES = scopes();
    private static final Field ARRAYS = field(NDScope.class, "resources");
    private static final Field BUFFER = field(PtNDArray.class, "dataRef");
    private static final AtomicBoolean COLLECTING =
            (AtomicBoolean) get(field(PtGradientCollector.class, "isCollecting"), null);

    private final List<ByteBuffer> buffers = new ArrayList<>();
    private int regions;
    private boolean nested;

    private GraphMemory() {}

    /**
     * Keeps, from here to the region's end, the memory of all that this thread makes; regions may lie in one another.
     */
    static GraphMemory keep() {
        GraphMemory memory = ofThisThread();
        memory.nested = memory.regions > 0;
        memory.regions++;
        return memory;
    }

    /** Whether the region opened last on this thread lies, or lay, in another. */
    boolean nested() {
        return nested;
    }

    /** Ends the innermost region. */
    @Override
    public void close() {
        if (--regions == 0) {
            buffers.clear();
        }
    }

    /**
     * Watches this thread: a gradient that is taken on it with DJL's own {@code GradientCollector} keeps its memory
     * too. What was kept is let go with the first array that is made once the collector is closed. A second call does
     * nothing.
     */
    public static void watchThisThread() {
        ofThisThread();
    }

    private static GraphMemory ofThisThread() {
        if (SCOPES.get() instanceof Scopes watched) {
            return watched.memory;
        }
        var watched = new Scopes(new GraphMemory());
        var open = SCOPES.get();
        SCOPES.set(watched);
        new NDScope(); // the outermost, which is never closed: arrays outside of all scopes report to it
        watched.outermost = false;
        watched.addAll(open);
        return watched.memory;
    }

    private void made(NDArray array) {
        if (regions > 0 || COLLECTING.get()) {
            if (array instanceof PtNDArray && get(BUFFER, array) instanceof ByteBuffer buffer) {
                buffers.add(buffer);
            }
        } else if (!buffers.isEmpty()) {
            buffers.clear();
        }
    }

    /** The scopes of a thread, each with {@link Arrays} for its own. */
    private static final class Scopes extends ArrayDeque<NDScope> {

        private static final long serialVersionUID = 1;

        private final transient GraphMemory memory;
        private boolean outermost = true;

        Scopes(GraphMemory memory) {
            this.memory = memory;
        }

        @Override
        public void addLast(NDScope scope) {
            var arrays = new Arrays(memory, outermost);
            arrays.putAll((IdentityHashMap<?, ?>) get(ARRAYS, scope));
            set(ARRAYS, scope, arrays);
            super.addLast(scope);
        }
    }

    /** The arrays that a scope closes; the outermost scope is not closed, and holds none. */
    private static final class Arrays extends IdentityHashMap<Object, Object> {

        private static final long serialVersionUID = 1;

        private final transient GraphMemory memory;
        private final boolean outermost;

        Arrays(GraphMemory memory, boolean outermost) {
            this.memory = memory;
            this.outermost = outermost;
        }

        @Override
        public Object put(Object array, Object same) {
            memory.made((NDArray) array);
            return outermost ? null : super.put(array, same);
        }
    }

    @SuppressWarnings("unchecked")
    private static ThreadLocal<Deque<NDScope>> scopes() {
        return (ThreadLocal<Deque<NDScope>>) get(field(NDScope.class, "SCOPE_STACK"), null);
    }

    private static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException e) {
            throw changed(e);
        }
    }

    private static Object get(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw changed(e);
        }
    }

    private static void set(Field field, Object owner, Object value) {
        try {
            field.set(owner, value);
        } catch (ReflectiveOperationException e) {
            throw changed(e);
        }
    }

    private static IllegalStateException changed(Exception e) {
        return new IllegalStateException("This DJL is not the 0.36 that the workbook is written for: gradients"
                + " would depend on the garbage collector. Read lib/score/GraphMemory.java before you change"
                + " the version.", e);
    }
}
