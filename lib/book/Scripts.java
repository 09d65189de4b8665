package lib.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lib.lesson.Lesson;

/**
 * Lesson scripts on the class path, compiled here: JBang cannot build several scripts that share one library into one
 * program (it takes the library for a reference to itself), and a script that does not compile must not stop the
 * others.
 */
final class Scripts {

    private static final Pattern MAIN = Pattern.compile("(?m)^//MAIN (\\w+)$");

    private Scripts() {}

    /** Whether the script of that name is on the class path. */
    static boolean has(String alias) {
        return Scripts.class.getResource("/" + alias + ".java") != null;
    }

    /** A script with a mistake in it: where, and what the compiler says. */
    static final class DoesNotCompile extends Exception {

        private static final long serialVersionUID = 1L;

        DoesNotCompile(String message) {
            super(message);
        }
    }

    /**
     * A new lesson of the script of that name.
     *
     * @throws DoesNotCompile where its text is no Java
     */
    static Lesson.Script load(String alias) throws DoesNotCompile {
        String source = read(alias);
        var main = MAIN.matcher(source);
        if (!main.find()) {
            throw new DoesNotCompile("scripts/" + alias + ".java has no line //MAIN with the name of its class");
        }
        String name = main.group(1);
        var kept = ClassCache.of(alias, source);
        Map<String, byte[]> classes = kept.read();
        if (!classes.containsKey(name)) {
            classes = compile(alias, name, source);
            kept.write(classes);
        }
        try {
            var constructor = new Loader(classes).loadClass(name).getDeclaredConstructor();
            constructor.setAccessible(true); // a lesson's class is not public
            return (Lesson.Script) constructor.newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new DoesNotCompile("scripts/" + alias + ".java: " + name + " is no lesson (" + e + ")");
        }
    }

    private static String read(String alias) {
        try (InputStream in = Scripts.class.getResourceAsStream("/" + alias + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> compile(String alias, String name, String source) throws DoesNotCompile {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new DoesNotCompile("this Java has no compiler; the book needs a JDK");
        }
        var said = new DiagnosticCollector<JavaFileObject>();
        var made = new TreeMap<String, ByteArrayOutputStream>();
        try (var files = new Memory(compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8), made)) {
            var options = List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
            var text = new SimpleJavaFileObject(URI.create("script:///" + alias + ".java"),
                    JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return source;
                }
            };
            if (!compiler.getTask(new StringWriter(), files, said, options, null, List.of(text)).call()) {
                throw new DoesNotCompile(said.getDiagnostics().stream()
                        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR).findFirst()
                        .map(error -> "scripts/%s.java does not compile, line %s: %s".formatted(alias,
                                error.getLineNumber(), error.getMessage(Locale.ROOT).lines().findFirst().orElse("")))
                        .orElse("scripts/" + alias + ".java does not compile"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var classes = new TreeMap<String, byte[]>();
        made.forEach((each, bytes) -> classes.put(each, bytes.toByteArray()));
        return classes;
    }

    /** Keeps what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> made;

        Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> made) {
            super(files);
            this.made = made;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
                FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return made.computeIfAbsent(name, each -> new ByteArrayOutputStream());
                }
            };
        }
    }

    /** The classes of one script. */
    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Scripts.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name); // before the parent: tests have classes of these names too
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : bytes != null ? defineClass(name, bytes, 0, bytes.length)
                        : super.loadClass(name, resolve);
            }
        }
    }
}
