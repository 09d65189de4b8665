/**
 * The program that speaks the narration: texts, a lexicon and a voice become recordings and captions.
 *
 * <p>Started by {@code ./jbang narration --build}, and compiled with that script; the library knows nothing of it.
 */
package narration.build;

//SOURCES CaptionLines.java
//SOURCES Lexicon.java
//SOURCES Manifest.java
//SOURCES Mastering.java
//SOURCES Recorder.java
//SOURCES Sound.java
//SOURCES Tool.java
//SOURCES Voice.java
