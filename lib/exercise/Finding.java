package lib.exercise;

/** A named mistake with what was seen of it, or an empty text. */
record Finding(Slip slip, String detail) {}
