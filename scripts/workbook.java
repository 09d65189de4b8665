///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION The whole course as an offline book: every lesson, the text's chapters, contents and search
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java
//FILES setup.java
//FILES gaussian-score.java
//FILES score-field.java
//FILES score-from-energy.java
//FILES langevin-1d.java
//FILES langevin-2d.java
//FILES langevin-gaussian.java
//FILES bimodal-sampling.java
//FILES langevin-animation.java
//FILES gpu-chains.java
//FILES reflection.java
//MAIN WholeWorkbook
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED

import lib.book.Book;

/**
 * The lessons above, in the order of lessons.md. Files and not //SOURCES: one that does not compile must not stop the
 * others.
 */
class WholeWorkbook {
    public static void main(String... args) {
        Book.run(args);
    }
}
