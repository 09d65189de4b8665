package lib.exercise;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a loop did with a {@link Probe}, as numbers.
 *
 * @param start x0 after the run: unchanged, one hopes
 * @param shape the shape of the final points
 * @param end the final points
 * @param shapes the shapes of the trajectory's entries
 * @param entries the trajectory as it is after the run, so that entries that share memory are all equal
 * @param asked where the score was taken, call after call
 * @param askedShapes of the arrays at which it was taken
 * @param after what the engine's generator gives next
 */
record Run(Probe probe, float[] start, Shape shape, float[] end, List<Shape> shapes, List<float[]> entries, List<float[]> asked,
        Set<Shape> askedShapes, List<Float> after) {

    /** Runs the loop on the CPU; its arrays are freed. */
    static Run of(Loop loop, Probe probe) {
        Engine engine = Engine.getEngine("PyTorch");
        engine.setRandomSeed(probe.seed());
        try (NDManager nd = engine.newBaseManager(ai.djl.Device.cpu())) {
            NDArray x0 = nd.create(probe.start(), new Shape(probe.points(), probe.dimensions()));
            var recorder = new Recorder(probe);
            return of(probe, recorder, x0, loop.run(recorder.score(), recorder.noise(), x0, probe.steps(), probe.eta()));
        }
    }

    /** The numbers of a run that is over. */
    static Run of(Probe probe, Recorder recorder, NDArray x0, Chain chain) {
        if (chain == null || chain.x() == null || chain.trajectory() == null || chain.trajectory().stream().anyMatch(java.util.Objects::isNull)) {
            return null;
        }
        List<Shape> shapes = new ArrayList<>();
        List<float[]> entries = new ArrayList<>();
        for (NDArray entry : chain.trajectory()) {
            shapes.add(entry.getShape());
            entries.add(Recorder.numbers(entry));
        }
        return new Run(probe, Recorder.numbers(x0), chain.x().getShape(), Recorder.numbers(chain.x()), shapes, entries, recorder.asked(), recorder.shapes(),
                List.of(Recorder.drawn(x0, new Shape(1)).getFloat(0), Recorder.drawn(x0, new Shape(1)).getFloat(0)));
    }

    /** The steps, once {@link Form#of} has found nothing wrong with the form of the run. */
    Steps steps() {
        int d = probe.dimensions();
        List<float[]> y = entries;
        if (probe.steps() == 1) { // all points of one step are known, whatever the trajectory keeps
            y = List.of(probe.start(), end);
        }
        int size = y.stream().mapToInt(entry -> entry.length).min().orElseThrow();
        float[][] points = new float[y.size()][];
        float[][] drift = new float[y.size()][];
        for (int t = 0; t < points.length; t++) {
            points[t] = java.util.Arrays.copyOf(y.get(t), size);
            drift[t] = probe.target().at(points[t], d);
        }
        return new Steps(probe, points, drift);
    }

    /** The noise that the engine's generator gives after this run's seed: one draw of x's shape a step. */
    float[][] replayedNoise(int size) {
        Engine engine = Engine.getEngine("PyTorch");
        engine.setRandomSeed(probe.seed());
        float[][] noise = new float[probe.steps()][];
        try (NDManager nd = engine.newBaseManager(ai.djl.Device.cpu())) {
            NDArray x0 = nd.create(probe.start(), new Shape(probe.points(), probe.dimensions()));
            for (int t = 0; t < noise.length; t++) {
                noise[t] = java.util.Arrays.copyOf(Recorder.drawn(x0, x0.getShape()).toFloatArray(), size);
            }
        }
        return noise;
    }
}
