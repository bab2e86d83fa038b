package foyer.media.aws;

import foyer.event.EventId;
import java.util.Map;

/** Says of whatever is made on AWS for which event and what for, so that bills tell it and nothing is without an owner. */
final class Tags {
    static final String EVENT = "foyer-event";
    static final String PURPOSE = "foyer-purpose";

    private Tags() {}

    static Map<String, String> of(EventId event, String purpose) {
        return Map.of(EVENT, event.value(), PURPOSE, purpose);
    }
}
