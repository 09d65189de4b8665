/**
 * What a right sampler's numbers may be: exact laws of means, variances, counts and covered paths at step t, and
 * their quantiles.
 *
 * <p>A lesson's check asks a law for a verdict: it holds, it fails, or so few chains cannot tell. A false alarm is
 * at most one in a million runs.
 */
package lib.law;

//SOURCES Binomial.java
//SOURCES ChiSquare.java
//SOURCES Density.java
//SOURCES GaussianChain.java
//SOURCES Strides.java
//SOURCES Trial.java
//SOURCES TwoModesChain.java
