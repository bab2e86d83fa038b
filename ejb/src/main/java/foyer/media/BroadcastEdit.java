package foyer.media;

import foyer.media.cost.Meter;
import foyer.media.cost.Spending;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A broadcast with some of it changed. */
final class BroadcastEdit {
    private final Broadcast before;
    private ChannelGoal wanted;
    private ChannelState state;
    private InputHealth health;
    private @Nullable Trouble trouble;
    private int attempts;
    private Instant startsAt;
    private Airtime airtime;
    private Meter meter;
    private Spending spending;
    private HarvestState harvest;
    private @Nullable RecordingId recording;
    private @Nullable String displaced;

    BroadcastEdit(Broadcast before) {
        this.before = before;
        this.wanted = before.wanted();
        this.state = before.state();
        this.health = before.health();
        this.trouble = before.trouble();
        this.attempts = before.attempts();
        this.startsAt = before.startsAt();
        this.airtime = before.airtime();
        this.meter = before.meter();
        this.spending = before.spending();
        this.harvest = before.harvest();
        this.recording = before.recording();
        this.displaced = before.displaced();
    }

    BroadcastEdit wanted(ChannelGoal goal) {
        wanted = goal;
        return this;
    }

    BroadcastEdit state(ChannelState there) {
        state = there;
        return this;
    }

    BroadcastEdit health(InputHealth input) {
        health = input;
        return this;
    }

    BroadcastEdit trouble(@Nullable Trouble why) {
        trouble = why;
        return this;
    }

    BroadcastEdit attempts(int made) {
        attempts = made;
        return this;
    }

    BroadcastEdit startsAt(Instant moment) {
        startsAt = moment.truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    BroadcastEdit airtime(Airtime changed) {
        airtime = changed;
        return this;
    }

    BroadcastEdit meter(Meter read) {
        meter = read;
        return this;
    }

    BroadcastEdit spending(Spending kept) {
        spending = kept;
        return this;
    }

    BroadcastEdit harvest(HarvestState reached, @Nullable RecordingId into) {
        harvest = reached;
        recording = into;
        return this;
    }

    BroadcastEdit displaced(@Nullable String other) {
        displaced = other;
        return this;
    }

    /** @param due null: never again */
    Broadcast changed(Instant now, @Nullable Instant due) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Broadcast(
                before.id(),
                before.event(),
                before.streamKey(),
                before.call(),
                before.captions(),
                wanted,
                state,
                health,
                trouble,
                attempts,
                startsAt,
                airtime,
                meter,
                spending,
                harvest,
                recording,
                displaced,
                before.version() + 1,
                before.createdAt(),
                moment.isBefore(before.updatedAt()) ? before.updatedAt() : moment,
                due == null ? null : due.truncatedTo(ChronoUnit.MILLIS));
    }
}
