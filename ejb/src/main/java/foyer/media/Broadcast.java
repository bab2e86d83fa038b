package foyer.media;

import foyer.event.EventId;
import foyer.media.cost.Meter;
import foyer.media.cost.Spending;
import foyer.media.ingest.IngestChoice;
import foyer.media.ingest.LiveCaptions;
import foyer.media.ingest.SrtCall;
import foyer.shared.WrongState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event's live picture, from the preparation of its channel until nothing of that is left but a recording.
 *
 * @param call how its origin gets the picture by SRT; null: an encoder sends it by RTMP, with the stream key
 * @param captions that its encoder puts into the picture
 * @param wanted what should be
 * @param state what was last seen
 * @param health how its channel was last seen to be fed
 * @param trouble what was last seen to be wrong, for the organizer; null: nothing
 * @param attempts how often its channel was set going since it was last seen running
 * @param startsAt when it is started by itself
 * @param meter how long its channel has been there, and has run
 * @param spending how it keeps to what it may cost
 * @param recording what is or was made of it; null: nothing yet
 * @param displaced what the event played before it plays this, and plays again if nothing comes of it; null: nothing
 * @param version grows with each change
 * @param dueAt when somebody has to look at it; null: never, it is over
 */
public record Broadcast(
        BroadcastId id,
        EventId event,
        StreamKey streamKey,
        @Nullable SrtCall call,
        List<LiveCaptions> captions,
        ChannelGoal wanted,
        ChannelState state,
        InputHealth health,
        @Nullable Trouble trouble,
        int attempts,
        Instant startsAt,
        Airtime airtime,
        Meter meter,
        Spending spending,
        HarvestState harvest,
        @Nullable RecordingId recording,
        @Nullable String displaced,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt) {
    /** How long a stop may be taken back before a recording is made. */
    public static final Duration SECOND_THOUGHTS = Duration.ofSeconds(10);

    public Broadcast {
        captions = List.copyOf(captions);
    }

    /** @param version more than that of any other broadcast that the event had */
    static Broadcast prepared(
            EventId event,
            IngestChoice fed,
            @Nullable String displaced,
            Slot slot,
            Spending spending,
            long version,
            Instant now) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Broadcast(
                BroadcastId.fresh(),
                event,
                StreamKey.fresh(),
                fed.call(),
                fed.captions(),
                ChannelGoal.IDLE,
                ChannelState.CREATING,
                InputHealth.none(),
                null,
                0,
                slot.from(),
                Airtime.NONE,
                Meter.from(moment),
                spending,
                HarvestState.NONE,
                null,
                displaced,
                version,
                moment,
                moment,
                moment);
    }

    boolean isFed(IngestChoice asked) {
        return asked.equals(new IngestChoice(call, captions));
    }

    /** The event has played something else since, and is to play this again. */
    Broadcast displacing(@Nullable String other, Instant now) {
        return Objects.equals(other, displaced) ? this : edit().displaced(other).changed(now, dueAt);
    }

    /**
     * By the organizer. Starting twice is the same as starting once; a stop that was taken back in time was none, and so was one
     * of which no recording has been made yet.
     */
    Broadcast started(Slot slot, Instant now) {
        if (slot.takenDown()) {
            throw new WrongState("This event is cancelled or archived and shows nothing live any more.");
        }
        if (over()) {
            throw new WrongState("This stream is over. Prepare another one.");
        }
        if (slot.overAt(now)) {
            throw new WrongState("This event has been over for long. Move its end first.");
        }
        return wanted == ChannelGoal.RUNNING ? this : begun(slot, now);
    }

    /** By the organizer. Stopping twice is the same as stopping once. */
    Broadcast stopped(Instant now) {
        return wanted == ChannelGoal.RUNNING
                ? edit().wanted(ChannelGoal.IDLE).airtime(airtime.ended(now)).changed(now, now)
                : this;
    }

    /** What was looked at just now. */
    Broadcast seen(ChannelStatus status, Slot slot, Instant now) {
        var fed = airtime.seen(status, now);
        var words = status.trouble() == null && harvestTroubled() ? trouble : status.trouble();
        var seen = edit().state(status.state())
                .health(status.input())
                .trouble(words)
                .startsAt(slot.from())
                .airtime(fed)
                .meter(meter.read(state.billed(), status.state().billed(), now))
                .attempts(arrived(status.state()) ? 0 : attempts);
        var same = status.state() == state
                && Objects.equals(words, trouble)
                && status.input().connected() == health.connected()
                && status.input().findings().equals(health.findings());
        return seen.changed(same ? updatedAt : now, now);
    }

    /** The operator is told of what it will cost, once this is noted. */
    Broadcast spending(Spending now) {
        return now.equals(spending) ? this : edit().spending(now).changed(updatedAt, dueAt);
    }

    /** What the time, the event and the encoder mean for it. */
    Optional<Turn> turn(Slot slot, LiveSettings settings, Instant now) {
        return Turn.of(this, slot, settings, now);
    }

    Broadcast turned(Turn turn, Slot slot, Instant now) {
        return switch (turn) {
            case AHEAD -> begun(slot, now);
            case CALLED_OFF, OVERRUN, UNFED -> stopped(now);
            case OVER -> edit().wanted(ChannelGoal.DELETED).changed(now, now);
        };
    }

    /** What to do next for what is wanted, by what was last seen. */
    ChannelStep step(Slot slot, Instant now) {
        return switch (state) {
            case CREATING, STOPPING, DELETING ->
                wanted == ChannelGoal.DELETED && state == ChannelState.CREATING ? ChannelStep.RETIRE : ChannelStep.NONE;
            case CREATE_FAILED -> wanted == ChannelGoal.DELETED ? ChannelStep.RETIRE : ChannelStep.PROVISION;
            case DELETED -> wanted == ChannelGoal.DELETED ? ChannelStep.CLOSE : ChannelStep.PROVISION;
            case STARTING, RUNNING, RECOVERING ->
                switch (wanted) {
                    case RUNNING -> ChannelStep.NONE;
                    case IDLE -> ChannelStep.STOP;
                    case DELETED -> ChannelStep.RETIRE;
                };
            case IDLE ->
                switch (wanted) {
                    case RUNNING -> ChannelStep.START;
                    case IDLE -> harvestDue(slot, now) ? ChannelStep.HARVEST : ChannelStep.NONE;
                    case DELETED -> ChannelStep.RETIRE;
                };
        };
    }

    /** After a step, or none. */
    Broadcast stepped(ChannelStep step, Slot slot, Instant now) {
        return switch (step) {
            case PROVISION, START ->
                edit().attempts(attempts + 1).changed(updatedAt, NextLook.afterAttempts(attempts, now));
            case STOP, RETIRE -> edit().changed(updatedAt, NextLook.soon(now));
            case CLOSE -> edit().health(InputHealth.none()).changed(now, null);
            case NONE -> edit().changed(updatedAt, nextLook(slot, now));
            case HARVEST -> throw new IllegalStateException("A harvest says itself how it ended.");
        };
    }

    /** Its origin does not answer. */
    Broadcast waiting(String words, Instant now) {
        return edit().trouble(new Trouble(words, true)).changed(updatedAt, NextLook.whileAwaited(now));
    }

    /** It cannot be worked on, by a mistake of ours or another's: it is tried less and less often. */
    Broadcast putOff(Instant now) {
        var why = new Trouble("This channel cannot be worked on at present. It is tried again.", true);
        return edit().trouble(why).attempts(attempts + 1).changed(updatedAt, NextLook.afterAttempts(attempts, now));
    }

    /** Somebody begins to make the recording, and has until the lease ends. */
    Broadcast harvesting(Instant now, Duration lease) {
        return edit().harvest(HarvestState.HARVESTING, recording == null ? RecordingId.fresh() : recording)
                .changed(now, now.plus(lease));
    }

    Broadcast harvestAwaited(Instant now) {
        return edit().changed(updatedAt, NextLook.whileAwaited(now));
    }

    Broadcast harvested(Instant now) {
        return edit().harvest(HarvestState.COMPLETE, recording).trouble(null).changed(now, now);
    }

    Broadcast withoutRecording(@Nullable Trouble why, Instant now) {
        return edit().harvest(HarvestState.WITHOUT, null).trouble(why).changed(now, now);
    }

    /** It is tried again once somebody may have seen to it, and the less often the longer nobody has. */
    Broadcast harvestDelayed(Trouble why, Instant now) {
        return edit().harvest(HarvestState.DELAYED, recording)
                .trouble(why)
                .changed(now, NextLook.forHarvest(airtime.stoppedAt(), now));
    }

    /** Whether its end is longer ago than that. */
    boolean endedBefore(Duration age, Instant now) {
        var stopped = airtime.stoppedAt();
        return stopped != null && stopped.plus(age).isBefore(now);
    }

    public BroadcastRef ref() {
        return new BroadcastRef(event, id);
    }

    /** Whether nothing more will come of it, so that another one may be prepared. */
    public boolean over() {
        return wanted == ChannelGoal.DELETED || harvest == HarvestState.COMPLETE || harvest == HarvestState.WITHOUT;
    }

    public Optional<Instant> due() {
        return Optional.ofNullable(dueAt);
    }

    /** Whether it has ended and a recording is made of it, by itself: not where somebody has to see to something first. */
    boolean becomesRecording(Slot slot) {
        return wanted == ChannelGoal.IDLE && harvest != HarvestState.DELAYED && toBeHarvested(slot);
    }

    /** What was made of it; empty while nothing is. */
    public Optional<RecordingId> made() {
        return harvest == HarvestState.COMPLETE ? Optional.ofNullable(recording) : Optional.empty();
    }

    /** Whether it was ended before its event now begins. */
    boolean wasBefore(Slot slot) {
        var stopped = airtime.stoppedAt();
        return stopped != null && !stopped.isAfter(slot.begins());
    }

    /**
     * Whether nothing is lost where another takes its place, to be fed otherwise: it is not to run, and has shown nothing but a
     * rehearsal.
     */
    boolean isReplaceable(Slot slot) {
        return isSpare() && (airtime.startedAt() == null || wasBefore(slot));
    }

    /** Whether the same is true of it if nobody fed it, by what was seen so far: its origin may be told of that only afterwards. */
    boolean isReplaceableIfUnfed() {
        return isSpare() && !airtime.everFed();
    }

    private boolean isSpare() {
        return wanted == ChannelGoal.IDLE && harvest == HarvestState.NONE;
    }

    /** Whether its channel is the one of this time of its event: not where that was moved to after all of it was over. */
    boolean isOf(Slot slot) {
        return !over() || updatedAt.isAfter(slot.begins());
    }

    /** What an event plays that still plays this when it is removed; null: nothing. */
    @Nullable
    String playsAfterwards() {
        return made().isPresent() ? null : displaced;
    }

    private Broadcast begun(Slot slot, Instant now) {
        var on = toBeHarvested(slot) || now.isBefore(regretsEnd(now)) ? airtime.goingOn() : airtime.begun(now);
        // What was begun of a recording is left off. The next has a name of its own, so that nobody takes one for the
        // other.
        return edit().wanted(ChannelGoal.RUNNING)
                .airtime(on)
                .harvest(HarvestState.NONE, null)
                .trouble(harvestTroubled() ? null : trouble)
                .changed(now, now);
    }

    /** Whether a recording is still to be made of it: not of what was over before the event began, which was a rehearsal. */
    boolean toBeHarvested(Slot slot) {
        var stopped = airtime.stoppedAt();
        var shown = airtime.everFed() && stopped != null && stopped.isAfter(slot.begins());
        return switch (harvest) {
            case NONE -> shown;
            case HARVESTING, DELAYED -> true;
            case COMPLETE, WITHOUT -> false;
        };
    }

    private boolean harvestDue(Slot slot, Instant now) {
        return toBeHarvested(slot) && (harvest != HarvestState.NONE || !now.isBefore(regretsEnd(now)));
    }

    private Instant regretsEnd(Instant now) {
        var stopped = airtime.stoppedAt();
        return stopped == null ? now : stopped.plus(SECOND_THOUGHTS);
    }

    private boolean harvestTroubled() {
        return harvest == HarvestState.DELAYED || harvest == HarvestState.WITHOUT;
    }

    private boolean arrived(ChannelState there) {
        return there == (wanted == ChannelGoal.RUNNING ? ChannelState.RUNNING : ChannelState.IDLE);
    }

    private Instant nextLook(Slot slot, Instant now) {
        var waits = wanted == ChannelGoal.IDLE && state == ChannelState.IDLE && !toBeHarvested(slot);
        return waits ? NextLook.before(slot.from(), now) : NextLook.soon(now);
    }

    private BroadcastEdit edit() {
        return new BroadcastEdit(this);
    }
}
