package foyer.session.dynamodb;

import static foyer.shared.dynamodb.Items.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.session.Screens;
import foyer.session.Sessions;
import foyer.session.SessionsContract;
import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.SettableClock;
import foyer.shared.dynamodb.AlongsideInStore;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
