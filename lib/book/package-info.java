/**
 * The whole workbook at once: every lesson run into one folder of pages with contents, search and narration, as
 * files or a zip.
 *
 * <p>A lesson is what the catalog says; a learner's exercise runs in a process of its own.
 */
package lib.book;

//SOURCES Book.java
//SOURCES BookBuilder.java
//SOURCES BookZip.java
//SOURCES ClassCache.java
//SOURCES Cover.java
//SOURCES LessonProcess.java
//SOURCES Scripts.java
