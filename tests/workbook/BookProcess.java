package tests.workbook;

import lib.book.Book;

/** The book as a process of the tests' own class path. */
final class BookProcess {

    private BookProcess() {}

    public static void main(String... args) {
        Book.run(args);
    }
}
