package foyer.payment.reconciliation;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.reconciliation.Leases.Lease;
import foyer.shared.Crowd;
import foyer.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every keeper of leases promises. */
public interface LeasesContract {
    int NODES = 50;
    Duration A_MINUTE = Duration.ofMinutes(1);
    Instant SOON = NOON.plusSeconds(10);
    Instant AT_ITS_END = NOON.plus(A_MINUTE);
    Instant TEN_MINUTES_AHEAD = NOON.plus(Duration.ofMinutes(10));

    Leases leases();

    @Test
    default void oneHasItUntilItEnds() {
        var name = Ids.fresh();
        var first = taken(name, NOON);

        assertThat(leases().take(name, A_MINUTE, AT_ITS_END.minusMillis(1))).isEmpty();
        assertThat(leases().take(Ids.fresh(), A_MINUTE, NOON)).isPresent();

        assertThat(taken(name, AT_ITS_END).token()).isGreaterThan(first.token());
    }

    @Test
    default void theNextGoesOnWhereTheLastOneWas() {
        var name = Ids.fresh();
        var first = taken(name, NOON);
        assertThat(first.state()).isNull();
        assertThat(leases().state(name)).isEmpty();
        assertThat(leases().keep(first, "page 1")).isTrue();
        assertThat(leases().keep(first, "page 2")).isTrue();

        assertThat(leases().state(name)).contains("page 2");
        assertThat(taken(name, AT_ITS_END).state()).isEqualTo("page 2");
    }

    @Test
    default void whoIsAtItForLongKeepsIt() {
        var name = Ids.fresh();
        var patient = taken(name, NOON);

        assertThat(leases().prolong(patient, A_MINUTE, SOON)).isTrue();

        assertThat(leases().take(name, A_MINUTE, AT_ITS_END)).isEmpty();
        var next = taken(name, SOON.plus(A_MINUTE));
        assertThat(leases().prolong(patient, A_MINUTE, SOON.plus(A_MINUTE))).isFalse();
        assertThat(leases().keep(next, "theirs")).isTrue();
    }

    @Test
    default void whoIsSlowWritesAsLongAsNobodyElseTookIt() {
        var name = Ids.fresh();
        var slow = taken(name, NOON);
        assertThat(leases().keep(slow, "page 1")).isTrue();

        var next = taken(name, AT_ITS_END);
        assertThat(leases().keep(slow, "page 2")).isFalse();
        leases().release(slow);

        assertThat(next.state()).isEqualTo("page 1");
        assertThat(leases().keep(next, "theirs")).isTrue();
        assertThat(leases().take(name, A_MINUTE, AT_ITS_END.plusSeconds(1))).isEmpty();
        assertThat(leases().state(name)).contains("theirs");
    }

    @Test
    default void aClockThatIsAheadTakesItEarlyAndTheOldHolderWritesNothingMore() {
        var name = Ids.fresh();
        var right = taken(name, NOON);
        var ahead = taken(name, TEN_MINUTES_AHEAD);

        assertThat(leases().keep(ahead, "theirs")).isTrue();
        assertThat(leases().keep(right, "mine")).isFalse();
        assertThat(leases().state(name)).contains("theirs");
    }

    @Test
    default void whatAClockAheadTookKeepsNobodyWaiting() {
        var name = Ids.fresh();
        var ahead = taken(name, TEN_MINUTES_AHEAD);
        leases().keep(ahead, "theirs");

        var right = taken(name, SOON);

        assertThat(right.state()).isEqualTo("theirs");
        assertThat(leases().keep(ahead, "more of theirs")).isFalse();
    }

    @Test
    default void aClockThatIsAheadByLessThanALengthIsWaitedFor() {
        var name = Ids.fresh();
        taken(name, AT_ITS_END);

        assertThat(leases().take(name, A_MINUTE, NOON)).isEmpty();
    }

    @Test
    default void whoIsDoneLetsOthersHaveIt() {
        var name = Ids.fresh();
        var first = taken(name, NOON);
        leases().keep(first, "all of it");

        leases().release(first);

        var next = taken(name, SOON);
        assertThat(next.state()).isEqualTo("all of it");
        assertThat(leases().keep(first, "mine")).isFalse();
    }

    @Test
    default void ofManyWhoWantItOneGetsIt() throws Exception {
        var name = Ids.fresh();

        assertThat(Crowd.of(NODES, node -> leases().take(name, A_MINUTE, NOON).isPresent()))
                .isOne();
    }

    @Test
    default void whereClocksDisagreeTheNewestTokenWritesLast() throws Exception {
        var name = Ids.fresh();
        var newest = new AtomicLong();

        Crowd.of(NODES, node -> {
            var now = node % 2 == 0 ? NOON : TEN_MINUTES_AHEAD;
            var lease = leases().take(name, A_MINUTE, now);
            lease.ifPresent(taken -> newest.accumulateAndGet(taken.token(), Math::max));
            return lease.isPresent()
                    && leases().keep(lease.get(), String.valueOf(lease.get().token()));
        });

        var last = taken(name, TEN_MINUTES_AHEAD.plus(A_MINUTE));
        assertThat(last.token()).isEqualTo(newest.get() + 1);
        assertThat(last.state()).isEqualTo(String.valueOf(newest.get()));
    }

    private Lease taken(String name, Instant now) {
        return leases().take(name, A_MINUTE, now).orElseThrow();
    }
}
