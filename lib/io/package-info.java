/**
 * Files, folders and streams: what the workbook writes is whole or not there, what it says is readable wherever it
 * is read.
 *
 * <p>Knows the JDK and nothing of the workbook. An error of the person's is a {@link lib.io.UserError}: what
 * happened, where, what to do next.
 */
package lib.io;

//SOURCES AtomicFile.java
//SOURCES Leftovers.java
//SOURCES Terminal.java
//SOURCES UserError.java
//SOURCES UserFolder.java
