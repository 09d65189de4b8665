package lib.exercise;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lib.io.UserError;
import lib.page.Command;

/** What keeps an exercise from being compiled, for somebody who knows Python better than Java. */
final class NotJava {

    private static final Pattern SYMBOL = Pattern.compile("symbol: +(method|variable|class) (\\w+)");
    private static final Pattern PLACE = Pattern.compile("location: +variable \\w+ of type (?:\\w+\\.)*(\\w+)");
    private static final Map<String, String> IMPORTS = Map.of("Shape", "ai.djl.ndarray.types", "DataType", "ai.djl.ndarray.types", "NDManager", "ai.djl.ndarray",
            "NDList", "ai.djl.ndarray", "NDArrays", "ai.djl.ndarray", "NDIndex", "ai.djl.ndarray.index", "Engine", "ai.djl.engine",
            "ThreadLocalRandom", "java.util.concurrent", "Random", "java.util", "List", "java.util");
    private static final Map<String, String> METHODS = Map.of("s", "s is a score, and is asked by its method at: s.at(points).",
            "randn", "randn makes noise, and is asked by its method like: randn.like(array).",
            "sqrt", "In Java it is Math.sqrt(number).", "pow", "In Java it is Math.pow(number, exponent).", "exp", "In Java it is Math.exp(number).");

    private NotJava() {}

    /** What javac finds first, in words; empty where the text compiles. */
    static Optional<UserError> in(Source source, String alias) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new DiagnosticCollector<JavaFileObject>();
        var text = new SimpleJavaFileObject(URI.create("script:///Exercise.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return String.join("\n", source.lines());
            }
        };
        var nowhere = new ForwardingJavaFileManager<JavaFileManager>(compiler.getStandardFileManager(said, Locale.ROOT, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("nowhere:///" + name), kind) {
                    @Override
                    public java.io.OutputStream openOutputStream() {
                        return java.io.OutputStream.nullOutputStream();
                    }
                };
            }
        };
        var options = List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(null, nowhere, said, options, null, List.of(text)).call();
        List<Diagnostic<? extends JavaFileObject>> errors = said.getDiagnostics().stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR).toList();
        return errors.stream().findFirst().map(first -> error(source, alias, first, errors.size()));
    }

    private static UserError error(Source source, String alias, Diagnostic<?> first, int count) {
        String message = first.getMessage(Locale.ROOT);
        int line = (int) first.getLineNumber();
        String others = count == 1 ? "" : "javac finds " + count + " errors; often the first is the cause of the others. ";
        return UserError.failure("%s, line %s, is not Java yet: %s.".formatted(source.name(), line, message.lines().findFirst().orElse("")),
                "%s\n\n  %s\n\n  %s".formatted(String.join("\n  ", Complaint.wrap(others + hint(first.getCode(), message))), source.show(line),
                        "Mend it and run this again. Stuck? " + Command.here(alias, "--hint")), null);
    }

    /** What it means here. */
    static String hint(String code, String message) {
        Matcher symbol = SYMBOL.matcher(message);
        if (code.contains("operator.cant.be.applied")) {
            return "Java has no +, - and * for arrays; they have methods. The sum of a and b is a.add(b), and a times a number is a.mul(number).";
        }
        if (code.contains("already.defined")) {
            return "A variable is declared once. Leave out the type in front of it, and it gets a new value.";
        }
        if (code.contains("expected")) {
            return "A statement ends with a semicolon, and every bracket that opens is closed.";
        }
        if (code.contains("prob.found.req")) {
            return "An array (NDArray) and a number (double) are two things: methods of arrays give arrays, those of Math take and give numbers.";
        }
        return symbol.find() ? unknown(symbol.group(1), symbol.group(2), PLACE.matcher(message)) : "";
    }

    private static String unknown(String kind, String name, Matcher place) {
        if (kind.equals("class") || kind.equals("variable") && IMPORTS.containsKey(name)) {
            return IMPORTS.containsKey(name) ? "It needs an import at the top: import %s.%s;".formatted(IMPORTS.get(name), name)
                    : "There is no such class, or its import is missing at the top.";
        }
        if (kind.equals("variable")) {
            return name.matches("nd|torch|np|manager") ? "There is no " + name + " here: the loop is handed s, randn, x0, steps and eta, and arrays have methods."
                    : "There is no variable of that name. The loop is handed s, randn, x0, steps and eta.";
        }
        return switch (place.find() ? place.group(1) : "") {
            case "Score" -> "A score has one method for this: at.";
            case "Noise" -> "Noise has one method: like.";
            case "NDArray" -> "Arrays have add, sub, mul, div and many more, and no " + name + ".";
            default -> METHODS.getOrDefault(name, "There is no method of that name.");
        };
    }
}
