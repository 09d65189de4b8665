package lib.page;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the links of lessons.md lead on a page, which is not where they lead on GitHub. A link to another section has
 * no address yet: the page's script adds it if that page has been written, so that no link is dead.
 */
final class PageLinks {

    private final Outline outline;
    private final LessonContent content;

    PageLinks(Outline outline, LessonContent content) {
        this.outline = outline;
        this.content = content;
    }

    /** A link's attributes, given its destination in lessons.md. */
    Map<String, String> attributes(String destination) {
        String alias = destination.startsWith("#") ? destination.substring(1) : "";
        if (alias.equals(content.alias())) {
            return Map.of("href", "#main");
        }
        var section = outline.find(alias);
        if (section.isPresent()) {
            var attributes = new LinkedHashMap<String, String>(); // Map.of has another order in every process
            attributes.put("data-page", alias);
            if (!section.get().isLesson()) {
                attributes.put("data-command", "workbook");
            }
            return attributes;
        }
        if (destination.endsWith(content.alias() + ".java") && !content.source().isBlank()) {
            return Map.of("href", "#code");
        }
        if (destination.contains(":") || !alias.isEmpty()) {
            return Map.of("href", destination); // the web, or a place on this page
        }
        return Map.of(); // a file of the repository
    }
}
