package foyer.event;

import foyer.shared.Fields;
import foyer.shared.Outgoing;
import java.time.Instant;
import java.util.Map;

/** An event that people may have paid for will not take place, kept by the transaction that cancels it. */
public record Cancellation(EventId event) {
    /** The kind of {@link Outgoing} that cancellations are. */
    public static final String KIND = "cancellation";

    /** Fails with {@link foyer.shared.ValidationFailed} on facts that no cancellation was made into. */
    public static Cancellation read(Outgoing outgoing) {
        var facts = Fields.of(outgoing.facts());
        var event = facts.text("eventId").map(EventId::new);
        facts.throwIfRefused();
        return new Cancellation(event.orElseThrow());
    }

    static Outgoing of(Event cancelled, Instant now) {
        var id = KIND + "-" + cancelled.id().value() + "-" + cancelled.version();
        return new Outgoing(id, KIND, Map.of("eventId", cancelled.id().value()), now);
    }
}
