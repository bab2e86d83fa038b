package foyer.session.dynamodb;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.shared.dynamodb.Items.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.session.Screens;
import foyer.session.SessionId;
import foyer.session.Sessions;
import foyer.session.SessionsContract;
import foyer.session.SomeSessions;
import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import foyer.shared.dynamodb.AlongsideInStore;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DynamoDbSessionsIT implements SessionsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbSessions.SESSIONS, DynamoDbSessions.SCREENS);

    @Override
    public Sessions sessions() {
        var sessions = new DynamoDbSessions();
        sessions.client = STORE.client();
        sessions.settings = STORE.settings();
        sessions.batches = new Batches(STORE.client());
        sessions.clock = new SettableClock();
        return sessions;
    }

    @Override
    public void write(Alongside change) {
        AlongsideInStore.write(STORE.client(), change);
    }

    @Test
    void aChangeWhoseAnswerWasLostIsOurs() {
        var none = Screens.none(Ids.fresh());
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 1);

        assertThat(sessions()
                        .replace(none, new Screens(none.userId(), List.of(), Instant.EPOCH, SettableClock.NOON, 3, 1)))
                .isEmpty();
    }

    /** The fault is at the write that decides who is in: the one after the older screen is told that it may lose its place. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER", "THROTTLE"})
    void whoCannotKnowWhetherTheyAreInComesInByTheNextCallAndNoMoreScreensAreLiveThanMayBe(Fault fault) {
        var faults = new AtomicInteger();
        var opening = SomeSessions.opening(sessions(), lost -> STORE.fail(fault, "PutItem", faults.getAndSet(0)));
        var event = aPublishedEvent();
        var viewer = Ids.fresh();
        opening.forRegistration(event, viewer, 1, 2);
        var older = opening.forRegistration(event, viewer, 1, 2).session().id();
        faults.set(1);
        assertThatThrownBy(() -> opening.forRegistration(event, viewer, 1, 2)).isInstanceOf(Unavailable.class);
        var between = live(viewer);
        assertThat(between).hasSize(2).contains(older);

        var newest = opening.forRegistration(event, viewer, 1, 2).session().id();

        assertThat(live(viewer)).containsExactly(newest, between.get(0));
        assertThat(sessions().find(newest)).isPresent();
    }

    private List<SessionId> live(String viewer) {
        return sessions().screens(viewer).live().stream()
                .map(Screens.Screen::session)
                .toList();
    }

    @Test
    void thatThereWasAScreenIsKnownForLongerThanAnySessionAfterTheLastOneWasClosed() {
        var none = Screens.none(Ids.fresh());
        var closed = new Screens(none.userId(), List.of(), Instant.EPOCH, Instant.EPOCH, 0, 1);

        assertThat(sessions().replace(none, closed)).isEmpty();

        var item = STORE.client()
                .getItem(get -> get.tableName(STORE.settings().table(DynamoDbSessions.SCREENS.name()))
                        .key(Map.of("userId", text(none.userId()))))
                .item();
        assertThat(new StoredItem(item).number("keptUntil"))
                .isEqualTo(SettableClock.NOON.plus(Duration.ofDays(8)).getEpochSecond());
    }
}
