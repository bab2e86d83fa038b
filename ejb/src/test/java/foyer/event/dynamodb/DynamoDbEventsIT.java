package foyer.event.dynamodb;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aDraft;
import static foyer.event.SomeEvents.aHouse;
import static foyer.event.SomeEvents.renamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.EventQuery;
import foyer.event.EventState;
import foyer.event.Events;
import foyer.event.EventsContract;
import foyer.event.SomeEvents;
import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreCall;
import foyer.shared.dynamodb.StoredAlongside;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The local store fails each of these tests that scans. */
class DynamoDbEventsIT implements EventsContract {
    private static final TableDefinition NOTES = TableDefinition.of("notes", KeyAttribute.text("note"));

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(EventsTable.DEFINITION, NOTES, OutboxItems.DEFINITION);

    private final EventItems items = new EventItems(aHouse());

    @Override
    public Events events() {
        var seal = new Seal(new Signatures(new Secret(new byte[32])));
        return new DynamoDbEvents(STORE.client(), STORE.settings(), aHouse(), new OutboxItems(STORE.settings(), seal));
    }

    @Override
    public Alongside noting(String note) {
        var item = TransactWriteItem.builder()
                .put(put -> put.tableName(STORE.settings().table(NOTES.name())).item(key(note)))
                .build();
        return new StoredAlongside(item, () -> new IllegalStateException("Nothing was asked of it"));
    }

    @Override
    public boolean isNoted(String note) {
        return STORE.client()
                .getItem(get ->
                        get.tableName(STORE.settings().table(NOTES.name())).key(key(note)))
                .hasItem();
    }

    @Test
    void addsOnceThoughTheAnswerWasLost() {
        var event = aDraft();
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 1);

        events().add(event);

        assertThat(events().find(event.id())).contains(event);
    }

    @Test
    void addsOnceThoughNobodyWasTold() {
        var event = aDraft();
        STORE.fail(Fault.AFTER, "PutItem", 1);
        assertThatThrownBy(() -> events().add(event)).isInstanceOf(Unavailable.class);

        events().add(event);

        assertThat(events().find(event.id())).contains(event);
    }

    @Test
    void knowsItsOwnReplacementThoughTheAnswerWasLost() {
        var event = aDraft();
        var after = renamed(event, "Another");
        events().add(event);
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 1);

        events().replace(event, after);

        assertThat(events().find(event.id())).contains(after);
    }

    @Test
    void newsAreKeptWithTheChangeOrNeitherIs() {
        var event = aDraft();
        var after = renamed(event, "Another");
        events().add(event);
        var news = new Outgoing("changed-" + event.id().value(), "news", Map.of(), LONG_BEFORE);

        events().replace(event, after, news);

        assertThat(events().find(event.id())).contains(after);
        assertThat(outgoing(news.id())).isTrue();
        var late = new Outgoing("late-" + event.id().value(), "news", Map.of(), LONG_BEFORE);
        assertThatThrownBy(() -> events().replace(event, after, late)).isInstanceOf(VersionConflict.class);
        assertThat(outgoing(late.id())).isFalse();
    }

    @Test
    void aTransactionThatOnlyMetAnotherIsNobodysChange() {
        var event = aDraft();
        var after = renamed(event, "Another");
        events().add(event);
        var news = new Outgoing("met-" + event.id().value(), "news", Map.of(), LONG_BEFORE);
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 2);

        events().replace(event, after, news);

        assertThat(events().find(event.id())).contains(after);
        assertThat(outgoing(news.id())).isTrue();
    }

    @Test
    void newsThatWereToldBeforeKeepNoChangeBack() {
        var event = aDraft();
        var after = renamed(event, "Another");
        var last = renamed(after, "The last one");
        events().add(event);
        var told = new Outgoing("told-" + event.id().value(), "news", Map.of(), LONG_BEFORE);
        var fresh = new Outgoing("fresh-" + event.id().value(), "news", Map.of(), LONG_BEFORE);
        events().replace(event, after, told);

        events().replace(after, last, told, fresh);

        assertThat(events().find(event.id())).contains(last);
        assertThat(outgoing(fresh.id())).isTrue();
    }

    private static boolean outgoing(String id) {
        return STORE.client()
                .getItem(get -> get.tableName(STORE.settings().table(OutboxItems.TABLE))
                        .key(Map.of("outgoingId", Items.text(id)))
                        .consistentRead(true))
                .hasItem();
    }

    /** The control of {@link #ofManyWhoWriteOneEventAtOnceExactlyOneWins}: this is what the condition prevents. */
    @Test
    void withoutTheConditionAnUpdateIsLost() {
        var event = aDraft();
        events().add(event);
        var first = renamed(event, "First");
        var second = renamed(event, "Second");

        putUnconditionally(first);
        putUnconditionally(second);

        assertThat(events().find(event.id())).contains(second);
        assertThat(second.version()).isEqualTo(first.version());
    }

    @Test
    void listsByQueriesAlone() {
        events().add(aDraft());
        STORE.forgetCalls();

        events().list(new EventQuery(EventState.LIVE, 1, null), LONG_BEFORE);
        events().list(new EventQuery(null, 1, null), LONG_BEFORE);

        assertThat(STORE.calls()).isNotEmpty().extracting(StoreCall::operation).containsOnly("Query");
    }

    @Test
    void wallTimeIsTheTruthWhenZoneRulesHaveChangedSince() {
        var event = aDraft();
        var item = new HashMap<>(items.item(event, "a write"));
        item.put("startsAt", Items.text("2030-05-01T20:00:00+05:00"));
        item.put("startsInstant", Items.number(0));
        put(item);

        assertThat(events().find(event.id())).contains(event);
    }

    @Test
    void namesItsAttributesAsTheApiDoes() {
        var event = SomeEvents.aDraftOf(SomeEvents.aSubmissionWith("capacity", 5L));
        events().add(event);

        var item = STORE.client()
                .getItem(get -> get.tableName(table())
                        .key(Map.of("eventId", Items.text(event.id().value()))))
                .item();

        assertThat(Items.tree(item))
                .containsEntry("eventId", event.id().value())
                .containsEntry("state", "draft")
                .containsEntry("capacity", 5L)
                .containsEntry("version", 1L)
                .containsEntry("timeZone", "Europe/Vienna")
                .containsEntry("createdAt", LONG_BEFORE.toEpochMilli())
                .containsEntry("startsInstant", SomeEvents.START.toEpochMilli())
                .containsKeys("videoConfig", "registrationConfig", "embedConfig", "verifyEmail", "screens");
    }

    @Test
    void readsWhatOlderRulesAllowed() {
        var event = aDraft();
        var item = new HashMap<>(items.item(event, "a write"));
        item.put("title", Items.text("t".repeat(500)));
        item.put("vimeoId", Items.text("not digits"));
        put(item);

        var found = events().find(event.id()).orElseThrow();

        assertThat(List.of(found.title().length(), found.plan().vimeoId())).containsExactly(500, "not digits");
    }

    private void putUnconditionally(Event event) {
        put(items.item(event, "a write"));
    }

    private static void put(Map<String, AttributeValue> item) {
        STORE.client().putItem(put -> put.tableName(table()).item(item));
    }

    private static String table() {
        return STORE.settings().table(EventsTable.NAME);
    }

    private static Map<String, AttributeValue> key(String note) {
        return Map.of("note", Items.text(note));
    }
}
