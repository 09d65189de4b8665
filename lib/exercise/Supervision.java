package lib.exercise;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import lib.io.UserError;
import lib.lesson.Console;

/** Runs a person's code on a thread of its own: it may throw, and it may never end. */
final class Supervision {

    private static final int IDLE = 9; // so much longer by the clock, where the loop sleeps or waits

    private Supervision() {}

    /**
     * Runs work with a person's code in it, which must not end the process unseen: where that code calls System.exit,
     * its author is told so, and the exit status is 1.
     */
    static <T> T guarded(Source source, Class<?> author, Supplier<T> work) {
        var hook = new Thread(() -> Thread.getAllStackTraces().values().stream()
                .filter(trace -> Arrays.stream(trace).anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit")))
                .mapToInt(trace -> line(trace, author)).filter(line -> line > 0).findFirst().ifPresent(line -> {
                    Console.ofProcess().complain(UserError.failure("Your loop ends the whole program, in %s, line %s:".formatted(source.name(), line),
                            source.show(line) + "\n  A loop gives its chain back, and the caller goes on: take that line out.", null));
                    Runtime.getRuntime().halt(1);
                }), "exit of a loop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

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
            return await(task, thread, seconds);
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

    /**
     * The result, if it takes no more than so many seconds of computing: a machine that is busy with other work is not
     * the loop's fault.
     */
    private static <T> T await(FutureTask<T> task, Thread thread, int seconds) throws ExecutionException, InterruptedException, TimeoutException {
        long begin = System.nanoTime();
        boolean said = false;
        while (true) {
            try {
                return task.get(200, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                double computed = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()) / 1e9;
                double waited = (System.nanoTime() - begin) / 1e9;
                if (computed > seconds || waited > IDLE * seconds) {
                    throw e;
                }
                if (computed > 3 && !said) {
                    said = true;
                    System.err.println("Your loop is still running; the checker gives it " + seconds + " seconds.");
                }
            }
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
