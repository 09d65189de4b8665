package lib.book;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lib.io.AtomicFile;

/**
 * A script's compiled classes, kept beside what the launcher keeps, under a name made of all they depend on: the
 * script's text, the libraries, the JDK. Losing them costs a second; a folder that cannot be written to is no failure.
 */
record ClassCache(Path file) {

    private static final int VERSIONS = 6; // so many of a script are worth keeping

    static ClassCache of(String alias, String source) {
        return new ClassCache(folder().resolve(
                alias + "-" + digest(source + '\0' + libraries() + '\0' + Runtime.version()) + ".zip"));
    }

    private static Path folder() {
        String cache = System.getenv("JBANG_CACHE_DIR");
        String jbang = System.getenv("JBANG_DIR");
        Path home = Path.of(System.getProperty("user.home"), ".jbang");
        Path caches = cache != null && !cache.isEmpty() ? Path.of(cache)
                : (jbang != null && !jbang.isEmpty() ? Path.of(jbang) : home).resolve("cache");
        return caches.resolve("workbook/lessons");
    }

    /** Each jar with its length and time: JBang builds an edited library again at the same place. */
    private static String libraries() {
        var all = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File jar = new File(entry);
            all.append(entry).append('|').append(jar.length()).append('|').append(jar.lastModified()).append('\n');
        }
        return all.toString();
    }

    /** The classes by name; empty if they are not here. */
    Map<String, byte[]> read() {
        var classes = new TreeMap<String, byte[]>();
        if (!Files.exists(file)) {
            return classes;
        }
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readAllBytes());
            }
            return classes;
        } catch (IOException e) {
            return new TreeMap<>();
        }
    }

    void write(Map<String, byte[]> classes) {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : classes.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory does not refuse
        }
        try {
            AtomicFile.write(file, bytes.toByteArray());
            forgetOthers();
        } catch (IOException e) {
            return;
        }
    }

    private void forgetOthers() throws IOException {
        String alias = file.getFileName().toString().replaceFirst("-[0-9a-f]+\\.zip$", "");
        try (var files = Files.list(file.getParent())) {
            for (Path old : files.filter(each -> each.getFileName().toString().matches(alias + "-[0-9a-f]+\\.zip"))
                    .sorted(java.util.Comparator.comparing((Path each) -> each.toFile().lastModified()).reversed())
                    .skip(VERSIONS).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (FileSystemException e) {
            return; // another process is at it
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
