package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** bench, beside a Python made up here: its table, its page, and what it says where there is nothing to compare with. */
@Tag("slow")
@Tag("apart")
@DisplayName("bench")
class BenchTest {

    @TempDir
    Path out;

    @Test
    @DisplayName("a row for each score and size, the medians of both sides, and their ratio")
    void table() throws IOException {
        Path python = python("echo PyTorch 0 threads 1; for t in 7 100 9 8; do read -r score chains steps; echo $t $t; done");
        var result = bench("--sizes", "100,1000", "--scores", "gaussian", "--rounds", "2", "--python", python.toString());
        assertEquals(0, result.status(), result.both());
        Table table = Table.read().csv(out.resolve("data/bench.table.csv").toFile());
        assertEquals(List.of("score", "chains", "us_per_step", "processor_us", "chain_steps_per_s", "notebook_us_per_step", "notebook_processor_us", "ratio"), table.columnNames());
        assertArrayEquals(new double[] {53.5, 8.5}, table.numberColumn("notebook_us_per_step").asDoubleArray(), 1e-9);
        for (var row : table) {
            assertTrue(row.getNumber("us_per_step") > 0 && row.getNumber("processor_us") >= 0);
            assertEquals(row.getNumber("us_per_step") / row.getNumber("notebook_us_per_step"), row.getNumber("ratio"), 1e-9);
            assertEquals(row.getInt("chains") / row.getNumber("us_per_step") * 1e6, row.getNumber("chain_steps_per_s"), 1);
        }
        assertTrue(read(out.resolve("bench.html")).contains("notebook"));
        result.lines().forEach(line -> assertTrue(line.length() <= 80 || line.startsWith(out.toString()), "wider than 80 columns: " + line));
    }

    @ParameterizedTest(name = "{0}: exit {1}, one message")
    @CsvSource(delimiter = '|', textBlock = """
            --scores gaussian,nope       | 2 | There are gaussian, mixture, double-well
            --sizes 0                    | 2 | --sizes
            --sizes 1e9                  | 2 | --sizes
            --rounds 0                   | 2 | --rounds
            --python /nowhere/python     | 2 | /nowhere/python
            """)
    void mistakes(String args, int status, String message) {
        var result = bench(args.split(" "));
        assertEquals(status, result.status(), result.both());
        assertTrue(result.err().contains(message), result.both());
        assertFalse(result.err().contains("\tat "), result.both());
        assertFalse(Files.exists(out.resolve("bench.html")));
    }

    @Test
    @DisplayName("a Python without PyTorch is named, and one that ends on the way too")
    void noPyTorch() throws IOException {
        var without = bench("--python", python("exit 1").toString());
        assertEquals(2, without.status(), without.both());
        assertTrue(without.err().contains("has no PyTorch"), without.both());
        var ends = bench("--sizes", "100", "--scores", "gaussian", "--python", python("echo PyTorch 0 threads 1").toString());
        assertEquals(1, ends.status(), ends.both());
        assertTrue(ends.err().contains("The Python process ended"), ends.both());
    }

    private Result bench(String... options) {
        var command = new java.util.ArrayList<>(List.of("bench", "--no-open", "--out", out.toString()));
        command.addAll(List.of(options));
        return jbang(command.toArray(String[]::new));
    }

    private Path python(String script) throws IOException {
        Path file = Files.writeString(out.resolve("python"), "#!/bin/bash\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
