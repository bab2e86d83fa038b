package foyer.media;

import foyer.shared.Journal;
import foyer.shared.Unavailable;
import foyer.shared.WrongState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Lets another broadcast take the place of one that is not over, and is to be fed otherwise. */
@ApplicationScoped
class Replacing {
    private static final Journal JOURNAL = Journal.of(Replacing.class);
    private static final Duration LATER = Duration.ofMinutes(1);

    @Inject
    LiveOrigin origin;

    /**
     * Fails with {@link WrongState} where something would be lost, and with {@link Unavailable} as long as nobody can tell: that a channel
     * was fed may be told some minutes later.
     */
    void refuseWhatShows(Broadcast there, Slot slot) {
        if (there.isReplaceable(slot)) {
            return;
        }
        if (!there.isReplaceableIfUnfed()) {
            throw shows();
        }
        var status = origin.status(there);
        if (status.fedSince() != null || status.input().connected()) {
            throw shows();
        }
        // Of one that still runs the last minutes are not told.
        if (!status.known() || status.state().runs()) {
            throw new Unavailable(
                    "Whether this stream was fed is known some minutes after its stop. Please try again then.", LATER);
        }
    }

    /**
     * What was replaced is nobody's from then on. It may still run, where it costs money, nobody counts that, and it keeps the only place of
     * an encoder that is called: so it is not left to the sweep for strays, which removes it where this cannot.
     */
    void remove(Broadcast replaced) {
        try {
            origin.retire(replaced);
        } catch (Unavailable away) {
            JOURNAL.warn(
                    "A channel that was replaced is removed later.",
                    Map.of(
                            "eventId",
                            replaced.event().value(),
                            "broadcastId",
                            replaced.id().value()),
                    away);
        }
    }

    private static WrongState shows() {
        return new WrongState(
                "This stream runs, or has shown something, and goes on being fed as it is. Stop it before the event begins, or prepare another once it is over.");
    }
}
