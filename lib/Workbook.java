//DESCRIPTION The workbook's library: scripts name this file and nothing else
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8

// Tensors, autograd, random numbers. DJL_NATIVE names PyTorch's library for this machine; empty, DJL downloads one.
//DEPS ai.djl:api:0.36.0
//DEPS ai.djl.pytorch:pytorch-engine:0.36.0
//DEPS ai.djl.pytorch:pytorch-jni:2.7.1-0.36.0
//DEPS ${env.DJL_NATIVE:}
// Tables, and figures for Plotly (brings Jackson for JSON, Pebble for templates, commons-math3 for Cholesky).
//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
// Options and help, JBang's own convention.
//DEPS info.picocli:picocli:4.7.7
// A bar for what takes a while (brings JLine, whose classes are loaded only where a bar is shown).
//DEPS me.tongfei:progressbar:0.10.1
// lessons.md to HTML, with GitHub's tables.
//DEPS org.commonmark:commonmark:0.28.0
//DEPS org.commonmark:commonmark-ext-gfm-tables:0.28.0
// What a page shows offline: figures, mathematics, highlighted code.
//DEPS org.webjars.npm:plotly.js-dist:3.3.1
//DEPS org.webjars.npm:katex:0.18.11@fatjar
//DEPS org.webjars:highlightjs:11.11.1
// Zip files from strangers: unlike the JDK it sees links in them. DJL brings it in this version.
//DEPS org.apache.commons:commons-compress:1.27.1
// Search in the book, in the browser and from the file system: stems, prefixes, slips of a letter.
//DEPS org.webjars.npm:lunr:2.3.9
// DJL and Pebble log through SLF4J; a lesson prints its own report.
//DEPS org.slf4j:slf4j-nop:2.0.17

// The rooms. Each names its own files, and what it is for; imports point up this list and never down.
//SOURCES io/package-info.java
//SOURCES score/package-info.java
//SOURCES sampling/package-info.java
//SOURCES law/package-info.java
//SOURCES chart/package-info.java
//SOURCES narration/package-info.java
//SOURCES page/package-info.java
//SOURCES lesson/package-info.java
//SOURCES exercise/package-info.java
//SOURCES book/package-info.java
//SOURCES bench/package-info.java
//SOURCES project/package-info.java
//FILES Workbook.java

package lib;

/** The library's one door, and the versions behind it. */
public final class Workbook {

    public static final String VERSION = "0.1.0";
    public static final String DJL_VERSION = "0.36.0";
    public static final String PYTORCH_VERSION = "2.7.1";

    private Workbook() {}
}
