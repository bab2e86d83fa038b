package foyer.registration.dynamodb;

import foyer.registration.Registrations;
import foyer.shared.Seal;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The tables of registrations, of the addresses that have one, and of seats; and their keeper. */
@ApplicationScoped
class RegistrationTables {
    static final String BY_EVENT = "eventId-createdAt-index";
    static final String HELD = "holdLane-heldUntil-index";
    static final String WAITING = "waitingEvent-createdAt-index";
    static final String AWAITED = "waitingLane-since-index";

    /** Receipts go by the TTL attribute; registrations have none. */
    static final TableDefinition REGISTRATIONS = TableDefinition.of(
                    "registrations", KeyAttribute.text("registrationId"))
            .indexed(BY_EVENT, KeyAttribute.text("eventId"), KeyAttribute.number("createdAt"))
            .indexed(HELD, KeyAttribute.text("holdLane"), KeyAttribute.number("heldUntil"))
            .indexed(WAITING, KeyAttribute.text("waitingEvent"), KeyAttribute.number("createdAt"))
            .expiringAt("expiresAt");

    static final TableDefinition ADDRESSES = TableDefinition.of("addresses", KeyAttribute.text("addressKey"));
    static final TableDefinition SEATS = TableDefinition.of("seats", KeyAttribute.text("eventId"))
            .sortedBy(KeyAttribute.number("shard"))
            .indexed(AWAITED, KeyAttribute.text("waitingLane"), KeyAttribute.number("since"));

    @Produces
    @Singleton
    static TableDefinition registrationsTable() {
        return REGISTRATIONS;
    }

    @Produces
    @Singleton
    static TableDefinition addressesTable() {
        return ADDRESSES;
    }

    @Produces
    @Singleton
    static TableDefinition seatsTable() {
        return SEATS;
    }

    @Produces
    @Singleton
    static Registrations registrations(
            StoreClient client,
            StoreSettings settings,
            OutboxItems outbox,
            Seal seal,
            Signatures signatures,
            Clock clock) {
        return new DynamoDbRegistrations(client, settings, outbox, seal, signatures, clock);
    }
}
