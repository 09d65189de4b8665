package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import lib.book.BookZip;
import lib.io.AtomicFile;
import lib.page.NarrationPage;
import lib.io.UserError;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** The packed book is sent to others: it holds the book and nothing else, and takes no other file's place. */
@DisplayName("The book in one file")
class ParcelTest {

    @TempDir
    Path temp;

    Path pages;
    Path secret;

    @BeforeEach
    void book() throws IOException {
        pages = temp.resolve("out");
        new NarrationPage(List.of()).write(pages);
        secret = Files.writeString(temp.resolve("passwords"), "root:secret");
    }

    @Test
    @DisplayName("foreign files under assets/, links, damaged assets and wrongly named recordings stay behind, though a page names them")
    void ownFilesOnly() throws IOException {
        Path assets = pages.resolve("assets");
        Files.createDirectories(assets.resolve("narration"));
        Files.writeString(assets.resolve("letter.txt"), "private");
        Files.writeString(assets.resolve("letter.js"), "private");
        Files.writeString(assets.resolve("narration/02_00_intro-00000000.mp3"), "no recording");
        Files.createSymbolicLink(assets.resolve("holiday.css"), secret);
        Path style = css(assets, "workbook");
        Files.delete(style);
        Files.createSymbolicLink(style, secret); // a link under one of our own names
        Path damaged = css(assets, "player");
        Files.write(damaged, java.util.Arrays.copyOf(Files.readAllBytes(damaged), 99)); // one of ours, cut short
        Files.createSymbolicLink(pages.resolve("reflection.html"), secret);
        Files.writeString(pages.resolve("index.html"), "letter.txt letter.js 02_00_intro-00000000.mp3 holiday.css " + style.getFileName());
        Path zip = BookZip.pack(pages, List.of("index", "narration", "reflection"), temp.resolve("book.zip"));
        var names = names(zip);
        assertTrue(names.containsAll(Set.of("workbook/index.html", "workbook/narration.html", "workbook/assets/pages.js")), names.toString());
        assertFalse(names.contains("workbook/assets/" + damaged.getFileName()), "a damaged asset");
        assertTrue(names.stream().noneMatch(name -> name.matches(".*(letter|intro|holiday|reflection|" + style.getFileName() + ").*")), names.toString());
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                assertFalse(new String(file.getInputStream(entry).readAllBytes()).contains("secret"), entry.getName());
            }
        }
    }

    private static Path css(Path assets, String name) throws IOException {
        try (var files = Files.list(assets)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9a-f]{8}\\.css")).findFirst().orElseThrow();
        }
    }

    @Test
    @DisplayName("only a new file or a book packed before is written to: no device, no link, no page, no asset, no other zip")
    void places() throws IOException {
        Path zip = temp.resolve("new folder/book.zip");
        pack(zip);
        byte[] first = Files.readAllBytes(zip);
        pack(zip);
        assertArrayEquals(first, Files.readAllBytes(zip), "its own place it takes again");
        pack(pages.resolve("workbook.zip"));
        pack(temp.resolve("a name without an ending"));

        Path other = temp.resolve("other.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(other))) {
            out.putNextEntry(new ZipEntry("holiday/1.jpg"));
        }
        Path link = Files.createSymbolicLink(temp.resolve("link.zip"), zip);
        Path dangling = Files.createSymbolicLink(temp.resolve("dangling.zip"), temp.resolve("nowhere"));
        for (Path wrong : List.of(secret, other, link, dangling, pipe(), Path.of("/"), temp, pages.resolve("index.html"),
                pages.resolve("assets/x.js"), temp.resolve("other/../out/x.js"), pages.resolve("../out/narration.html"))) {
            byte[] before = Files.isRegularFile(wrong) ? Files.readAllBytes(wrong) : null;
            var refusal = assertThrows(UserError.class, () -> BookZip.requirePlace(wrong, pages), wrong.toString());
            assertEquals(2, refusal.exitStatus());
            assertThrows(UserError.class, () -> pack(wrong), "again where it is written: " + wrong);
            if (before != null) {
                assertArrayEquals(before, Files.readAllBytes(wrong));
            }
        }
        assertThrows(UserError.class, () -> BookZip.requirePlace(pages.resolve("x.js"), temp.resolve("other/../out")));
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(dangling) && !Files.exists(temp.resolve("nowhere")));
        for (Path nowhere : List.of(secret.resolve("below/x.zip"), Path.of("/proc/nowhere/x.zip"))) {
            var refusal = assertThrows(UserError.class, () -> BookZip.requirePlace(nowhere, pages));
            assertEquals(1, refusal.exitStatus());
            assertTrue(refusal.getMessage().startsWith("--zip " + nowhere + " "), refusal.getMessage());
        }
        assertThrows(IOException.class, () -> BookZip.requirePlace(secret.resolve("out/x.zip"), secret.resolve("out")), "that is --out's");
    }

    @Test
    @DisplayName("no file of ours ever takes the place of a device")
    void devices() throws IOException {
        Path pipe = pipe();
        assertThrows(IOException.class, () -> AtomicFile.write(pipe, "x"));
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS));
    }

    /** What is neither file nor folder, and this test's own: were /dev/null tried and lost, by the superuser, the machine would have none. */
    private Path pipe() throws IOException {
        Path pipe = temp.resolve("pipe.zip");
        var made = Workbook.run(temp, java.util.Map.of(), "", List.of("sh", "-c", "mkfifo pipe.zip"));
        Assumptions.assumeTrue(made.status() == 0, "this system has no mkfifo");
        return pipe;
    }

    private void pack(Path zip) throws IOException {
        BookZip.pack(pages, List.of("narration"), zip);
    }

    private static Set<String> names(Path zip) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            return new TreeSet<>(file.stream().map(ZipEntry::getName).toList());
        }
    }
}
