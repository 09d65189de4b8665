/**
 * What every lesson script is given: options, a seed, a device, memory that is returned, a report, and a page at
 * the end.
 *
 * <p>A script extends {@link lib.lesson.Lesson} and shows the mathematics; the checks that it names are judged by
 * lib.law.
 */
package lib.lesson;

//SOURCES Arguments.java
//SOURCES Browser.java
//SOURCES Columns.java
//SOURCES Console.java
//SOURCES CudaBuild.java
//SOURCES Devices.java
//SOURCES Fault.java
//SOURCES FilmOptions.java
//SOURCES GaussianOptions.java
//SOURCES Gif.java
//SOURCES Invocation.java
//SOURCES Lesson.java
//SOURCES LessonOptions.java
//SOURCES Mp4.java
//SOURCES Nvidia.java
//SOURCES Outcome.java
//SOURCES Output.java
//SOURCES Progress.java
//SOURCES PyTorch.java
//SOURCES Recording.java
//SOURCES Report.java
//SOURCES Runner.java
//SOURCES SamplingOptions.java
//SOURCES Session.java
//SOURCES Shell.java
//SOURCES StepOptions.java
//SOURCES Survey.java
//SOURCES Taught.java
//SOURCES WarmUp.java
