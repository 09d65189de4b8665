package lib.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one run of a lesson puts on its page; the text around it comes from lessons.md.
 *
 * @param alias the section's one name, such as score-field: of its anchor in lessons.md and of the page's file
 * @param exhibits the figures, in the order in which they are read; none is fine
 * @param lines what the run printed, in order, without the checks
 * @param checks the claims that the run tried
 * @param source the script's own text; empty where it is not at hand
 * @param facts where the numbers come from, in order: command, seed, device, versions
 */
public record LessonContent(
        String alias, List<Exhibit> exhibits, List<Line> lines, List<Check> checks, String source,
        Map<String, String> facts) {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public LessonContent {
        if (!ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException("\"" + alias
                    + "\" cannot name a page: use lower case letters, digits and hyphens, as in score-field");
        }
        exhibits = List.copyOf(exhibits);
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts)); // Map.copyOf would lose the order
    }
}
