package lib.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** The workbook's catalog for JBang, from the class path. */
final class Catalog {

    /** The aliases that are called as their scripts are. */
    static final Set<String> SCRIPTS = scripts();

    private Catalog() {}

    private static Set<String> scripts() {
        try (InputStream in = Catalog.class.getResourceAsStream("/jbang-catalog.json")) {
            if (in == null) {
                throw new IllegalStateException("jbang-catalog.json is not on the class path: "
                        + "see the //FILES of lib/page/package-info.java");
            }
            Set<String> scripts = new HashSet<>();
            for (var alias : new ObjectMapper().readTree(in).path("aliases").properties()) {
                if (alias.getValue().path("script-ref").asText().equals("scripts/" + alias.getKey() + ".java")) {
                    scripts.add(alias.getKey());
                }
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException("jbang-catalog.json cannot be read", e);
        }
    }
}
