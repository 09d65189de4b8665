package tests.law;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lib.lesson.Lesson;
import lib.lesson.Session;
import lib.lesson.Taught;

/** Lessons run in this process, as they are and with words of their text changed: the library has no door for wrong samplers. */
final class Lessons {

    private static final Map<String, Map<String, byte[]>> COMPILED = new HashMap<>();
    private static final Session SESSION = Session.start("cpu");

    private Lessons() {}

    /** A run of a lesson as its script stands. */
    static Taught teach(String lesson, String... options) {
        return teach(lesson, Map.of(), options);
    }

    /** A run of a lesson in whose script each word of the map is another; a word that is not there is a fault of the test. */
    static Taught teach(String lesson, Map<String, String> changes, String... options) {
        return SESSION.teach(script(lesson, changes), List.of(options));
    }

    private static Lesson.Script script(String lesson, Map<String, String> changes) {
        String source = source(lesson);
        for (var change : changes.entrySet()) {
            if (!source.contains(change.getKey())) {
                throw new IllegalArgumentException(lesson + ".java has no \"" + change.getKey() + "\"");
            }
            source = source.replace(change.getKey(), change.getValue());
        }
        var main = Pattern.compile("(?m)^//MAIN (\\w+)$").matcher(source);
        main.find();
        String text = source;
        Map<String, byte[]> classes = COMPILED.computeIfAbsent(source, s -> compile(main.group(1), text));
        try {
            var constructor = new Loader(classes).loadClass(main.group(1)).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Lesson.Script) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String source(String lesson) {
        try {
            return Files.readString(root().resolve("scripts/" + lesson + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The workbook's folder. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jbang-catalog.json"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run the tests inside the workbook's folder: ./jbang tests");
            }
        }
        return folder;
    }

    private static Map<String, byte[]> compile(String name, String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var made = new HashMap<String, ByteArrayOutputStream>();
        var text = new SimpleJavaFileObject(URI.create("script:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var files = new ForwardingJavaFileManager<JavaFileManager>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String each, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + each + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return made.computeIfAbsent(each, key -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        var options = List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
        if (!compiler.getTask(null, files, null, options, null, List.of(text)).call()) {
            throw new IllegalStateException(name + " does not compile");
        }
        var classes = new HashMap<String, byte[]>();
        made.forEach((each, bytes) -> classes.put(each, bytes.toByteArray()));
        return classes;
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Lessons.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : bytes != null ? defineClass(name, bytes, 0, bytes.length) : super.loadClass(name, resolve);
            }
        }
    }
}
