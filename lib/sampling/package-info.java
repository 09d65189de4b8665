/**
 * Langevin dynamics: {@link lib.sampling.Langevin} moves chains by a score and noise, {@link lib.sampling.Shards}
 * moves more of them than one array holds.
 *
 * <p>Chains are an array of shape (chains, d), one a row. Noise comes from DJL's engine, or by a key of seed, step
 * and chain, the same on any machine.
 */
package lib.sampling;

//SOURCES DivergedException.java
//SOURCES DivergenceCause.java
//SOURCES DivergenceGuard.java
//SOURCES FirstStep.java
//SOURCES KeyedNoise.java
//SOURCES Langevin.java
//SOURCES LentPoints.java
//SOURCES Noise.java
//SOURCES Observer.java
//SOURCES ParallelNoise.java
//SOURCES RunningMean.java
//SOURCES Shards.java
//SOURCES Throughput.java
//SOURCES Ziggurat.java
