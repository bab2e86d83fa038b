package foyer.media.aws;

import foyer.event.EventId;
import foyer.media.BroadcastId;
import foyer.media.BroadcastRef;
import foyer.shared.Ids;
import java.util.Map;
import java.util.Optional;

/** Says of whatever is made on AWS for which event and what for, so that bills tell it and nothing is without an owner. */
final class Tags {
    static final String EVENT = "foyer-event";
    static final String PURPOSE = "foyer-purpose";

    static final String BROADCAST = "foyer-broadcast";
    static final String DEPLOYMENT = "foyer-deployment";
    static final String LIVE = "live";
    private static final String RETIRED = "foyer-retired";

    private Tags() {}

    static Map<String, String> of(EventId event, String purpose) {
        return Map.of(EVENT, event.value(), PURPOSE, purpose);
    }

    /** @param deployment by which those of others in the same account are told apart */
    static Map<String, String> of(BroadcastRef broadcast, String deployment) {
        return Map.of(
                EVENT,
                broadcast.event().value(),
                BROADCAST,
                broadcast.id().value(),
                DEPLOYMENT,
                deployment,
                PURPOSE,
                LIVE);
    }

    /** Of what all broadcasts share. */
    static Map<String, String> shared(String deployment) {
        return Map.of(DEPLOYMENT, deployment, PURPOSE, LIVE);
    }

    /** For which broadcast something is; empty: for none of this deployment's. */
    static Optional<BroadcastRef> broadcast(Map<String, String> tags, String deployment) {
        var event = tags.getOrDefault(EVENT, "");
        var broadcast = tags.getOrDefault(BROADCAST, "");
        // Whoever may tag can write anything.
        return Ids.wellFormed(event) && Ids.wellFormed(broadcast) && deployment.equals(tags.get(DEPLOYMENT))
                ? Optional.of(new BroadcastRef(new EventId(event), new BroadcastId(broadcast)))
                : Optional.empty();
    }

    /** Says that something is on its way out, for whoever looks at it next. */
    static Map<String, String> retired() {
        return Map.of(RETIRED, "true");
    }

    static boolean retired(Map<String, String> tags) {
        return tags.containsKey(RETIRED);
    }
}
