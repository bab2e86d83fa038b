package foyer.registration;

import foyer.shared.Alongside;
import java.time.Instant;

/** What is owed when a registration ends; answered by those who take the payments. */
public interface Dues {
    /** Written with the end of a registration, so that its money is seen to whatever happens to us next. */
    Alongside onEnd(Registration ended, Instant now);
}
