package lib.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lib.bench.Scoreboard.Timing;
import lib.io.UserError;

/** The notebook's own code in a Python process, which runs a few steps whenever it is asked to: notebook.py. */
public final class Notebook implements AutoCloseable {

    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;
    private final String version;
    private final String device;

    private Notebook(String python, String device) throws IOException {
        String program;
        try (InputStream in = Notebook.class.getResourceAsStream("/lib/bench/notebook.py")) {
            program = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        process = new ProcessBuilder(python, "-c", program, device).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String said = answers.readLine();
        if (said == null) {
            close();
            throw new IOException("it has no PyTorch");
        }
        version = said.split("\t")[0];
        this.device = said.contains("\t") ? said.split("\t")[1] : "cpu";
    }

    /**
     * The notebook in this Python, or in the first that has PyTorch; empty where there is none.
     *
     * @param python a program, or null to look for one: python3 on the PATH, then the system's
     * @param device where it is to compute, as PyTorch calls it: cpu, cuda:0, mps
     * @throws UserError if that program has no PyTorch
     */
    public static Optional<Notebook> in(String python, String device) {
        for (String candidate : python == null ? List.of("python3", "/usr/bin/python3") : List.of(python)) {
            try {
                return Optional.of(new Notebook(candidate, device));
            } catch (IOException e) {
                if (python != null) {
                    throw UserError.usage(
                            "--python %s does not run the notebook's code: %s.".formatted(python, e.getMessage()),
                            "Name a Python with PyTorch, or leave the option out.");
                }
            }
        }
        return Optional.empty();
    }

    /** Where it computes: the device that was asked for, or the CPU where this Python's PyTorch does not have it. */
    public String device() {
        return device;
    }

    /** What answers, e.g. "PyTorch 2.7.1 threads 2". */
    public String version() {
        return version;
    }

    /** Runs the notebook's steps for so many chains. */
    public Timing time(String score, int chains, int steps) {
        questions.println(score + " " + chains + " " + steps);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw UserError.failure(
                        String.format(Locale.ROOT, "The Python process ended while it ran %,d chains.", chains),
                        "It may have had too little memory: leave this size out of --sizes.", null);
            }
            double[] numbers = Stream.of(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
            return new Timing(numbers[0], numbers[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
