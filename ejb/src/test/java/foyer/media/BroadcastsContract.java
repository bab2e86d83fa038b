package foyer.media;

import static foyer.media.SomeBroadcasts.SLOT;
import static foyer.media.SomeBroadcasts.aBroadcast;
import static foyer.media.SomeBroadcasts.aBroadcastOf;
import static foyer.media.SomeBroadcasts.aCall;
import static foyer.media.SomeBroadcasts.aCalledOne;
import static foyer.media.SomeBroadcasts.aClosedOne;
import static foyer.media.SomeBroadcasts.aFailedOne;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.cost.Spending;
import foyer.media.ingest.IngestChoice;
import foyer.shared.Crowd;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of broadcasts promises. */
public interface BroadcastsContract {
    int NODES = 20;

    Broadcasts broadcasts();

    @Test
    default void whatWasNotedIsFoundAsItWas() {
        for (var broadcast : List.of(aBroadcast(), aCalledOne(aCall(2)), aFailedOne(), aClosedOne())) {
            broadcasts().add(broadcast);

            assertThat(broadcasts().find(broadcast.event())).contains(broadcast);
        }
        assertThat(broadcasts().find(EventId.fresh())).isEmpty();
    }

    @Test
    default void anEventHasOne() {
        var broadcast = aBroadcast();
        broadcasts().add(broadcast);
        broadcasts().add(broadcast);

        assertThatThrownBy(() -> broadcasts().add(aBroadcastOf(broadcast.event())))
                .isInstanceOf(VersionConflict.class);
        assertThat(broadcasts().find(broadcast.event())).contains(broadcast);
    }

    @Test
    default void aChangeNeedsTheVersionThatIsThere() {
        var before = aBroadcast();
        broadcasts().add(before);
        var after = before.started(SLOT, NOON);
        broadcasts().replace(before, after);

        assertThatThrownBy(() -> broadcasts().replace(before, before.waiting("It is silent.", NOON)))
                .isInstanceOf(VersionConflict.class);
        assertThat(broadcasts().find(before.event())).contains(after);
    }

    @Test
    default void whatIsNotThereCannotBeChanged() {
        var broadcast = aBroadcast();

        assertThatThrownBy(() -> broadcasts().replace(broadcast, broadcast.started(SLOT, NOON)))
                .isInstanceOf(VersionConflict.class);
        assertThat(broadcasts().find(broadcast.event())).isEmpty();
    }

    @Test
    default void anotherTakesThePlaceOfOneThatIsOver() {
        var over = aClosedOne();
        broadcasts().add(over);
        var next = Broadcast.prepared(
                over.event(), IngestChoice.USUAL, null, SLOT, Spending.FREE, over.version() + 1, NOON);

        broadcasts().replace(over, next);

        assertThat(broadcasts().find(over.event())).contains(next);
    }

    @Test
    default void ofManyWhoChangeOneSomebodyDoes() throws Exception {
        var broadcast = aBroadcast();
        broadcasts().add(broadcast);

        assertThat(Crowd.of(NODES, node -> isChanged(broadcast, NOON.plusSeconds(node))))
                .isOne();
    }

    @Test
    default void whatIsDueIsSeenAndNothingElse() {
        var due = aBroadcast();
        var later = due.waiting("It is silent.", NOON);
        var closed = aClosedOne();
        broadcasts().add(due);
        broadcasts().add(closed);

        assertThat(broadcasts().due(NOON.minusMillis(1), 1_000)).doesNotContain(due);
        assertThat(broadcasts().due(NOON, 1_000)).contains(due).doesNotContain(closed);

        broadcasts().replace(due, later);
        assertThat(broadcasts().due(NOON, 1_000)).doesNotContain(due, later);
    }

    private boolean isChanged(Broadcast broadcast, Instant now) {
        try {
            broadcasts().replace(broadcast, broadcast.started(SLOT, now));
            return true;
        } catch (VersionConflict somebodyElse) {
            return false;
        }
    }
}
