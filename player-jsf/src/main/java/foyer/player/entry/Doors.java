package foyer.player.entry;

import foyer.event.Event;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Calls the use case that a panel's form is for: the one that the API calls. */
@ApplicationScoped
public class Doors {
    /** What a followed link's token is posted as. */
    static final String LINK = "link";

    /** Fails as the use cases do. */
    Passage send(Panel panel, Event event, Submission given, String language, Caller caller) {
        throw new Unavailable("Nobody can come in yet.", Duration.ofSeconds(60));
    }
}
