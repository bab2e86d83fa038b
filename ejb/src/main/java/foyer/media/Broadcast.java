package foyer.media;

import foyer.event.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event's live picture, from the preparation of its channel until nothing of that is left but a recording.
 *
 * @param wanted what should be
 * @param state what was last seen
 * @param health how its channel was last seen to be fed
 * @param trouble what was last seen to be wrong, for the organizer; null: nothing
 * @param attempts how often its channel was set going since it was last seen running
 * @param startsAt when it is started by itself
 * @param recording what is or was made of it; null: nothing yet
 * @param version grows by one with each change
 * @param dueAt when somebody has to look at it; null: never, it is over
 */
public record Broadcast(
        BroadcastId id,
        EventId event,
        StreamKey streamKey,
        ChannelGoal wanted,
        ChannelState state,
        InputHealth health,
        @Nullable Trouble trouble,
        int attempts,
        Instant startsAt,
        Airtime airtime,
        HarvestState harvest,
        @Nullable RecordingId recording,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt) {

    static Broadcast prepared(BroadcastId id, StreamKey key, EventId event, Instant startsAt, Instant now) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Broadcast(
                id,
                event,
                key,
                ChannelGoal.IDLE,
                ChannelState.CREATING,
                InputHealth.none(),
                null,
                0,
                startsAt.truncatedTo(ChronoUnit.MILLIS),
                Airtime.NONE,
                HarvestState.NONE,
                null,
                1,
                moment,
                moment,
                moment);
    }

    public BroadcastRef ref() {
        return new BroadcastRef(event, id);
    }

    public Optional<Instant> due() {
        return Optional.ofNullable(dueAt);
    }
}
