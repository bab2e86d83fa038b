package foyer.registration;

import foyer.shared.Alongside;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is owed when a registration ends; answered by those who take the payments. */
public interface Dues {
    /**
     * Written with the end of a registration, so that its money is seen to whatever happens to us next.
     *
     * @param by the operator who ends it, by their id, which is recorded; null: its viewer did, or time
     */
    Alongside onEnd(Registration ended, @Nullable String by, Instant now);
}
