//DESCRIPTION The workbook's library: scripts name this file and nothing else
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8

// Tensors, autograd, random numbers. DJL_NATIVE names PyTorch's library for this machine; empty, DJL downloads one itself.
//DEPS ai.djl:api:0.36.0
//DEPS ai.djl.pytorch:pytorch-engine:0.36.0
//DEPS ai.djl.pytorch:pytorch-jni:2.7.1-0.36.0
//DEPS ${env.DJL_NATIVE:}
// Tables, and figures for Plotly (brings Jackson for JSON, Pebble for templates, commons-math3 for Cholesky).
//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
// Options and help, JBang's own convention.
//DEPS info.picocli:picocli:4.7.7
// A bar for what takes a while (brings JLine, whose classes are loaded only where a bar is shown).
//DEPS me.tongfei:progressbar:0.10.1
// lessons.md to HTML, with GitHub's tables.
//DEPS org.commonmark:commonmark:0.28.0
//DEPS org.commonmark:commonmark-ext-gfm-tables:0.28.0
// What a page shows offline: figures, mathematics, highlighted code.
//DEPS org.webjars.npm:plotly.js-dist:3.3.1
//DEPS org.webjars.npm:katex:0.18.11@fatjar
//DEPS org.webjars:highlightjs:11.11.1
// DJL and Pebble log through SLF4J; a lesson prints its own report.
//DEPS org.slf4j:slf4j-nop:2.0.17

//SOURCES score/Autograd.java
//SOURCES score/Covariance.java
//SOURCES score/DoubleWell.java
//SOURCES score/Energy.java
//SOURCES score/Gaussian.java
//SOURCES score/Grid.java
//SOURCES score/LogDensity.java
//SOURCES score/Mixture.java
//SOURCES score/Odds.java
//SOURCES score/Rows.java
//SOURCES score/Score.java
//SOURCES score/Temporaries.java
//SOURCES sampling/DivergedException.java
//SOURCES sampling/KeyedNoise.java
//SOURCES sampling/Langevin.java
//SOURCES sampling/Noise.java
//SOURCES sampling/Observer.java
//SOURCES sampling/ParallelNoise.java
//SOURCES sampling/RunningMean.java
//SOURCES sampling/Shards.java
//SOURCES sampling/Throughput.java
//SOURCES sampling/Vigil.java
//SOURCES sampling/Ziggurat.java
//SOURCES chart/ArrowShape.java
//SOURCES chart/Arrows.java
//SOURCES chart/Axes.java
//SOURCES chart/Box.java
//SOURCES chart/Caption.java
//SOURCES chart/Chart.java
//SOURCES chart/ChartFigure.java
//SOURCES chart/Composer.java
//SOURCES chart/Curve.java
//SOURCES chart/Data.java
//SOURCES chart/Dots.java
//SOURCES chart/Field.java
//SOURCES chart/Film.java
//SOURCES chart/Guide.java
//SOURCES chart/Ink.java
//SOURCES chart/Json.java
//SOURCES chart/JsonTrace.java
//SOURCES chart/Lattice.java
//SOURCES chart/Levels.java
//SOURCES chart/Mark.java
//SOURCES chart/Marks.java
//SOURCES chart/Motion.java
//SOURCES chart/Panel.java
//SOURCES chart/Placement.java
//SOURCES chart/Plan.java
//SOURCES chart/Scale.java
//SOURCES chart/Sketch.java
//SOURCES chart/Surface.java
//SOURCES chart/Swarm.java
//SOURCES chart/Theme.java
//SOURCES chart/Words.java
//SOURCES page/Assets.java
//SOURCES page/AtomicFile.java
//SOURCES page/Check.java
//SOURCES page/Exhibit.java
//SOURCES page/Html.java
//SOURCES page/LessonContent.java
//SOURCES page/LessonPage.java
//SOURCES page/Markdown.java
//SOURCES page/Outline.java
//SOURCES page/PageLinks.java
//SOURCES page/Plate.java
//SOURCES page/Preparation.java
//SOURCES page/Printed.java
//SOURCES page/Shelf.java
//SOURCES page/View.java
//SOURCES lesson/Browser.java
//SOURCES lesson/Columns.java
//SOURCES lesson/Devices.java
//SOURCES lesson/FilmOptions.java
//SOURCES lesson/Gif.java
//SOURCES lesson/Lesson.java
//SOURCES lesson/LessonOptions.java
//SOURCES lesson/Mistake.java
//SOURCES lesson/Mp4.java
//SOURCES lesson/Output.java
//SOURCES lesson/Progress.java
//SOURCES lesson/PyTorch.java
//SOURCES lesson/Recording.java
//SOURCES lesson/Report.java
//SOURCES lesson/Runner.java
//SOURCES lesson/SamplingOptions.java
//SOURCES lesson/Shell.java
//SOURCES lesson/Survey.java
//SOURCES lesson/WarmUp.java
//SOURCES exercise/Blank.java
//SOURCES exercise/Chain.java
//SOURCES exercise/Checker.java
//SOURCES exercise/Coefficients.java
//SOURCES exercise/Complaint.java
//SOURCES exercise/Copy.java
//SOURCES exercise/Diagnosis.java
//SOURCES exercise/Difference.java
//SOURCES exercise/Draws.java
//SOURCES exercise/Exercise.java
//SOURCES exercise/ExerciseOptions.java
//SOURCES exercise/Finding.java
//SOURCES exercise/Form.java
//SOURCES exercise/Hints.java
//SOURCES exercise/Inspection.java
//SOURCES exercise/Langevin1dSolution.java
//SOURCES exercise/Langevin2dSolution.java
//SOURCES exercise/Loop.java
//SOURCES exercise/Naming.java
//SOURCES exercise/NoiseForm.java
//SOURCES exercise/Paths.java
//SOURCES exercise/Probe.java
//SOURCES exercise/Reading.java
//SOURCES exercise/Recorder.java
//SOURCES exercise/Replay.java
//SOURCES exercise/Run.java
//SOURCES exercise/Slip.java
//SOURCES exercise/Solved.java
//SOURCES exercise/Source.java
//SOURCES exercise/Steps.java
//SOURCES exercise/Supervision.java
//SOURCES exercise/Symptom.java
//SOURCES exercise/Target.java
//SOURCES exercise/TextPlot.java
//SOURCES exercise/Unasked.java
//SOURCES exercise/Unsolved.java
//SOURCES exercise/Way.java
//SOURCES exercise/Workshop.java
//SOURCES bench/Contestant.java
//SOURCES bench/Notebook.java
//SOURCES bench/Timing.java
//FILES lib/bench/notebook.py=bench/notebook.py
//FILES lessons.md=../lessons.md
//FILES lib/page/page.html=page/page.html
//FILES lib/page/workbook.css=page/workbook.css
//FILES lib/page/workbook.js=page/workbook.js
//FILES lib/page/animation.js=page/animation.js
//FILES Workbook.java

package lib;

/** The library's one door, and the versions behind it. */
public final class Workbook {

    public static final String VERSION = "0.1.0";
    public static final String DJL_VERSION = "0.36.0";
    public static final String PYTORCH_VERSION = "2.7.1";

    private Workbook() {}
}
