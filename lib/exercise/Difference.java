package lib.exercise;

import static lib.exercise.Slip.number;

import java.util.List;

/** What a loop gave where the rule gives something else, in numbers and without the formula. */
final class Difference {

    private Difference() {}

    /** The first number of a run that the rule does not give. */
    static String seen(Run run) {
        Steps steps = run.steps();
        float[][] noise = run.replayedNoise(steps.size());
        for (int t = 0; t < steps.count(); t++) {
            int k = steps.firstAway(noise, 1, t);
            if (k >= 0) {
                double x = steps.y()[t][k];
                double score = steps.s()[t][k];
                double calm = x + steps.eta() * score;
                double given = steps.y()[t + 1][k];
                double expected = calm + steps.noiseScale() * noise[t][k];
                String setting = "At η = %s, from x = %s with score %s".formatted(number(steps.eta()), number(x), number(score));
                String seen = "%s and noise %s, your step %s went to %s; the rule goes to %s."
                        .formatted(setting, number(noise[t][k]), t + 1, digits(given, expected), digits(expected, given));
                boolean known = Reading.of(run).filter(Reading::nearlyReplayed).isPresent();
                return known ? seen : seen + " (Noise drawn in another way: the rule ends between %s and %s.)"
                        .formatted(number(calm - 4 * steps.noiseScale()), number(calm + 4 * steps.noiseScale()));
            }
        }
        return "Its steps differ from the rule's.";
    }

    /** A number with as many digits as tell it from another. */
    private static String digits(double value, double other) {
        int places = 2;
        while (places < 7 && Math.abs(value - other) * Math.pow(10, places) < 5) {
            places++;
        }
        return String.format(java.util.Locale.ROOT, "%." + places + "f", value);
    }

    /** A step that adds something on average, beside the score's part. */
    static String ofMean(List<Reading> readings, List<Draws> draws) {
        Reading reading = readings.get(0);
        double scale = reading.steps().noiseScale();
        return "At η = %s, what your step adds to x beside the score's part has mean %s and standard deviation %s; the rule's has mean 0 and %s."
                .formatted(number(reading.steps().eta()), number(draws.get(0).mean() * scale), number(draws.get(0).deviation() * scale), number(scale));
    }

    /** A drift that is no known multiple of the rule's. */
    static String ofDrift(List<Reading> readings) {
        var text = new StringBuilder();
        for (Reading reading : readings) {
            text.append("At η = %s what your step adds along the score is %s times the rule's. "
                    .formatted(number(reading.steps().eta()), digits(reading.a(), 1)));
        }
        return text.toString().strip();
    }

    /** A noise whose size is no known mistake's. */
    static String ofDeviation(List<Reading> readings, List<Draws> draws) {
        var text = new StringBuilder();
        for (int i = 0; i < draws.size(); i++) {
            Steps steps = readings.get(i).steps();
            text.append("At η = %s your noise has standard deviation %s; the rule's has %s. ".formatted(number(steps.eta()),
                    number(draws.get(i).deviation() * steps.noiseScale()), number(steps.noiseScale())));
        }
        return text.toString().strip();
    }
}
