package foyer.event;

import foyer.shared.Fields;
import foyer.shared.Outgoing;
import java.time.Instant;
import java.util.Map;

/** An event that people may have paid for is called off or put away, kept by the transaction that does so. */
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

    static Outgoing of(Event over, Instant now) {
        var id = KIND + "-" + over.id().value() + "-" + over.version();
        return new Outgoing(id, KIND, Map.of("eventId", over.id().value()), now);
    }
}
