package foyer.operator.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.truth;

import foyer.operator.Operator;
import foyer.operator.OperatorId;
import foyer.operator.PasswordHash;
import foyer.operator.Role;
import foyer.shared.EmailAddress;
import foyer.shared.dynamodb.StoredItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The three kinds of items in the table of operators: an operator, the claim on an address (so that it is unique without
 * reading before writing), and who acts as admin (so that the last one stays). No id of an operator looks like the keys of
 * the latter two.
 */
final class OperatorItems {
    /** What the index lists operators under; the other kinds have no such attribute and are not in it. */
    static final String LISTED = "operator";

    private static final String ADMINS = "admins";

    private OperatorItems() {}

    static Map<String, AttributeValue> item(Operator operator) {
        var item = new HashMap<String, AttributeValue>();
        item.put("operatorId", text(operator.id().value()));
        item.put("listed", text(LISTED));
        item.put("emailKey", text(operator.email().key()));
        item.put("email", text(operator.email().typed()));
        item.put("name", text(operator.name()));
        item.put(
                "roles",
                AttributeValue.fromL(operator.roles().stream()
                        .sorted()
                        .map(role -> text(role.name()))
                        .toList()));
        item.put("disabled", truth(operator.disabled()));
        item.put("passwordHash", text(operator.password().text()));
        item.put("passwordSetAt", millis(operator.passwordSetAt()));
        item.put("version", number(operator.version()));
        item.put("createdAt", millis(operator.createdAt()));
        item.put("updatedAt", millis(operator.updatedAt()));
        return item;
    }

    static Operator operator(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Operator(
                new OperatorId(item.text("operatorId")),
                new EmailAddress(item.text("email")),
                item.text("name"),
                item.texts("roles").stream().map(Role::valueOf).collect(Collectors.toSet()),
                item.truth("disabled"),
                new PasswordHash(item.text("passwordHash")),
                item.instant("passwordSetAt"),
                item.number("version"),
                item.instant("createdAt"),
                item.instant("updatedAt"));
    }

    static Map<String, AttributeValue> key(OperatorId id) {
        return Map.of("operatorId", text(id.value()));
    }

    static Map<String, AttributeValue> claimKey(EmailAddress email) {
        return Map.of("operatorId", text("email#" + email.key()));
    }

    static Map<String, AttributeValue> claim(Operator operator) {
        var claim = new HashMap<>(claimKey(operator.email()));
        claim.put("holder", text(operator.id().value()));
        return claim;
    }

    static OperatorId holder(Map<String, AttributeValue> claim) {
        return new OperatorId(new StoredItem(claim).text("holder"));
    }

    static Map<String, AttributeValue> adminsKey() {
        return Map.of("operatorId", text(ADMINS));
    }

    private static AttributeValue millis(Instant instant) {
        return number(instant.toEpochMilli());
    }
}
