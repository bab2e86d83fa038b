package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.KeptLines;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemovingStraysTest {
    private final SomeLive some = new SomeLive();

    @Test
    void aChannelThatNobodyOwnsIsRemoved() {
        var prepared = some.prepared();
        var stray = SomeBroadcasts.aBroadcastOf(EventId.fresh());
        var former = SomeBroadcasts.aBroadcastOf(some.event.id());
        some.origin.provision(stray);
        some.origin.provision(former);

        some.tending.removeStrays();
        assertThat(some.origin.present()).hasSize(3);
        some.tending.removeStrays();

        assertThat(some.origin.present()).containsExactly(prepared.ref());
    }

    @Test
    void theLogSaysWhyAChannelWasRemoved() {
        var over = some.shown();
        some.pass(Duration.ofMinutes(20));
        var stray = SomeBroadcasts.aBroadcastOf(EventId.fresh());
        var former = SomeBroadcasts.aBroadcastOf(some.event.id());
        List.of(over, stray, former).forEach(some.origin::provision);

        try (var kept = new KeptLines(Logger.getLogger(Tending.class.getName()))) {
            some.tending.removeStrays();
            some.tending.removeStrays();

            assertThat(kept.lines())
                    .extracting(line -> line.getParameters()[0])
                    .containsExactlyInAnyOrder(
                            removed(over, "It is over."),
                            removed(stray, "Nothing is noted of it."),
                            removed(former, "Its event has another one."));
        }
        assertThat(some.origin.present()).isEmpty();
    }

    private static Map<String, String> removed(Broadcast stray, String why) {
        return Map.of(
                "requestId",
                "none",
                "eventId",
                stray.event().value(),
                "broadcastId",
                stray.id().value(),
                "why",
                why);
    }

    @Test
    void whatIsNotedAfterTheFirstSweepStays() {
        var early = SomeBroadcasts.aBroadcastOf(some.event.id());
        some.origin.provision(early);
        some.tending.removeStrays();
        some.broadcasts.add(early);

        some.tending.removeStrays();

        assertThat(some.origin.present()).containsExactly(early.ref());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStrayThatCannotBeRemovedKeepsNoOther(boolean byMistake) {
        var stuck = SomeBroadcasts.aBroadcastOf(EventId.fresh());
        some.origin.provision(stuck);
        for (var stray = 0; stray < 5; stray++) {
            some.origin.provision(SomeBroadcasts.aBroadcastOf(EventId.fresh()));
        }
        some.origin.trouble.holds(
                stuck.ref(),
                byMistake
                        ? new IllegalStateException("The origin has a bug.")
                        : new Unavailable("The origin does not answer.", Duration.ofSeconds(1)));

        some.tending.removeStrays();
        some.tending.removeStrays();

        assertThat(some.origin.present()).containsExactly(stuck.ref());
    }

    @Test
    void whatIsNotedAndCannotBeReadStaysAndKeepsNoStray() {
        var unread = SomeBroadcasts.aBroadcastOf(EventId.fresh());
        some.origin.provision(unread);
        some.origin.provision(SomeBroadcasts.aBroadcastOf(EventId.fresh()));
        some.tending.broadcasts = new BroadcastsInMemory() {
            @Override
            public Optional<Broadcast> find(EventId event) {
                if (event.equals(unread.event())) {
                    throw new IllegalArgumentException("No enum constant");
                }
                return super.find(event);
            }
        };

        some.tending.removeStrays();
        some.tending.removeStrays();

        assertThat(some.origin.present()).containsExactly(unread.ref());
    }
}
