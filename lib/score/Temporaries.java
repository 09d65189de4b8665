package lib.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.function.Supplier;

/** Frees what a computation leaves behind, except its result. */
public final class Temporaries {

    private Temporaries() {}

    /**
     * Runs a computation and frees every array that it made, its result aside.
     *
     * @param computation makes the result, which is a new array
     * @return that result, which a caller's scope owns if there is one
     */
    public static NDArray freed(Supplier<NDArray> computation) {
        NDArray result;
        try (var temporaries = new NDScope()) {
            temporaries.suppressNotUsedWarning();
            result = computation.get();
            NDScope.unregister(result);
        }
        NDScope.register(result);
        return result;
    }
}
