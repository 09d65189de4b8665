package lib.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark, with GitHub's tables and mathematics, to HTML.
 *
 * <p>Mathematics becomes an element of class math that holds the TeX as text: readable as it is, and set by KaTeX where
 * scripts run. Raw HTML passes through, for the text is our own.
 */
final class Markdown {

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final String FIGURE = "<!-- figure -->";

    /**
     * A section's text, taken apart for its page.
     *
     * @param question HTML of the first block quote; empty if there is none
     * @param parts HTML of the rest, cut at the figure marks: one part more than there are marks
     */
    record Prose(String question, List<String> parts) {}

    private final HtmlRenderer renderer;

    /** @param links what becomes of a link's attributes, given its destination */
    Markdown(Function<String, Map<String, String>> links) {
        renderer = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).attributeProviderFactory(context ->
                (node, tag, attributes) -> {
                    if (node instanceof Link link) {
                        attributes.remove("href");
                        attributes.putAll(links.apply(link.getDestination()));
                    }
                }).build();
    }

    /** A text of its own, such as a caption. */
    String html(String markdown) {
        return renderer.render(prepare(PARSER.parse(markdown))).strip();
    }

    /** The body of a section; its headings move up a level, for its own heading is the page's. */
    Prose prose(String body) {
        Node document = prepare(PARSER.parse(body));
        Document question = new Document();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof BlockQuote) {
                while (node.getFirstChild() != null) {
                    question.appendChild(node.getFirstChild());
                }
                node.unlink();
                break;
            }
        }
        List<String> parts = new ArrayList<>();
        for (String part : renderer.render(document).split(FIGURE, -1)) {
            parts.add(part.strip());
        }
        if (parts.size() == 1) {
            parts.add(0, ""); // no mark: the figures follow the question
        }
        return new Prose(renderer.render(question).strip(), parts);
    }

    private static Node prepare(Node document) {
        document.accept(new Preparation());
        return document;
    }

    /** What GitHub reads differently from CommonMark, and what a page needs around code and tables. */
    private static final class Preparation extends AbstractVisitor {

        @Override
        public void visit(Code code) { // $`x`$
            if (code.getPrevious() instanceof Text before && before.getLiteral().endsWith("$")
                    && code.getNext() instanceof Text after && after.getLiteral().startsWith("$")) {
                before.setLiteral(before.getLiteral().substring(0, before.getLiteral().length() - 1));
                after.setLiteral(after.getLiteral().substring(1));
                var html = new HtmlInline();
                html.setLiteral("<span class=\"math\">" + Html.escape(code.getLiteral()) + "</span>");
                replace(code, html);
            }
        }

        @Override
        public void visit(FencedCodeBlock block) {
            String language = block.getInfo() == null ? "" : block.getInfo().strip().split("\\s+")[0];
            replace(block, language.equals("math")
                    ? html("<div class=\"math\">" + Html.escape(block.getLiteral().strip()) + "</div>")
                    : html(code(language, block.getLiteral())));
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            replace(block, html(code("", block.getLiteral())));
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel() - 1));
            visitChildren(heading);
        }

        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
            if (block instanceof TableBlock) { // a wide table scrolls inside itself
                block.insertBefore(html("<div class=\"table\">"));
                block.insertAfter(html("</div>"));
            }
        }

        @Override
        public void visit(Image image) { // the repository's pictures are not beside the page, which draws the figure itself
            if (!image.getDestination().contains(":")) {
                image.unlink();
            }
        }

        private static HtmlBlock html(String literal) {
            var block = new HtmlBlock();
            block.setLiteral(literal);
            return block;
        }

        private static void replace(Node old, Node by) {
            old.insertBefore(by);
            old.unlink();
        }
    }

    /** A block of code, whole and readable before any script runs. */
    static String code(String language, String text) {
        String attribute = language.isEmpty() ? "" : " class=\"language-" + Html.escape(language) + "\"";
        return "<div class=\"code\"><pre><code" + attribute + ">" + Html.escape(text.replace("\r\n", "\n").strip()) + "\n</code></pre></div>";
    }
}
