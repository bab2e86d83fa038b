package foyer.shared;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Something that others may change at the same moment, as a viewer does their registration who enters a code. */
public final class Anew {
    private static final int TRIES = 5;

    private Anew() {}

    /**
     * Fails with {@link Unavailable} where others are faster each time, for nobody here named a version that could be stale.
     *
     * @param what it is, in a word for whoever is refused
     * @param finding the thing as it is then
     * @param change decides by that and writes it; both are made anew after a {@link VersionConflict}
     */
    public static <S, T> T changed(String what, Supplier<S> finding, Function<S, T> change) {
        for (var made = 1; ; made++) {
            try {
                return change.apply(finding.get());
            } catch (VersionConflict meanwhile) {
                if (made == TRIES) {
                    throw new Unavailable(
                            "Much happens to this " + what + " at once. Please try again.",
                            Duration.ofSeconds(1),
                            meanwhile);
                }
            }
        }
    }
}
