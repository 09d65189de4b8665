package tests.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lib.lesson.Lesson;
import lib.lesson.Session;
import lib.lesson.Taught;

/** Lessons on a device that is not there: the program of a JVM that finds the classes of {@link NativeDouble} first. */
final class Course {

    private Course() {}

    /** Arguments: the device, then lessons, each with its options after it, separated by semicolons. Prints a line a lesson. */
    public static void main(String... args) throws Exception {
        Session session = Session.start(args[0], true);
        for (String lesson : args[1].split(";")) {
            List<String> words = new ArrayList<>(Arrays.asList(lesson.trim().split(" ")));
            String alias = words.remove(0);
            var before = Hardware.cost();
            String outcome;
            try {
                Taught taught = session.teach(lesson(alias), words);
                outcome = taught.failures().isEmpty() ? taught.checks().size() + " hold" : "failed: " + taught.failures().get(0);
            } catch (Throwable e) {
                outcome = "stopped: " + e + Arrays.stream(e.getStackTrace()).filter(frame -> !frame.getClassName().startsWith("ai.djl") && !frame.getClassName().startsWith("tests.device")).limit(2).toList();
            }
            var cost = Hardware.cost().minus(before);
            System.out.printf("%s\t%s\t%d\t%d\t%d%n", lesson.trim(), outcome.replaceAll("\\s+", " "), cost.kernels(), cost.uploads(), cost.reads());
        }
    }

    static Lesson.Script lesson(String alias) throws Exception {
        if (alias.equals("step")) {
            return new StepLesson();
        }
        var load = Class.forName("lib.book.Scripts").getDeclaredMethod("load", String.class);
        load.setAccessible(true);
        return (Lesson.Script) load.invoke(null, alias);
    }
}
