package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.registration.AddressTaken;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.shared.EmailAddress;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.Attempts;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoredAlongside;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Which address has a registration at which event, by a keyed hash of the address. A claim is first pending, for as long as
 * a registration takes to be written, then has its owner: one call, and no read before it, tells a new address from a known
 * one.
 */
final class AddressClaims {
    // Longer than a registration's writes may take, with all their tries.
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String FREE = "attribute_not_exists(registrationId)"
            + " AND (attribute_not_exists(pendingId) OR pendingId = :id OR pendingUntil < :now)";

    private final StoreClient client;
    private final String table;
    private final Signatures signatures;

    AddressClaims(StoreClient client, String table, Signatures signatures) {
        this.client = client;
        this.table = table;
        this.signatures = signatures;
    }

    /** Empty: it is this one's for a while. Else whose it is; waits for one that is being written. */
    Optional<RegistrationId> claim(Registration registration) {
        var now = registration.createdAt();
        var attempts = new Attempts();
        while (true) {
            try {
                client.updateItem(update -> update.tableName(table)
                        .key(key(registration.event(), registration.email()))
                        .updateExpression("SET pendingId = :id, pendingUntil = :until")
                        .conditionExpression(FREE)
                        .expressionAttributeValues(Map.of(
                                ":id", text(registration.id().value()),
                                ":now", number(now.toEpochMilli()),
                                ":until", number(now.plus(LEASE).toEpochMilli())))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return Optional.empty();
            } catch (ConditionalCheckFailedException refused) {
                var owner = owner(refused.item());
                if (owner.isPresent()) {
                    return owner;
                }
                attempts.pause();
            }
        }
    }

    /** Makes what is pending the owner; or touches the owner's claim, which costs the same. */
    TransactWriteItem settle(Registration registration, Optional<RegistrationId> owner) {
        return TransactWriteItem.builder()
                .update(update -> {
                    update.tableName(table).key(key(registration.event(), registration.email()));
                    if (owner.isEmpty()) {
                        update.updateExpression("SET registrationId = :id REMOVE pendingId, pendingUntil")
                                .conditionExpression("pendingId = :id")
                                .expressionAttributeValues(
                                        Map.of(":id", text(registration.id().value())));
                    } else {
                        update.updateExpression("SET receiptId = :id")
                                .conditionExpression("registrationId = :owner")
                                .expressionAttributeValues(Map.of(
                                        ":id", text(registration.id().value()),
                                        ":owner", text(owner.get().value())));
                    }
                })
                .build();
    }

    /** Gives up what is pending; the same call, to no effect, where it has an owner. */
    void release(Registration registration) {
        try {
            client.deleteItem(delete -> delete.tableName(table)
                    .key(key(registration.event(), registration.email()))
                    .conditionExpression("pendingId = :id AND attribute_not_exists(registrationId)")
                    .expressionAttributeValues(
                            Map.of(":id", text(registration.id().value()))));
        } catch (ConditionalCheckFailedException somebodyElses) {
            // There was nothing pending.
        }
    }

    /** For a registration that is over; an address that somebody else has meanwhile stays theirs. */
    TransactWriteItem free(Registration registration) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(key(registration.event(), registration.email()))
                        .conditionExpression("attribute_not_exists(addressKey) OR registrationId = :id")
                        .expressionAttributeValues(
                                Map.of(":id", text(registration.id().value()))))
                .build();
    }

    /** The way back of {@link #free}: unless somebody else has the address by now, or is about to. */
    StoredAlongside reclaim(Registration registration) {
        var item = TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key(registration.event(), registration.email()))
                        .updateExpression("SET registrationId = :id REMOVE pendingId, pendingUntil")
                        .conditionExpression("attribute_not_exists(addressKey) OR registrationId = :id"
                                + " OR (attribute_not_exists(registrationId) AND pendingUntil < :now)")
                        .expressionAttributeValues(Map.of(
                                ":id", text(registration.id().value()),
                                ":now", number(registration.updatedAt().toEpochMilli()))))
                .build();
        return new StoredAlongside(item, AddressTaken::new);
    }

    Optional<RegistrationId> find(EventId event, EmailAddress email) {
        return owner(item(event, email));
    }

    /** The receipt that the address got last. */
    Optional<RegistrationId> lastReceipt(EventId event, EmailAddress email) {
        return Optional.ofNullable(item(event, email).get("receiptId")).map(id -> new RegistrationId(id.s()));
    }

    private Map<String, AttributeValue> item(EventId event, EmailAddress email) {
        return client.getItem(get -> get.tableName(table).key(key(event, email)).consistentRead(true))
                .item();
    }

    private static Optional<RegistrationId> owner(Map<String, AttributeValue> claim) {
        return claim.containsKey("registrationId")
                ? Optional.of(new RegistrationId(new StoredItem(claim).text("registrationId")))
                : Optional.empty();
    }

    private Map<String, AttributeValue> key(EventId event, EmailAddress email) {
        var hash = Base64.getUrlEncoder().withoutPadding().encodeToString(signatures.mac("address", email.key()));
        return Map.of("addressKey", text(event.value() + "#" + hash));
    }
}
