package foyer.payment.provider;

import foyer.shared.Unavailable;
import java.time.Duration;

/** So many are at it that one's turn does not come soon; what is to be done is written, and comes to its turn. */
public final class StillInLine extends Unavailable {
    private static final long serialVersionUID = 1L;

    /** @param delay until the next one's turn */
    public StillInLine(String message, Duration delay) {
        super(message, delay);
    }
}
