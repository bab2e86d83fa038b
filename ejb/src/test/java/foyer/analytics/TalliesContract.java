package foyer.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.analytics.Tallies.Change;
import foyer.event.EventId;
import foyer.shared.Ids;
import foyer.shared.SettableClock;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of tallies promises. */
public interface TalliesContract {
    Tallies tallies();

    @Test
    default void whatIsCountedIsThereAsItWasCounted() {
        var event = EventId.fresh();
        var before = Tally.none(Ids.fresh());
        var counts = new Counts();
        counts.viewer();
        counts.screen("https://partner.example");
        counts.active(30_000_000);
        counts.watched(30_000_000, 1_500);
        counts.stretch(0);
        counts.stretch(1_234);
        var seen = new BitSet();
        seen.set(0);
        seen.set(1_234);
        var after = new Tally(before.viewer(), List.of(aScreen()), seen, 30_000_000, 1);

        assertThat(tallies().count(event, List.of(new Change(before, after)), counts))
                .isTrue();

        assertThat(tallies().find(List.of(before.viewer()))).isEqualTo(Map.of(before.viewer(), after));
        var found = tallies().of(event);
        assertThat(found.total(Counts.VIEWERS)).isOne();
        assertThat(found.total(Counts.WATCHED)).isEqualTo(1_500);
        assertThat(found.places()).isEqualTo(Map.of("https://partner.example", 1L));
        assertThat(found.peak()).isOne();
        assertThat(found.stretches()).isEqualTo(Map.of(0, 1L, 1_234, 1L));
    }

    @Test
    default void whatIsCountedIsAddedUp() {
        var event = EventId.fresh();
        for (var time = 1; time <= 10; time++) {
            count(event, Tally.none(Ids.fresh()), time);
        }

        assertThat(tallies().of(event).total(Counts.WATCHED)).isEqualTo(55);
        assertThat(tallies().of(event).of(30_000_000, Counts.WATCHED)).isEqualTo(55);
    }

    @Test
    default void eventsAreCountedApart() {
        var event = EventId.fresh();
        count(event, Tally.none(Ids.fresh()), 5);

        assertThat(tallies().of(EventId.fresh()).total(Counts.WATCHED)).isZero();
        assertThat(tallies().of(EventId.fresh()).rows()).isEmpty();
    }

    @Test
    default void whoWasCountedMeanwhileIsNotCountedAgainAndNeitherAreTheOthers() {
        var event = EventId.fresh();
        var viewer = Tally.none(Ids.fresh());
        var other = Tally.none(Ids.fresh());
        count(event, viewer, 5);

        var counts = new Counts();
        counts.watched(30_000_000, 7);
        var changes = List.of(new Change(other, next(other)), new Change(viewer, next(viewer)));

        assertThat(tallies().count(event, changes, counts)).isFalse();
        assertThat(tallies().of(event).total(Counts.WATCHED)).isEqualTo(5);
        assertThat(tallies().find(List.of(other.viewer())).get(other.viewer())).isEqualTo(other);
    }

    @Test
    default void asManyAsFitAreCountedAtOnceThoughEachSawAnotherPart() {
        var event = EventId.fresh();
        var counts = new Counts();
        IntStream.range(0, 8_640).forEach(counts::stretch);
        IntStream.range(0, 15).forEach(minute -> counts.active(30_000_000 + minute));
        counts.viewer();
        var changes = changes(Tallies.MOST_AT_ONCE - counts.size());

        assertThat(tallies().count(event, changes, counts)).isTrue();

        assertThat(changes).hasSize(40);
        assertThat(tallies().of(event).stretches()).hasSize(8_640);
    }

    @Test
    default void moreThanFitsIsNotCountedAtAll() {
        var event = EventId.fresh();
        var counts = new Counts();
        IntStream.range(0, Tallies.MOST_AT_ONCE).forEach(minute -> counts.active(30_000_000 + minute));

        assertThatThrownBy(() -> tallies().count(event, changes(1), counts)).isInstanceOf(RuntimeException.class);

        assertThat(tallies().of(event).rows()).isEmpty();
    }

    @Test
    default void nobodyWatchedIsNothing() {
        assertThat(tallies().of(EventId.fresh()).peak()).isZero();
        assertThat(tallies().find(List.of("nobody"))).isEqualTo(Map.of("nobody", Tally.none("nobody")));
    }

    private void count(EventId event, Tally viewer, long millis) {
        var counts = new Counts();
        counts.watched(30_000_000, millis);
        assertThat(tallies().count(event, List.of(new Change(viewer, next(viewer))), counts))
                .isTrue();
    }

    private static List<Change> changes(int many) {
        return IntStream.range(0, many)
                .mapToObj(any -> Tally.none(Ids.fresh()))
                .map(before -> new Change(before, next(before)))
                .toList();
    }

    private static Tally next(Tally tally) {
        return new Tally(tally.viewer(), List.of(aScreen()), tally.seen(), 30_000_000, tally.version() + 1);
    }

    private static ScreenTally aScreen() {
        var until = Instant.ofEpochSecond(SettableClock.NOON.getEpochSecond());
        return new ScreenTally("session", "screen", 7, 1_500, 20, 1, 3_000, 1_200, 2, true, false, until);
    }
}
