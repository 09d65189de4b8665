package lib.exercise;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a person's code on a thread of its own: it may throw, and it may never end. */
final class Supervision {

    private Supervision() {}

    /**
     * The diagnosis of a loop, within a time limit.
     *
     * @param author the class the loop is written in: frames of it are the person's own
     * @throws Unsolved if a blank is left
     */
    static Optional<Diagnosis> examine(Checker checker, Loop loop, Class<?> author, int seconds) {
        var task = new FutureTask<>(() -> checker.examine(loop));
        var thread = new Thread(task, "loop under examination");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) { // its arrays belong to a manager of their own, which nobody closes under its feet
            int line = line(thread.getStackTrace(), author);
            return Optional.of(new Diagnosis.Stopped("Your loop does not come to an end: %s seconds are over.".formatted(seconds),
                    "A run of the checker has 10,000 steps at most. What should stop it?", line));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unsolved unsolved) {
                throw unsolved;
            }
            return Optional.of(stopped(e.getCause(), author));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Diagnosis.Stopped stopped(Throwable cause, Class<?> author) {
        int line = line(cause.getStackTrace(), author);
        if (cause instanceof Recorder.TooManyCalls) {
            return new Diagnosis.Stopped("Your loop does not come to an end: it asks for score and noise again and again, far more than once a step and point.",
                    "What should stop it after the steps it was asked for?", line);
        }
        if (line == 0 && cause instanceof IllegalStateException) {
            return new Diagnosis.Stopped("An array that your loop returns is closed already.",
                    "What is returned must live on: the final x and the entries of the trajectory.", 0);
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new Diagnosis.Stopped("Your loop stopped with an exception of its own.",
                cause.getClass().getSimpleName() + ": " + message, line);
    }

    /** The innermost line of the author's class, or 0. */
    private static int line(StackTraceElement[] trace, Class<?> author) {
        return Arrays.stream(trace).filter(frame -> frame.getClassName().equals(author.getName())
                        || frame.getClassName().startsWith(author.getName() + "$"))
                .mapToInt(StackTraceElement::getLineNumber).findFirst().orElse(0);
    }
}
