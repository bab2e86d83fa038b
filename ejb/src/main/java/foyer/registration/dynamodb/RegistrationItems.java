package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.truth;
import static java.util.Objects.requireNonNull;

import foyer.event.EventId;
import foyer.registration.Receipt;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.shared.EmailAddress;
import foyer.shared.JsonText;
import foyer.shared.Seal;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns registrations and receipts into items of their table and back; the answers are sealed. */
final class RegistrationItems {
    /** Spread over these lanes, as texts, are holds: one takes a thousand writes a second. */
    static final int HOLD_LANES = 4;

    private static final String PURPOSE = "userData";
    private static final Duration RECEIPTS_STAY = Duration.ofDays(1);

    private final Seal seal;

    RegistrationItems(Seal seal) {
        this.seal = seal;
    }

    static Map<String, AttributeValue> key(RegistrationId id) {
        return Map.of("registrationId", text(id.value()));
    }

    Map<String, AttributeValue> item(Registration registration) {
        var item = new HashMap<>(key(registration.id()));
        item.put("eventId", text(registration.event().value()));
        item.put("email", text(registration.email().typed()));
        item.put("emailKey", text(registration.email().key()));
        var id = registration.id().value();
        item.put("userData", text(seal.seal(PURPOSE, id, JsonText.of(registration.userData()))));
        item.put("language", text(registration.language()));
        item.put("state", text(registration.state().name()));
        item.putAll(FeeItems.attributes(registration.fee()));
        item.put("proven", truth(registration.proven()));
        item.put("version", number(registration.version()));
        item.put("createdAt", number(registration.createdAt().toEpochMilli()));
        item.put("updatedAt", number(registration.updatedAt().toEpochMilli()));
        item.put("invited", truth(registration.invited()));
        item.putAll(CredentialItems.attributes(registration.credentials()));
        registration.hold().ifPresent(until -> {
            item.put("heldUntil", number(until.toEpochMilli()));
            item.put("holdLane", text(lane(registration.id())));
        });
        if (registration.state() == RegistrationState.WAITING) {
            item.put("waitingEvent", text(registration.event().value()));
        }
        return item;
    }

    Registration registration(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        var id = item.text("registrationId");
        var state = RegistrationState.valueOf(item.text("state"));
        return new Registration(
                new RegistrationId(id),
                new EventId(item.text("eventId")),
                new EmailAddress(item.text("email")),
                answers(id, item.text("userData")),
                item.text("language"),
                state,
                FeeItems.fee(attributes),
                item.truth("proven"),
                CredentialItems.credentials(attributes),
                attributes.containsKey("heldUntil") ? item.instant("heldUntil") : null,
                item.number("version"),
                item.instant("createdAt"),
                item.instant("updatedAt"),
                // What nodes of before wrote does not say so: an entry too many is taken back rather than one left.
                attributes.containsKey("invited") ? item.truth("invited") : state == RegistrationState.CANCELLED);
    }

    /** It has no {@code eventId}, so that no list of an event's registrations shows it. */
    static Map<String, AttributeValue> receipt(Registration submitted, RegistrationId owner) {
        var item = new HashMap<>(key(submitted.id()));
        item.put("receiptOf", text(owner.value()));
        item.put("state", text(submitted.state().name()));
        item.putAll(CredentialItems.attributes(submitted.credentials()));
        var until = submitted.createdAt().plus(RECEIPTS_STAY);
        item.put("expiresAt", number(until.getEpochSecond()));
        return item;
    }

    /** Also of a receipt: what it looks like. */
    static boolean waits(Map<String, AttributeValue> item) {
        // Receipts of before do not say it.
        return item.containsKey("state")
                && RegistrationState.WAITING.name().equals(item.get("state").s());
    }

    static boolean isReceipt(Map<String, AttributeValue> item) {
        return item.containsKey("receiptOf");
    }

    static boolean isUnusedReceipt(Map<String, AttributeValue> item) {
        return isReceipt(item) && !item.containsKey("usedBy");
    }

    static Receipt receipt(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Receipt(
                new RegistrationId(item.text("registrationId")),
                new RegistrationId(item.text("receiptOf")),
                CredentialItems.credentials(attributes));
    }

    static Map<String, AttributeValue> before(Instant moment, int lane) {
        return Map.of(":lane", text(Integer.toString(lane)), ":moment", number(moment.toEpochMilli()));
    }

    private static String lane(RegistrationId id) {
        return Integer.toString(Math.floorMod(id.value().hashCode(), HOLD_LANES));
    }

    @SuppressWarnings("unchecked") // what was sealed is a tree's topmost map
    private Map<String, Object> answers(String id, String sealed) {
        var text = seal.open(PURPOSE, id, sealed)
                .orElseThrow(() -> new IllegalStateException("The answers of a registration cannot be opened: " + id));
        return (Map<String, Object>) requireNonNull(JsonText.read(text));
    }
}
