/**
 * For those who extend the workbook: a new lesson in all the places where one is named, and a project for Maven and
 * the editors that know it.
 *
 * <p>Works on the files of a clone and computes nothing: no engine is started here.
 */
package lib.project;

//SOURCES Clone.java
//SOURCES MavenProject.java
//SOURCES NewLesson.java

//FILES lib/project/lesson.java.txt=lesson.java.txt
//FILES lib/project/lesson.md.txt=lesson.md.txt
//FILES lib/project/pom.xml.txt=pom.xml.txt
