package foyer.session.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.session.Screens;
import foyer.session.Session;
import foyer.session.SessionId;
import foyer.session.Sessions;
import foyer.shared.Alongside;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredAlongside;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Sessions in DynamoDB, and beside them one item for each registration that says which of its sessions are live. */
@ApplicationScoped
class DynamoDbSessions implements Sessions {
    static final TableDefinition SESSIONS =
            TableDefinition.of("sessions", KeyAttribute.text("sessionId")).expiringAt("expiresAt");
    static final TableDefinition SCREENS =
            TableDefinition.of("screens", KeyAttribute.text("userId")).expiringAt("keptUntil");

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Inject
    Batches batches;

    @Inject
    Clock clock;

    @Produces
    static TableDefinition sessionsTable() {
        return SESSIONS;
    }

    @Produces
    static TableDefinition screensTable() {
        return SCREENS;
    }

    @Override
    public Optional<Session> find(SessionId id) {
        var found = client.getItem(
                get -> get.tableName(sessions()).consistentRead(true).key(Map.of("sessionId", text(id.value()))));
        return found.hasItem() ? Optional.of(SessionItems.session(found.item())) : Optional.empty();
    }

    @Override
    public void keep(Collection<Session> kept) {
        if (kept.size() == 1) {
            var session = kept.iterator().next();
            client.putItem(put -> put.tableName(sessions()).item(SessionItems.item(session)));
        } else {
            batches.put(sessions(), kept.stream().map(SessionItems::item).toList());
        }
    }

    @Override
    public void remove(Collection<SessionId> ids) {
        batches.delete(
                sessions(),
                ids.stream().map(id -> Map.of("sessionId", text(id.value()))).toList());
    }

    @Override
    public Screens screens(String userId) {
        var found = client.getItem(
                get -> get.tableName(screens()).consistentRead(true).key(Map.of("userId", text(userId))));
        return found.hasItem() ? SessionItems.screens(found.item()) : Screens.none(userId);
    }

    @Override
    public List<Screens> screens(Collection<String> userIds) {
        var keys =
                userIds.stream().map(userId -> Map.of("userId", text(userId))).toList();
        return batches.get(screens(), keys).stream().map(SessionItems::screens).toList();
    }

    // The SDK repeats a call whose answer was lost: what is there then is what we wrote ourselves.
    @Override
    public Optional<Screens> replace(Screens before, Screens after) {
        try {
            client.putItem(put -> put.tableName(screens())
                    .item(SessionItems.item(after, clock.instant()))
                    .conditionExpression(unchanged(before))
                    .expressionAttributeValues(versionOf(before))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException refused) {
            var there = refused.hasItem() && !refused.item().isEmpty()
                    ? SessionItems.screens(refused.item())
                    : Screens.none(before.userId());
            return there.equals(after) ? Optional.empty() : Optional.of(there);
        }
    }

    @Override
    public Alongside replacing(Screens before, Screens after) {
        var item = TransactWriteItem.builder()
                .put(put -> put.tableName(screens())
                        .item(SessionItems.item(after, clock.instant()))
                        .conditionExpression(unchanged(before))
                        .expressionAttributeValues(versionOf(before)))
                .build();
        return new StoredAlongside(item, () -> new VersionConflict("screens"));
    }

    private static String unchanged(Screens before) {
        return before.version() == 0 ? "attribute_not_exists(userId) OR version = :before" : "version = :before";
    }

    private static Map<String, AttributeValue> versionOf(Screens before) {
        return Map.of(":before", number(before.version()));
    }

    private String sessions() {
        return settings.table(SESSIONS.name());
    }

    private String screens() {
        return settings.table(SCREENS.name());
    }
}
