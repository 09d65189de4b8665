package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static tests.workbook.Workbook.*;

import com.sun.source.tree.*;
import com.sun.source.util.*;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** Where a person lives changes no byte: digits, points, letters and their encoding are the same everywhere. */
@Tag("apart")
@DisplayName("In every locale")
class LocaleTest {

    @TempDir
    static Path folder;

    /** The book as a process of its own, whose options of the JVM a test chooses. */
    static final class Book {
        public static void main(String... args) {
            lib.book.Book.run(args);
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("the book has the same bytes: Egypt, Iran, Germany, Turkey, and a machine without any locale")
    void sameBytes() throws IOException {
        Path english = book("en-US", Map.of());
        var others = List.of(book("ar-EG", Map.of()), book("fa-IR", Map.of()), book("de-DE", Map.of(), "-Dfile.encoding=ISO-8859-1"),
                book("tr-TR", Map.of(), "-Dfile.encoding=windows-1254"), book("C", Map.of("LC_ALL", "C")));
        try (var pages = Files.list(english)) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                for (Path other : others) {
                    Path same = other.resolve(page.getFileName());
                    assertEquals(read(page), Files.readString(same), same.toString());
                }
            }
        }
        for (Path other : others) {
            assertEquals(read(english.resolve("said")), read(other.resolve("said")), other + ": what the terminal shows");
        }
    }

    /** Makes the book as somebody there would; gives the folder, with what was printed in a file called said. */
    private static Path book(String tag, Map<String, String> environment, String... options) throws IOException {
        Path out = folder.resolve(tag);
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED", "-Dai.djl.pytorch.num_threads=1"));
        if (tag.length() == 5) {
            command.addAll(List.of("-Duser.language=" + tag.substring(0, 2), "-Duser.country=" + tag.substring(3)));
        }
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", ROOT.resolve("scripts") + File.pathSeparator + System.getProperty("java.class.path"), Book.class.getName(),
                "--no-open", "--out", out.toString()));
        var all = new HashMap<>(Map.of("WORKBOOK_DATA", folder.resolve("data").toString(), "OPT_OUT_TRACKING", "true"));
        all.putAll(environment);
        var result = run(ROOT, all, "", command);
        assertEquals(0, result.status(), tag + ": " + result.both());
        Files.writeString(out.resolve("said"), result.out().replace(out.toString(), "OUT"));
        return out;
    }

    @Test
    @DisplayName("nothing is formatted, parsed or put in lower case as the person's locale has it")
    void neutral() throws IOException {
        var found = new ArrayList<String>();
        var files = new ArrayList<Path>();
        for (String room : List.of("lib", "scripts")) {
            try (var walk = Files.walk(ROOT.resolve(room))) {
                walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                new Search(unit, found).scan(unit, null);
            }
        }
        assertEquals("", String.join("\n", found));
    }

    /** Calls that ask for the default locale. formatted() does, so it may have no conversion but %s, which writes numbers as Java does. */
    private static final class Search extends TreeScanner<Void, Void> {

        private static final Pattern CONVERSION = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z]");

        private final CompilationUnitTree unit;
        private final List<String> found;
        private final Map<String, ExpressionTree> constants = new HashMap<>();

        Search(CompilationUnitTree unit, List<String> found) {
            this.unit = unit;
            this.found = found;
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void nothing) {
                    constants.put(variable.getName().toString(), variable.getInitializer());
                    return super.visitVariable(variable, nothing);
                }
            }.scan(unit, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                String receiver = select.getExpression().toString();
                String first = call.getArguments().isEmpty() ? "" : call.getArguments().get(0).toString();
                switch (select.getIdentifier().toString()) {
                    case "formatted" -> {
                        if (!CONVERSION.matcher(literals(select.getExpression())).replaceAll(m -> m.group().matches(".*[sn]") ? "" : "%!").matches("(?s)(?!.*%!).+")) {
                            report(call);
                        }
                    }
                    case "format" -> {
                        if (receiver.equals("String") && !first.endsWith("Locale.ROOT")) {
                            report(call);
                        }
                    }
                    case "printf" -> {
                        if (!first.endsWith("Locale.ROOT")) {
                            report(call);
                        }
                    }
                    case "toLowerCase", "toUpperCase" -> {
                        if (first.isEmpty()) {
                            report(call);
                        }
                    }
                    default -> {
                        if (receiver.endsWith("NumberFormat") && !call.getArguments().toString().contains("Locale.ROOT")) {
                            report(call);
                        }
                    }
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            String type = made.getIdentifier().toString();
            if (List.of("DecimalFormat", "SimpleDateFormat", "Scanner", "Formatter").contains(type) && !made.getArguments().toString().contains("Locale.ROOT")) {
                report(made);
            }
            return super.visitNewClass(made, nothing);
        }

        /** The string literals of a format, its constants' too; empty where it cannot be seen. */
        private String literals(ExpressionTree format) {
            var text = new StringBuilder();
            var ahead = new HashMap<>(constants); // a name is looked up once: one may be made of itself
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    text.append(literal.getValue());
                    return null;
                }

                @Override
                public Void visitIdentifier(IdentifierTree name, Void nothing) {
                    return scan(ahead.remove(name.getName().toString()), null);
                }
            }.scan(format, null);
            return text.toString();
        }

        private void report(Tree call) {
            found.add(ROOT.relativize(Path.of(unit.getSourceFile().getName())) + ": " + call.toString().lines().findFirst().orElse(""));
        }
    }
}
