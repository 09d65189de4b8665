package lib.lesson;

import java.io.File;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import lib.narration.Narration;
import lib.page.LessonPage;
import tech.tablesaw.api.Table;

/** Loads tables and pages in a thread of their own, beside libtorch: on two cores a lesson starts half a second sooner. */
final class WarmUp {

    private WarmUp() {}

    static CompletableFuture<Void> start() {
        return CompletableFuture.runAsync(() -> {
            loadTablesaw();
            LessonPage.warmUp();
            Narration.warmUp();
        });
    }

    /**
     * The first table makes Tablesaw search every jar of the class path for file formats, which takes 0.6 s of processor
     * time. All of its own are in one jar, so that is the class path it is shown.
     */
    private static void loadTablesaw() {
        String classPath = System.getProperty("java.class.path");
        Stream.of(classPath.split(File.pathSeparator)).filter(jar -> jar.contains("tablesaw-core")).findFirst()
                .ifPresent(jar -> System.setProperty("java.class.path", jar));
        try {
            Table.create();
        } finally {
            System.setProperty("java.class.path", classPath);
        }
    }
}
