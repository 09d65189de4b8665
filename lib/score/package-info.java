/**
 * Densities and their scores: from a formula, or from an energy by autograd.
 *
 * <p>Points are an array of shape (n, d), one a row; a {@link lib.score.Score} answers an array of the same shape,
 * an {@link lib.score.Energy} one of shape (n).
 */
package lib.score;

//SOURCES Audit.java
//SOURCES Autograd.java
//SOURCES Constant.java
//SOURCES DoubleWell.java
//SOURCES Energy.java
//SOURCES Gaussian.java
//SOURCES GraphMemory.java
//SOURCES Grid.java
//SOURCES LogDensity.java
//SOURCES Mixture.java
//SOURCES LogOdds.java
//SOURCES Shapes.java
//SOURCES Score.java
//SOURCES Temporaries.java
