package tests.lesson;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lib.chart.*;
import lib.lesson.Mp4;
import lib.io.UserError;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Programs called ffmpeg that hang, fail, or say that all is well and write nothing. */
@DisplayName("A film by ffmpeg")
@org.junit.jupiter.api.condition.DisabledOnOs(org.junit.jupiter.api.condition.OS.WINDOWS)
class Mp4Test {

    @TempDir
    Path temp;

    @Test
    @DisplayName("it is looked for before any work, in all of the PATH, and a folder or a file that may not run is none")
    void program() throws IOException {
        Path empty = Files.createDirectories(temp.resolve("empty"));
        Files.createDirectories(temp.resolve("folder/ffmpeg"));
        Path text = Files.createDirectories(temp.resolve("text"));
        Files.writeString(text.resolve("ffmpeg"), "not for running");
        String path = empty + ":" + temp.resolve("folder") + "::" + text + ":" + temp.resolve("nowhere");
        for (var environment : java.util.List.of(Map.of("PATH", path), Map.of("PATH", ""), Map.<String, String>of())) {
            var missing = assertThrows(UserError.class, () -> Mp4.program(environment));
            assertEquals(1, missing.exitStatus());
            assertTrue(missing.remedy().contains("--gif"), missing.remedy());
        }
        Path there = fake("exit 0");
        assertEquals(there, Mp4.program(Map.of("PATH", path + ":" + there.getParent())));
    }

    @Test
    @DisplayName("one that hangs, with its input read or not, is stopped; one that fails or writes nothing is named; no file is left")
    void fails() throws IOException {
        Path number = temp.resolve("number");
        refused("did not end", "echo $$ >" + number + "; exec sleep 1000");
        long hung = Long.parseLong(Files.readString(number).strip());
        assertTrue(ProcessHandle.of(hung).map(ProcessHandle::onExit).map(gone -> gone.orTimeout(1, java.util.concurrent.TimeUnit.MINUTES).handle((end, late) -> late == null).join()).orElse(true),
                "it still runs");
        refused("did not end", "cat >/dev/null; exec sleep 1000");
        refused("could not write the film: no x264 here", "echo first >&2; echo no x264 here >&2; exit 1");
        refused("wrote no film", "cat >/dev/null; exit 0");
        refused("wrote no film", "cat >/dev/null; for last; do :; done; : >\"$last\"; exit 0");
        var nowhere = assertThrows(UserError.class, () -> Mp4.write(film(), temp.resolve("film.mp4"), temp.resolve("gone"), Duration.ofSeconds(1)));
        assertTrue(nowhere.getMessage().contains("does not start"), nowhere.getMessage());
    }

    @Test
    @DisplayName("a full disk is the disk's fault, with the folder that is full")
    void fullDisk() throws IOException {
        Path program = fake("cat >/dev/null; echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1");
        var full = assertThrows(java.nio.file.FileSystemException.class, () -> Mp4.write(film(), temp.resolve("film.mp4"), program, Duration.ofMinutes(1)));
        assertEquals("No space left on device", full.getReason());
        assertFalse(Files.exists(Path.of(full.getFile())), "the temporary folder is gone");
    }

    @Test
    @DisplayName("what a good one writes is the film, and it was given every picture")
    void good() throws IOException {
        Path program = fake("for last; do :; done; wc -c >\"$last\"");
        Path film = Mp4.write(film(), temp.resolve("film.mp4"), program, Duration.ofMinutes(1));
        var picture = film().picture(0);
        assertEquals(film().length() * 4L * picture.getWidth() * picture.getHeight(), Long.parseLong(Files.readString(film).strip()), "bytes of all pictures");
    }

    private void refused(String saying, String program) throws IOException {
        Path file = temp.resolve("film.mp4");
        Path fake = fake(program);
        var patience = saying.equals("did not end") ? Duration.ofMillis(500) : Duration.ofMinutes(1);
        var refused = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> assertThrows(UserError.class, () -> Mp4.write(film(), file, fake, patience)));
        assertEquals(1, refused.exitStatus());
        assertTrue(refused.getMessage().contains(saying) && refused.remedy().contains("--gif"), refused.getMessage());
        assertFalse(Files.exists(file));
    }

    private Path fake(String lines) throws IOException {
        Path program = Files.createDirectories(Files.createTempDirectory(temp, "bin")).resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n" + lines + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }

    private static FrameRenderer film() {
        var moves = Table.create("frames", IntColumn.create("step", 0, 0, 1, 1), FloatColumn.create("x1", 0f, 1f, 1f, 2f), FloatColumn.create("x2", 0f, 1f, 1f, 2f));
        return Chart.of(Panel.titled("Film").x("x₁", -3, 3).y("x₂", -3, 3).equalAspect().moving(moves, "step", "x1", "x2", Palette.SAMPLE)).film();
    }
}
