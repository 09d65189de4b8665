package lib.lesson;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import lib.narration.Narration;
import lib.page.LessonPage;
import tech.tablesaw.api.Table;

/**
 * Loads tables and pages in a thread of their own, beside libtorch: on two cores a lesson starts half a second sooner.
 *
 * <p>The first table makes Tablesaw search every jar of the class path for file formats, which takes 0.6 s of processor
 * time. All of its own are in one jar, so that is the class path it is shown. Its search reads the JVM's property and
 * nothing else (ClassGraph's ClasspathFinder), so the property is set before the thread is there and set back when it
 * has ended, by the thread that owns both: between the two nothing runs but the engine's start, which reads it only
 * where a property makes DJL ask CUDA in a JVM of its own; then nothing is set, and the search takes its time.
 */
final class WarmUp implements AutoCloseable {

    private static final String CLASS_PATH = "java.class.path";
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private final Optional<String> classPath; // to set back, where it was set
    private final CompletableFuture<Void> work;

    private WarmUp() {
        classPath = BEGUN.compareAndSet(false, true) && !Boolean.getBoolean("ai.djl.util.cuda.fork")
                ? Optional.of(System.getProperty(CLASS_PATH)) : Optional.empty();
        classPath.flatMap(all -> Stream.of(all.split(File.pathSeparator)).filter(jar -> jar.contains("tablesaw-core"))
                .findFirst())
                .ifPresent(jar -> System.setProperty(CLASS_PATH, jar));
        work = CompletableFuture.runAsync(() -> {
            Table.create();
            LessonPage.warmUp();
            Narration.warmUp();
        });
    }

    /** Begins; {@link #close} waits for the end. */
    static WarmUp start() {
        return new WarmUp();
    }

    /** Waits until all is loaded. */
    @Override
    public void close() {
        try {
            work.join();
        } finally {
            classPath.ifPresent(all -> System.setProperty(CLASS_PATH, all));
        }
    }
}
