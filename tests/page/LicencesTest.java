package tests.page;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lib.book.BookZip;
import lib.page.NarrationPage;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** Who passes pages on passes plotly.js, KaTeX and the rest on, and owes their licences. */
@DisplayName("Licences of what pages bring with them")
class LicencesTest {

    @TempDir
    Path temp;

    @Test
    @DisplayName("lie beside the pages and in the packed book, word for word as those libraries have them")
    void beside() throws IOException {
        Path pages = temp.resolve("out");
        Files.createDirectories(pages);
        new NarrationPage(List.of()).write(pages);
        Path file;
        try (var assets = Files.list(pages.resolve("assets"))) {
            file = assets.filter(each -> each.getFileName().toString().matches("licences-[0-9a-f]{8}\\.txt")).findFirst().orElseThrow();
        }
        String text = words(Files.readString(file));
        for (String library : List.of("plotly.js-dist/3.3.1", "katex/0.18.11", "lunr/2.3.9")) {
            try (var in = getClass().getResourceAsStream("/META-INF/resources/webjars/" + library + "/LICENSE")) {
                assertTrue(text.contains(words(new String(in.readAllBytes(), StandardCharsets.UTF_8))), library);
            }
        }
        for (String other : List.of("Josh Goebel", "Redistributions in binary form must reproduce", "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007", "Reserved Font Name")) {
            assertTrue(text.contains(other), other);
        }
        Files.writeString(pages.resolve("index.html"), "a book");
        Path zip = BookZip.pack(pages, List.of("index", "narration"), temp.resolve("book.zip"));
        try (var open = new java.util.zip.ZipFile(zip.toFile())) {
            assertTrue(open.stream().anyMatch(entry -> entry.getName().endsWith("assets/" + file.getFileName())), "in the packed book");
        }
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
