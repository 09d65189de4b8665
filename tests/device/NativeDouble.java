package tests.device;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/**
 * Puts {@link Hardware} between DJL and PyTorch: two classes, written here from DJL's own, that a JVM finds before DJL's.
 *
 * <p>All that DJL's engine asks of PyTorch goes through one object, {@code PyTorchLibrary.LIB}, whose methods are native.
 * The class written here has the same native methods, so that the engine's library binds to them as it does to the
 * original, but it may be extended; its {@code LIB} is an extension that asks {@code Hardware} about every call.
 */
final class NativeDouble {

    private static final String PACKAGE = "ai.djl.pytorch.jni";

    private NativeDouble() {}

    /** Writes and compiles both classes into a folder that is to come first on a class path. */
    static void write(Path folder) throws IOException, ClassNotFoundException {
        var natives = Arrays.stream(Class.forName(PACKAGE + ".PyTorchLibrary", false, NativeDouble.class.getClassLoader()).getDeclaredMethods())
                .filter(method -> Modifier.isNative(method.getModifiers())).toList();
        Path sources = Files.createDirectories(folder.resolve("ai/djl/pytorch/jni"));
        var files = List.of(
                Files.writeString(sources.resolve("PyTorchLibrary.java"), """
                        package %s;
                        class PyTorchLibrary {
                            static final PyTorchLibrary LIB = new Asked();
                        %s}
                        """.formatted(PACKAGE, each(natives, "    native %2$s %1$s(%3$s);\n"))),
                Files.writeString(sources.resolve("Asked.java"), """
                        package %s;
                        final class Asked extends PyTorchLibrary {
                            Asked() {
                                tests.device.Hardware.pytorch = new tests.device.Hardware.PyTorch() {
                                    public long copy(long tensor) { return Asked.super.tensorClone(tensor); }
                                    public void delete(long tensor) { Asked.super.torchDeleteTensor(tensor); }
                                    public int type(long tensor) { return Asked.super.torchDType(tensor); }
                                    public boolean isInOrder(long tensor) { return Asked.super.torchIsContiguous(tensor); }
                                    public long[] shape(long tensor) { return Asked.super.torchSizes(tensor); }
                                };
                            }
                        %s}
                        """.formatted(PACKAGE, each(natives, "    @Override %2$s %1$s(%3$s) { %4$stests.device.Hardware.ask(\"%1$s\", a -> %5$s, %6$s); }\n"))));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var options = List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
            if (!compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files)).call()) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    private static String each(List<Method> natives, String line) {
        return natives.stream().map(method -> {
            List<String> types = Arrays.stream(method.getParameterTypes()).map(Class::getCanonicalName).toList();
            String result = method.getReturnType().getCanonicalName();
            String call = "super.%s(%s)".formatted(method.getName(), list(types, "(%s) a[%d]"));
            String arguments = "new Object[] {" + list(types, "a%2$d") + "}";
            return line.formatted(method.getName(), result, list(types, "%s a%d"), result.equals("void") ? "" : "return (" + result + ") ",
                    result.equals("void") ? "{ " + call + "; return null; }" : call, arguments);
        }).collect(Collectors.joining());
    }

    private static String list(List<String> types, String format) {
        return IntStream.range(0, types.size()).mapToObj(k -> format.formatted(types.get(k), k)).collect(Collectors.joining(", "));
    }
}
