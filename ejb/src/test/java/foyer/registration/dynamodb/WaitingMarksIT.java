package foyer.registration.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.shared.dynamodb.LocalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Nobody waits unseen, whatever the clocks of the nodes say. */
class WaitingMarksIT {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(RegistrationTables.SEATS);

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final EventId event = EventId.fresh();
    private final WaitingMarks here = marks();
    private final WaitingMarks there = marks();

    @Test
    void aNodeWhoseClockIsAheadLeavesAFreshMarkAlone() {
        here.put(event, NOON);

        assertThat(there.remove(event, NOON.plus(FIVE_MINUTES))).isFalse();

        assertThat(there.all()).contains(event);
    }

    @Test
    void aMarkGoesThatNobodyHasPutAnewForLong() {
        here.put(event, NOON.plus(FIVE_MINUTES));
        there.remove(event, NOON);

        assertThat(there.remove(event, NOON.plus(LONG_ENOUGH).minusMillis(1))).isFalse();
        assertThat(there.remove(event, NOON.plus(LONG_ENOUGH))).isTrue();

        assertThat(there.all()).doesNotContain(event);
    }

    @Test
    void aMarkThatWasPutAnewIsFreshAnew() {
        here.put(event, NOON);
        there.remove(event, NOON);
        here.put(event, NOON);

        assertThat(there.remove(event, NOON.plus(LONG_ENOUGH))).isFalse();

        assertThat(there.all()).contains(event);
    }

    @Test
    void noSeatIsPutAsideForAListThatHasEnded() {
        var seats = new Seats(STORE.client(), table());
        var two = new Capacity(2, 1);
        seats.lay(event, two);
        var part = seats.read(event).withRoom().orElseThrow().number();
        write(List.of(seats.take(event, part, two, 1)));
        here.put(event, NOON);
        var leaving = seats.leave(event, part, seats.read(event));
        there.remove(event, NOON);
        there.remove(event, NOON.plus(LONG_ENOUGH));

        assertThatThrownBy(() -> write(leaving)).isInstanceOf(TransactionCanceledException.class);

        write(seats.leave(event, part, seats.read(event)));
        assertThat(seats.read(event).withOffered()).isEmpty();
        assertThat(seats.read(event).left()).isEqualTo(2);
    }

    /** As when another node gives it back between the two, or lets it go in vain. */
    @Test
    void aMarkStaysUntilTheTimerHasLetGoOfTheLastSeatThatWasPutAside() {
        var seats = new Seats(STORE.client(), table());
        var one = new Capacity(1, 1);
        seats.lay(event, one);
        var part = seats.read(event).withRoom().orElseThrow().number();
        write(List.of(seats.take(event, part, one, 1)));
        here.put(event, NOON);
        there.remove(event, NOON);
        write(seats.leave(event, part, seats.read(event)));

        assertThat(there.remove(event, NOON.plus(LONG_ENOUGH))).isFalse();

        assertThat(there.all()).contains(event);
        seats.letGo(event);
        assertThat(there.remove(event, NOON.plus(LONG_ENOUGH))).isTrue();
        assertThat(there.all()).doesNotContain(event);
        assertThat(seats.read(event).left()).isOne();
    }

    private static void write(List<TransactWriteItem> parts) {
        STORE.client().transactWriteItems(transaction -> transaction.transactItems(parts));
    }

    private static WaitingMarks marks() {
        return new WaitingMarks(STORE.client(), table());
    }

    private static String table() {
        return STORE.settings().table(RegistrationTables.SEATS.name());
    }
}
