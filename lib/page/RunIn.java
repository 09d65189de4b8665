package lib.page;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * A heading that lessons.md writes as the bold words which open a paragraph, with a full stop or a question mark:
 * "**What it means.** The script ...". GitHub shows it in its line; on a page it is a heading, for those who go from
 * heading to heading.
 */
final class RunIn {

    private RunIn() {}

    /**
     * Makes them headings, each one level below the heading that it stands under; those in lists and quotes stay text.
     */
    static void raise(Node document) {
        int above = 2; // the section's own
        for (Node node = document.getFirstChild(), next; node != null; node = next) {
            next = node.getNext();
            if (node instanceof Heading heading) {
                above = heading.getLevel();
            } else if (node instanceof Paragraph paragraph
                    && paragraph.getFirstChild() instanceof StrongEmphasis bold) {
                raise(paragraph, bold, above + 1);
            }
        }
    }

    private static void raise(Paragraph paragraph, StrongEmphasis bold, int level) {
        if (!(bold.getLastChild() instanceof Text last) || !last.getLiteral().matches("(?s).*[.?]")) {
            return;
        }
        last.setLiteral(last.getLiteral().replaceFirst("\\.$", ""));
        var heading = new Heading();
        heading.setLevel(level);
        while (bold.getFirstChild() != null) {
            heading.appendChild(bold.getFirstChild());
        }
        bold.unlink();
        paragraph.insertBefore(heading);
        if (paragraph.getFirstChild() instanceof Text text) {
            text.setLiteral(text.getLiteral().stripLeading());
        }
        if (paragraph.getFirstChild() instanceof SoftLineBreak end) {
            end.unlink();
        }
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
    }
}
