/**
 * The figures' grammar: a {@link lib.chart.Panel} of marks on axes, one or several in a {@link lib.chart.Chart},
 * drawn by Tablesaw for Plotly.
 *
 * <p>Takes Java's arrays and knows nothing of tensors: a page can be drawn from recorded numbers. Colours and
 * formats are here and nowhere else.
 */
package lib.chart;

//SOURCES AnimatedPoints.java
//SOURCES Annotation.java
//SOURCES Arrows.java
//SOURCES Axes.java
//SOURCES Canvas.java
//SOURCES Chart.java
//SOURCES ChartFigure.java
//SOURCES ColorScale.java
//SOURCES Composer.java
//SOURCES Contour.java
//SOURCES ContourLevels.java
//SOURCES Curve.java
//SOURCES Data.java
//SOURCES Format.java
//SOURCES FrameRenderer.java
//SOURCES GridData.java
//SOURCES Json.java
//SOURCES LabelPlacement.java
//SOURCES Layout.java
//SOURCES Mark.java
//SOURCES Marks.java
//SOURCES Palette.java
//SOURCES Panel.java
//SOURCES Rectangle.java
//SOURCES ReferenceLine.java
//SOURCES Scatter.java
//SOURCES Theme.java
