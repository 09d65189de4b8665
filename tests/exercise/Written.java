package tests.exercise;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lib.exercise.Chain;
import lib.exercise.Loop;

/** A loop as a person writes it: text, compiled in memory. */
record Written(String text, Class<?> author) {

    /** A class with a method langevin of that body. */
    static Written body(String body) {
        return of("""
                import ai.djl.ndarray.*;
                import ai.djl.ndarray.types.*;
                import java.util.*;
                import lib.exercise.*;
                import lib.sampling.Noise;
                import lib.score.*;
                class Own {
                    // for x = the next line is no code: score = 1
                    static final String WORDS = "for every x, score = noise";
                    static Chain langevin(Score s, Noise randn, NDArray x0, int steps, double eta) {
                """ + body.indent(8) + "    }\n}\n", "Own");
    }

    /** The loop of the script, with these three lines. */
    static Written lines(String score, String noise, String x) {
        return body("""
                NDArray x = x0.duplicate();
                List<NDArray> trajectory = new ArrayList<>();
                trajectory.add(x.duplicate());
                for (int t = 0; t < steps; t++) {
                    %s
                    %s
                    %s
                    trajectory.add(x.duplicate());
                }
                return new Chain(x, trajectory);""".formatted(score, noise, x));
    }

    static Written of(String text, String main) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> made = new TreeMap<>();
        var files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("made:///" + name), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return made.computeIfAbsent(name, each -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        var source = new SimpleJavaFileObject(URI.create("text:///" + main + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var said = new StringWriter();
        if (!compiler.getTask(said, files, null, List.of("-proc:none", "-classpath", System.getProperty("java.class.path")), null, List.of(source)).call()) {
            throw new IllegalArgumentException(said + text);
        }
        var loader = new ClassLoader(Written.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = made.get(name).toByteArray();
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        try {
            return new Written(text, loader.loadClass(main));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Loop loop() {
        return (s, randn, x0, steps, eta) -> {
            try {
                var method = java.util.Arrays.stream(author.getDeclaredMethods()).filter(each -> each.getName().equals("langevin")).findFirst().orElseThrow();
                method.setAccessible(true);
                return (Chain) method.invoke(null, s, randn, x0, steps, eta);
            } catch (java.lang.reflect.InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException thrown) {
                    throw thrown;
                }
                throw (Error) e.getCause();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
