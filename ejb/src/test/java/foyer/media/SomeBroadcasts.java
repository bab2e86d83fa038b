package foyer.media;

import static foyer.shared.SettableClock.NOON;

import foyer.event.EventId;
import java.time.Duration;

/** Broadcasts to speak of in tests. */
public final class SomeBroadcasts {
    private SomeBroadcasts() {}

    /** Prepared at noon for an event in two hours. */
    public static Broadcast aBroadcast() {
        return aBroadcastOf(EventId.fresh());
    }

    public static Broadcast aBroadcastOf(EventId event) {
        return Broadcast.prepared(
                BroadcastId.fresh(), StreamKey.fresh(), event, NOON.plus(Duration.ofMinutes(105)), NOON);
    }
}
