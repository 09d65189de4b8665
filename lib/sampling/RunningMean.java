package lib.sampling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * A mean over very many chains, shard after shard, noted at every power of two and at the end: how an estimate settles
 * as chains come in.
 */
public final class RunningMean {

    private final List<Note> notes = new ArrayList<>();
    private double sum;

    /** The mean of the first {@code count} values. */
    public record Note(long count, double mean) {}

    /** The sum of a shard's values from the part before to {@code count}, counted over all shards. */
    public record Part(long count, double sum) {}

    /**
     * Adds up a shard's values between the powers of two that it crosses. A shard's worker may call this; only
     * {@link #add} has to be called in the order of the shards.
     *
     * @param values one a chain, shape (n), float32 sums each of at most n numbers
     */
    public static List<Part> parts(NDArray values, Shards.Shard shard) {
        List<Part> parts = new ArrayList<>();
        long end = shard.from() + shard.chains();
        for (long from = shard.from(); from < end; ) {
            long to = Math.min(end, from == 0 ? 1 : 2 * Long.highestOneBit(from));
            try (var temporaries = new NDScope()) {
                temporaries.suppressNotUsedWarning();
                var index = new NDIndex("%s:%s".formatted(from - shard.from(), to - shard.from()));
                parts.add(new Part(to, values.get(index).sum().getFloat()));
            }
            from = to;
        }
        return parts;
    }

    /** Takes in the parts of the next shard. */
    public void add(List<Part> parts) {
        for (Part part : parts) {
            sum += part.sum;
            if (!notes.isEmpty() && Long.bitCount(last().count) != 1) {
                notes.remove(notes.size() - 1); // the end of a shard, and not of the run
            }
            notes.add(new Note(part.count, sum / part.count));
        }
    }

    /** What was noted, with more and more chains. */
    public List<Note> notes() {
        return List.copyOf(notes);
    }

    /** The mean of all. */
    public Note last() {
        return notes.get(notes.size() - 1);
    }
}
