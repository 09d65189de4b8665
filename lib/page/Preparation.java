package lib.page;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What GitHub reads differently from CommonMark, and what a page needs around code and tables. */
final class Preparation extends AbstractVisitor {

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
                : html(Markdown.code(language, block.getLiteral())));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        replace(block, html(Markdown.code("", block.getLiteral())));
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

    static HtmlBlock html(String literal) {
        var block = new HtmlBlock();
        block.setLiteral(literal);
        return block;
    }

    static void replace(Node old, Node by) {
        old.insertBefore(by);
        old.unlink();
    }
}
