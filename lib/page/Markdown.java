package lib.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
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
    private static final Pattern MARK = Pattern.compile("<!-- (figure|report) -->");

    private static final String REPORT = "<!-- report -->";

    /** What follows a part of the text. */
    enum Mark { FIGURE, REPORT, END }

    /** A part of the text as HTML, and what comes after it on the page. */
    record Part(String html, Mark mark) {}

    /**
     * A section's text, taken apart for its page.
     *
     * @param question HTML of the first block quote; empty if there is none
     * @param parts the rest, cut at its marks; the last part ends with END
     */
    record Prose(String question, List<Part> parts) {}

    private final HtmlRenderer renderer;

    /** @param links what becomes of a link's attributes, given its destination */
    Markdown(Function<String, Map<String, String>> links) {
        renderer = HtmlRenderer.builder().extensions(List.of(TablesExtension.create()))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Link link) {
                        attributes.remove("href");
                        attributes.putAll(links.apply(link.getDestination()));
                    }
                }).build();
    }

    /** A section's body as a tree, with the headings that a page has. */
    static Node parse(String markdown) {
        Node document = PARSER.parse(markdown);
        RunIn.raise(document);
        return document;
    }

    /** A text of its own, such as a caption. */
    String html(String markdown) {
        return renderer.render(prepare(PARSER.parse(markdown))).strip();
    }

    /**
     * The body of a section. Its headings move up a level, for its own heading is the page's. The printed sample of a
     * run, a block of text that ends with the page's path, gives way to the report of this run, which stands there, or
     * at its own mark: what to look for in a figure comes before its numbers.
     */
    Prose prose(String alias, String body) {
        Node document = parse(body);
        markReport(document, "out/" + alias + ".html");
        prepare(document);
        String question = renderer.render(takeQuestion(document)).strip();
        String html = renderer.render(document);
        List<Part> parts = new ArrayList<>();
        Matcher mark = MARK.matcher(html);
        int from = 0;
        while (mark.find()) {
            parts.add(new Part(html.substring(from, mark.start()).strip(),
                    mark.group(1).equals("figure") ? Mark.FIGURE : Mark.REPORT));
            from = mark.end();
        }
        parts.add(new Part(html.substring(from).strip(), Mark.END));
        if (parts.stream().noneMatch(part -> part.mark() == Mark.FIGURE)) {
            parts.add(0, new Part("", Mark.FIGURE)); // no mark: the figures follow the question
        }
        return new Prose(question, parts);
    }

    private static void markReport(Node document, String lastLine) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FencedCodeBlock block && "text".equals(block.getInfo())
                    && block.getLiteral().strip().endsWith(lastLine)) {
                if (!hasMark(document)) {
                    block.insertBefore(Preparation.html(REPORT));
                }
                block.unlink();
                return;
            }
        }
    }

    private static boolean hasMark(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlock html && html.getLiteral().strip().equals(REPORT)) {
                return true;
            }
        }
        return false;
    }

    /** Takes the first block quote out of a document. */
    private static Node takeQuestion(Node document) {
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
        return question;
    }

    private static Node prepare(Node document) {
        document.accept(new Preparation());
        return document;
    }

    /** A block of code, whole and readable before any script runs. */
    static String code(String language, String text) {
        String attribute = language.isEmpty() ? "" : " class=\"language-" + Html.escape(language) + "\"";
        return "<div class=\"code\"><pre><code" + attribute + ">" + Html.escape(text.replace("\r\n", "\n").strip())
                + "\n</code></pre></div>";
    }
}
