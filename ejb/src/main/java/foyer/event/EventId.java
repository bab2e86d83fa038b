package foyer.event;

import foyer.shared.Ids;
import foyer.shared.NotFound;

/** Names an event; opaque and not guessable. */
public record EventId(String value) {

    /** Fails with {@link NotFound} for what cannot be an id: there is no such event. */
    public static EventId of(String text) {
        if (!Ids.wellFormed(text)) {
            throw new NotFound("event");
        }
        return new EventId(text);
    }

    public static EventId fresh() {
        return new EventId(Ids.fresh());
    }
}
