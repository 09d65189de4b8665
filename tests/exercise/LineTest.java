package tests.exercise;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lib.exercise.Exercise;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a loop as a person writes it: the right name and the right line, or no line. */
@DisplayName("Exercise checker: the line it shows")
class LineTest {

    private static final String SCORE = "NDArray score = s.at(x);";
    private static final String NOISE = "NDArray noise = randn.like(x);";
    private static final String RIGHT = "x = x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2 * eta)));";

    /** A slip, a part of what is to be said, and the line that is to be shown, or nothing where two lines may be meant. */
    record Slip(String says, String line, Exercise exercise, Written written) {
        @Override
        public String toString() {
            return says + " | " + line;
        }
    }

    private static Slip line(String says, String line, String score, String noise, String x) {
        return new Slip(says, line, Exercise.LANGEVIN_1D, Written.lines(score, noise, x));
    }

    private static Slip plane(String says, String line, String score, String noise, String x) {
        return new Slip(says, line, Exercise.LANGEVIN_2D, Written.lines(score, noise, x));
    }

    private static Slip body(String says, String line, String body) {
        return new Slip(says, line, Exercise.LANGEVIN_1D, Written.body(body));
    }

    static Stream<Slip> slips() {
        return Stream.concat(updates(), loops());
    }

    private static Stream<Slip> updates() {
        String byEta = "x = x.add(score.mul(eta)).add(noise.mul(eta));";
        String kick = "NDArray kick = noise.mul(Math.sqrt(eta));";
        return Stream.of(
                line("standard deviation η;", byEta, SCORE, NOISE, byEta),
                plane("standard deviation η;", byEta, SCORE, NOISE, byEta),
                plane("standard deviation √η;", kick, SCORE, NOISE + " " + "\n" + kick, "x = x.add(score.mul(eta)).add(kick);"),
                line("√2 · η", "x = x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2) * eta));", SCORE, NOISE, "x = x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2) * eta));"),
                line("In Java 1 / 2 is 0", "x = x.add(score.mul(eta)).add(noise.mul(Math.pow(2 * eta, 1/2)));", SCORE, NOISE, "x = x.add(score.mul(eta)).add(noise.mul(Math.pow(2 * eta, 1/2)));"),
                line("step size of its own", "x = x.add(score.mul(.01)).add(noise.mul(Math.sqrt(.02)));", SCORE, NOISE, "x = x.add(score.mul(.01)).add(noise.mul(Math.sqrt(.02)));"),
                line("x never changes", "x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2 * eta)));", SCORE, NOISE, "x.add(score.mul(eta)).add(noise.mul(Math.sqrt(2 * eta)));"),
                line("uniform on (0, 1)", "x = x.add(score.mul(eta)).add(x.getManager().randomUniform(0, 1, x.getShape()).mul(Math.sqrt(2 * eta)));", SCORE, NOISE,
                        "x = x.add(score.mul(eta)).add(x.getManager().randomUniform(0, 1, x.getShape()).mul(Math.sqrt(2 * eta)));"),
                line("uniform on (0, 1)", "NDArray noise = x.getManager().randomUniform(0, 1, x.getShape());", SCORE, "NDArray noise = x.getManager().randomUniform(0, 1, x.getShape());", RIGHT),
                line("taken once, at x0", "NDArray score = s.at(x0);", "NDArray score = s.at(x0);", NOISE, RIGHT),
                line("never asks s", "NDArray score = x.neg();", "NDArray score = x.neg();", NOISE, RIGHT),
                plane("one and the same score", "NDArray score = s.at(x.get(0));", "NDArray score = s.at(x.get(0));", NOISE, RIGHT),
                plane("one and the same score", "NDArray score = s.at(x.get(\":1\"));", "NDArray score = s.at(x.get(\":1\"));", NOISE, RIGHT),
                plane("holds no points", "NDArray score = s.at(x.get(\":, 0:1\"));", "NDArray score = s.at(x.get(\":, 0:1\"));", NOISE, RIGHT),
                plane("new Shape(200, 2) is the shape", null, SCORE, "NDArray noise = x.getManager().randomNormal(new Shape(200, 2));", RIGHT),
                line("does not enter", "x = x.add(noise.mul(Math.sqrt(2 * eta)));", SCORE, NOISE, "x = x.add(noise.mul(Math.sqrt(2 * eta)));"),
                line("no noise in your update", "", SCORE, NOISE, "x = x.add(score.mul(eta));\nx = x.add(score.mul(0));"));
    }

    private static Stream<Slip> loops() {
        String head = "NDArray x = x0.duplicate();\nList<NDArray> way = new ArrayList<>();\nway.add(x.duplicate());\n";
        String step = "x = x.add(s.at(x).mul(eta)).add(randn.like(x).mul(Math.sqrt(2 * eta)));\n";
        String loop = "for (int t = 0; t < steps; t++) {\n" + step + "way.add(x.duplicate());\n}\n";
        return Stream.of(
                body("too many steps", "for (int t = 0; t <= steps; t++) {", head + loop.replace("<", "<=").replace("NDArray>", "NDArray>") + "return new Chain(x, way);"),
                body("too few steps", "for (int t = 1; t < steps; t++) {", head + loop.replace("t = 0", "t = 1") + "return new Chain(x, way);"),
                body("records no step", "for (int t = 0; t < steps; t++) {", head + "for (int t = 0; t < steps; t++) {\n" + step + "}\nreturn new Chain(x, way);"),
                body("returns null", "return null;", head + loop + "return null;"),
                body("one and the same array", "way.add(x);", head + "for (int t = 0; t < steps; t++) {\nx.addi(s.at(x).mul(eta)).addi(randn.like(x).mul(Math.sqrt(2 * eta)));\nway.add(x);\n}\nreturn new Chain(x, way);"),
                body("changes x0", "NDArray x = x0;", "NDArray x = x0;\nList<NDArray> way = new ArrayList<>();\nway.add(x.duplicate());\nfor (int t = 0; t < steps; t++) {\nx.addi(s.at(x).mul(eta)).addi(randn.like(x).mul(Math.sqrt(2 * eta)));\nway.add(x.duplicate());\n}\nreturn new Chain(x, way);"),
                body("returns the start", "return new Chain(x0, way);", head + loop + "return new Chain(x0, way);"),
                body("seeds the engine", "x.getManager().getEngine().setRandomSeed(7 + t);", head + loop.replace("{\n", "{\nx.getManager().getEngine().setRandomSeed(7 + t);\n") + "return new Chain(x, way);"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void rightOrSilent(Slip slip) {
        List<String> said = slip.exercise().complaint(slip.written().loop(), slip.written().author(), slip.written().text(), 5, 0.01);
        String all = String.join("\n", said);
        assertTrue(all.replaceAll("\\s+", " ").contains(slip.says()), all);
        if (slip.line() != null) {
            String shown = said.stream().filter(line -> line.matches(" {2,}\\d+ \\| .*")).map(line -> line.replaceFirst("^.*?\\| ", "")).collect(Collectors.joining("\n"));
            assertEquals(slip.line().length() > 60 ? slip.line().substring(0, 60) : slip.line(), shown.length() > 60 ? shown.substring(0, 60) : shown, all);
        }
        assertTrue(said.stream().allMatch(line -> line.codePointCount(0, line.length()) <= 80), all);
    }
}
