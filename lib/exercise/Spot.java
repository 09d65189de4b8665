package lib.exercise;

/** A place in a person's loop that a diagnosis speaks of. */
enum Spot {
    /** Where the score is asked for. */
    SCORE,
    /** Where the noise is drawn. */
    NOISE,
    /** Where the noise is scaled. */
    KICK,
    /** Where x is given its next value. */
    UPDATE,
    /** Where a next value is computed and dropped. */
    DROPPED,
    /** The loop's first line. */
    LOOP,
    /** Where an entry is added to the trajectory in the loop. */
    RECORD,
    /** Where the start is added. */
    START,
    /** Where x begins. */
    COPY,
    /** What is returned. */
    RETURN,
    /** Where a generator is seeded. */
    SEED
}
