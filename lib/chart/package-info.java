/**
 * The figures' grammar: a {@link lib.chart.Panel} of marks on axes, one or several in a {@link lib.chart.Chart},
 * drawn by Tablesaw for Plotly.
 *
 * <p>Takes Java's arrays and knows nothing of tensors: a page can be drawn from recorded numbers. Colours and
 * formats are here and nowhere else.
 */
package lib.chart;

//SOURCES ArrowShape.java
//SOURCES Arrows.java
//SOURCES Axes.java
//SOURCES Box.java
//SOURCES Caption.java
//SOURCES Chart.java
//SOURCES ChartFigure.java
//SOURCES Composer.java
//SOURCES Curve.java
//SOURCES Data.java
//SOURCES Dots.java
//SOURCES Field.java
//SOURCES Film.java
//SOURCES Guide.java
//SOURCES Palette.java
//SOURCES Json.java
//SOURCES JsonTrace.java
//SOURCES Lattice.java
//SOURCES Levels.java
//SOURCES Mark.java
//SOURCES Marks.java
//SOURCES Motion.java
//SOURCES Panel.java
//SOURCES Placement.java
//SOURCES Plan.java
//SOURCES ColorScale.java
//SOURCES Sketch.java
//SOURCES Surface.java
//SOURCES Swarm.java
//SOURCES Theme.java
//SOURCES Thin.java
//SOURCES Words.java
