///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Where a folder and an alias have one name, JBang runs the folder's main.java: this one hands over to AllTests.java
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8

import java.util.ArrayList;
import java.util.List;

class main {
    public static void main(String... args) throws Exception {
        String launcher = System.getenv("JBANG_LAUNCH_CMD");
        var command = new ArrayList<>(List.of(launcher == null ? "jbang" : launcher, "tests/AllTests.java"));
        command.addAll(List.of(args));
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
