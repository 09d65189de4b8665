/**
 * The whole workbook at once: every lesson run into one folder of pages with contents, search and narration, as
 * files or a zip.
 *
 * <p>A lesson is what the catalog says; a learner's exercise runs in a process of its own.
 */
package lib.book;

//SOURCES Apart.java
//SOURCES Book.java
//SOURCES BookOptions.java
//SOURCES Chapter.java
//SOURCES Cover.java
//SOURCES Kept.java
//SOURCES Parcel.java
//SOURCES Press.java
//SOURCES Scripts.java
