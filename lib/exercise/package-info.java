/**
 * The two exercises: the learner's loop is run, compared with the exact dynamics, and its mistake is named with
 * its line.
 *
 * <p>A loop runs beside recorded noise and scores that answer oddly, so that what it does at each step can be read
 * from its numbers.
 */
package lib.exercise;

//SOURCES Blank.java
//SOURCES Chain.java
//SOURCES Checker.java
//SOURCES Code.java
//SOURCES CodeReader.java
//SOURCES Coefficients.java
//SOURCES Complaint.java
//SOURCES Copy.java
//SOURCES Diagnosis.java
//SOURCES Difference.java
//SOURCES Draws.java
//SOURCES Exercise.java
//SOURCES ExerciseOptions.java
//SOURCES Expressions.java
//SOURCES Finding.java
//SOURCES Form.java
//SOURCES Hints.java
//SOURCES Inspection.java
//SOURCES Langevin1dSolution.java
//SOURCES Langevin2dSolution.java
//SOURCES Loop.java
//SOURCES Naming.java
//SOURCES NoiseForm.java
//SOURCES NotJava.java
//SOURCES OwnStepSize.java
//SOURCES Paths.java
//SOURCES Probe.java
//SOURCES Reading.java
//SOURCES Recorder.java
//SOURCES Replay.java
//SOURCES Run.java
//SOURCES Slip.java
//SOURCES Solution.java
//SOURCES Solved.java
//SOURCES Source.java
//SOURCES Spot.java
//SOURCES Standing.java
//SOURCES Steps.java
//SOURCES Supervision.java
//SOURCES Symptom.java
//SOURCES Target.java
//SOURCES TextPlot.java
//SOURCES Unasked.java
//SOURCES Unsolved.java
//SOURCES Way.java
//SOURCES Workshop.java
