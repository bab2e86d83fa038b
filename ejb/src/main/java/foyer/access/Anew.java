package foyer.access;

import foyer.registration.Registration;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** A registration that others may change at the same moment, as its viewer does who enters a code. */
final class Anew {
    private static final int TRIES = 5;

    private Anew() {}

    /**
     * Fails with {@link Unavailable} where others are faster each time, for nobody here named a version that could be stale.
     *
     * @param finding the registration as it is then
     * @param change decides by that and writes it; both are made anew after a {@link VersionConflict}
     */
    static <T> T changed(Supplier<Registration> finding, Function<Registration, T> change) {
        for (var made = 1; ; made++) {
            try {
                return change.apply(finding.get());
            } catch (VersionConflict meanwhile) {
                if (made == TRIES) {
                    throw new Unavailable(
                            "Much happens to this registration at once. Please try again.",
                            Duration.ofSeconds(1),
                            meanwhile);
                }
            }
        }
    }
}
