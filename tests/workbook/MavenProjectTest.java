package tests.workbook;

import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static tests.workbook.Workbook.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lib.io.UserError;
import lib.project.MavenProject;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

/** What `./jbang ide` writes. */
@DisplayName("A project for editors")
class MavenProjectTest {

    @TempDir
    Path folder;
    private Path clone;

    @BeforeEach
    void aClone() throws IOException {
        clone = LauncherTest.copyOfTheWorkbook(folder.resolve("a clone"), "tests");
    }

    @Test
    @DisplayName("has every dependency of library and tests, the workbook's own files by links, and is the same written twice")
    void complete() throws IOException {
        Path pom = MavenProject.in(clone.resolve("lib/page")).write("org.example:native:1:linux-x86_64");
        String text = read(pom);
        for (String source : List.of("lib/Workbook.java", "tests/AllTests.java")) {
            Pattern.compile("(?m)^//DEPS ([^:/$]+):([^:]+):([^:@\\s]+)").matcher(read(clone.resolve(source))).results().forEach(found ->
                    assertTrue(text.replaceAll("\\s", "").contains("<groupId>" + found.group(1) + "</groupId><artifactId>" + found.group(2) + "</artifactId><version>"
                            + found.group(3) + "<"), found.group()));
        }
        assertTrue(Files.isSameFile(clone.resolve("lib/Workbook.java"), clone.resolve("ide/src/main/java/lib/Workbook.java")));
        assertTrue(Files.isSameFile(clone.resolve("scripts"), clone.resolve("ide/src/main/scripts")));
        MavenProject.in(clone).write("org.example:native:1:linux-x86_64");
        assertEquals(text, read(pom));
    }

    @Test
    @DisplayName("is not written over what is somebody's, nor outside a clone")
    void refused() throws IOException {
        Path mine = Files.createDirectories(clone.resolve("ide/src/main/scripts")).resolve("Mine.java");
        Files.writeString(mine, "class Mine {}");
        assertEquals(1, assertThrows(UserError.class, () -> MavenProject.in(clone).write("org.example:native:1:linux-x86_64")).exitStatus());
        assertEquals("class Mine {}", read(mine));
        assertEquals(2, assertThrows(UserError.class, () -> MavenProject.in(folder)).exitStatus());
    }

    @Test
    @Tag("slow")
    @DisplayName("is compiled by Maven, and a lesson runs from what it compiled")
    void compiles() throws IOException {
        assumeTrue(run(clone, Map.of(), "", List.of("sh", "-c", "command -v mvn")).status() == 0, "there is no Maven here");
        assertEquals(0, run(clone, Map.of(), "", List.of("bash", "./jbang", "ide")).status());
        var compiled = run(clone, Map.of(), "", List.of("mvn", "-q", "-f", "ide/pom.xml", "test-compile",
                "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath", "-Dmdep.outputFile=class.path", "-Dmdep.includeScope=runtime"));
        assertEquals(0, compiled.status(), compiled.both());
        assertTrue(Files.exists(clone.resolve("ide/target/test-classes/tests/workbook/MavenProjectTest.class")));
        String path = clone.resolve("ide/target/classes") + java.io.File.pathSeparator + read(clone.resolve("ide/class.path")).strip();
        var lesson = run(clone, Map.of(), "", List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp", path, "ScoreField", "--no-open"));
        assertEquals(0, lesson.status(), lesson.both());
        assertTrue(Files.exists(clone.resolve("out/score-field.html")));
    }
}
