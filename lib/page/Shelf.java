package lib.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lib.io.AtomicFile;
import lib.page.Outline.Section;

/**
 * assets/pages.js: the pages that are there, so that a page links to its neighbours only where a link leads somewhere.
 */
final class Shelf {

    /** Where there are contents there is search: pages made before the book have it too. */
    private static final String BOOK = """
            if (!window.workbookBook) {
              window.workbookBook = true;
              document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '%s' }),
                Object.assign(document.createElement('script'), { src: '%s' }));
            }
            """;

    static final String FILE = Assets.FOLDER + "/pages.js";

    private Shelf() {}

    /**
     * Lists the pages in a folder, in the order of the text. Call it after the page is in place: of two lessons that
     * end at once the one that writes last has seen both pages, for it looks again after it wrote.
     */
    static void update(Path folder, Outline outline) throws IOException {
        Path file = folder.resolve(FILE);
        for (String list = list(folder, outline); !list.equals(read(file)); list = list(folder, outline)) {
            AtomicFile.write(file, list);
        }
    }

    private static String list(Path folder, Outline outline) {
        var names = Stream.concat(Stream.of(ContentsPage.NAME, NarrationPage.NAME),
                outline.sections().stream().map(Section::alias));
        List<String> pages = names.filter(name -> Files.isRegularFile(folder.resolve(name + ".html"))).toList();
        String list = "window.workbookPages = ["
                + pages.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "))
                + "];\nif (window.linkPages) window.linkPages();\n"; // on reading it: before the text is painted
        return pages.contains(ContentsPage.NAME) ? list + BOOK.formatted(Assets.BOOK_CSS, Assets.BOOK_JS) : list;
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
