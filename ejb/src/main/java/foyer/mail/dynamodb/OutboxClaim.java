package foyer.mail.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.mail.Waiting;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How something that waits is taken up: on condition that it still waits as it was seen. It counts as another try.
 *
 * @param id the fence: whoever takes it up later has another
 * @param until when it waits again for anybody
 */
record OutboxClaim(String id, Instant until) {
    static final String UPDATE =
            "SET claimId = :claim, dueAt = :until, attempts = if_not_exists(attempts, :none) + :one";
    static final String CONDITION = "lane <> :grave AND attribute_exists(lane) AND (dueAt = :seen OR claimId = :claim)";

    /** As if nobody had taken it up. */
    static final String PUT_BACK = "SET dueAt = :seen, attempts = attempts - :one REMOVE claimId";

    static final String STILL_OURS = "claimId = :claim";

    Map<String, AttributeValue> values(Waiting seen) {
        return Map.of(
                ":seen", number(seen.due().toEpochMilli()),
                ":until", number(until.toEpochMilli()),
                ":claim", text(id),
                ":grave", text(OutboxReading.GRAVE),
                ":none", number(0),
                ":one", number(1));
    }

    Map<String, AttributeValue> valuesBack(Waiting seen) {
        return Map.of(":seen", number(seen.due().toEpochMilli()), ":claim", text(id), ":one", number(1));
    }
}
