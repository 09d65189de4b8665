package lib.page;

/** Text that must not be read as markup. */
final class Html {

    private Html() {}

    /** For the content of an element, or an attribute in double quotes. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** For JavaScript or JSON inside a script element: whatever its strings hold, they cannot end the element. */
    static String script(String code) {
        return code.replace("</", "<\\/").replace("<!--", "<\\!--");
    }
}
