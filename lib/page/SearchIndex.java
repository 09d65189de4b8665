package lib.page;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lib.io.AtomicFile;
import lib.page.Outline.Section;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * assets/search.js: the text of all pages, paragraph by paragraph, and the code of the lessons, for the search in
 * book.js. A script and not JSON, for a page from the file system may not read other files.
 */
final class SearchIndex {

    static final String FILE = Assets.FOLDER + "/search.js";

    /**
     * A paragraph: page, heading of the page, heading above it, text in which $`x`$ is mathematics, kind text or code.
     */
    private record Entry(String page, String title, String under, String text, String kind) {}

    private final List<Entry> entries = new ArrayList<>();

    SearchIndex(Outline outline) {
        outline.sections().forEach(this::add);
    }

    Path write(Path folder) throws IOException {
        String script = "window.workbookSearch = {lunr: " + quote(Assets.LUNR_JS) + ", entries: [\n"
                + entries.stream().map(entry -> "["
                        + List.of(entry.page, entry.title, entry.under, entry.text, entry.kind).stream()
                                .map(SearchIndex::quote).collect(Collectors.joining(",")) + "]")
                .collect(Collectors.joining(",\n")) + "\n]};\n";
        return AtomicFile.write(folder.resolve(FILE), script);
    }

    private void add(Section section) {
        Markdown.parse(section.body()).accept(new Reader(section));
        String[] code = source(section.alias()).split("\n\\s*\n");
        for (int i = 1; i < code.length; i++) { // the first part is JBang's lines, the same in every script
            if (!code[i].startsWith("import ")) {
                entries.add(new Entry(section.alias(), section.heading(), "Code", code[i].strip(), "code"));
            }
        }
    }

    private static String source(String alias) {
        try (InputStream in = SearchIndex.class.getResourceAsStream("/" + alias + ".java")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            return "";
        }
    }

    private static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** Takes the paragraphs, table rows and code of a section. */
    private final class Reader extends AbstractVisitor {

        private final Section section;
        private String under = "";

        Reader(Section section) {
            this.section = section;
        }

        @Override
        public void visit(Heading heading) {
            under = words(heading);
        }

        @Override
        public void visit(Paragraph paragraph) {
            keep(words(paragraph), "text");
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow) {
                var cells = new ArrayList<String>();
                for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(words(cell));
                }
                keep(String.join(" · ", cells), "text");
            } else {
                visitChildren(node);
            }
        }

        @Override
        public void visit(FencedCodeBlock block) {
            String info = block.getInfo() == null ? "" : block.getInfo();
            if (!info.equals("text")) { // a printed sample is replaced on the page by what this run printed
                keep(info.equals("math") ? "$`" + block.getLiteral().strip().replace('\n', ' ') + "`$"
                        : block.getLiteral().strip(), info.equals("math") ? "text" : "code");
            }
        }

        private void keep(String text, String kind) {
            if (!text.isBlank()) {
                entries.add(new Entry(section.alias(), section.heading(), under, text.strip(), kind));
            }
        }
    }

    /** A node's text in one line; mathematics keeps its marks. */
    private static String words(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text each) {
                text.append(each.getLiteral());
            }

            @Override
            public void visit(Code code) {
                boolean mathematics = text.length() > 0 && text.charAt(text.length() - 1) == '$'
                        && code.getNext() instanceof Text next && next.getLiteral().startsWith("$");
                text.append(mathematics ? "`" + code.getLiteral() + "`" : code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak line) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak line) {
                text.append(' ');
            }
        });
        return text.toString();
    }
}
