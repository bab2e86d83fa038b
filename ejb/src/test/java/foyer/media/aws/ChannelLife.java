package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.event.Events;
import foyer.event.EventsInMemory;
import foyer.event.SomeEvents;
import foyer.media.Broadcast;
import foyer.media.Broadcasts;
import foyer.media.BroadcastsInMemory;
import foyer.media.ChannelGoal;
import foyer.media.ChannelState;
import foyer.media.LiveKeeper;
import foyer.media.LiveOrigin;
import foyer.media.Recording;
import foyer.media.RecordingId;
import foyer.media.Recordings;
import foyer.media.RecordingsInMemory;
import foyer.media.Trouble;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of a channel, as the use cases lead it that keep channels: a round of theirs every so often, by any node's origin, and what
 * organizers and encoders do in between. What was reached is in stores here, so that another node goes on with it after a crash.
 */
final class ChannelLife {
    private static final Duration AHEAD = Duration.ofHours(2);
    private static final Duration LASTING = Duration.ofHours(1);
    private static final Duration A_LOOK = Duration.ofSeconds(20);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    // Of minutes in which nothing happens not each is looked at.
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int MOST_LOOKS = 200;

    /** As it was when nobody had begun to make it. */
    final Broadcast broadcast;

    final List<String> complaints = new ArrayList<>();
    private final LiveHouse house;
    private final EventsInMemory events = new EventsInMemory();
    private final BroadcastsInMemory broadcasts = new BroadcastsInMemory();
    private final RecordingsInMemory recordings = new RecordingsInMemory();

    private @Nullable Instant from;
    private @Nullable Instant until;
    private @Nullable String pushed;

    ChannelLife(LiveHouse house, Broadcast broadcast) {
        this.house = house;
        this.broadcast = broadcast;
        var begins = house.clock.instant().plus(AHEAD);
        events.add(SomeEvents.aPublishedEvent(broadcast.event(), begins, begins.plus(LASTING)));
        broadcasts.add(broadcast);
    }

    /** From where it stands to its end. */
    void lead(LiveOrigin origin) {
        if (kept().made().isEmpty()) {
            if (until == null) {
                keeper(origin).prepare(broadcast.event());
                show(origin);
            }
            record(origin);
        }
        until(origin, LONG, this::isClosed);
    }

    /** As it is when its event is taken down; until it is gone. */
    void retire(LiveOrigin origin) {
        var event = event();
        if (!event.takenDown()) {
            events.replace(event, SomeEvents.archived(event, house.clock.instant()));
        }
        until(origin, A_LOOK, this::isClosed);
    }

    void run(LiveOrigin origin) {
        until(origin, A_LOOK, () -> {
            start(origin);
            return kept().state() == ChannelState.RUNNING;
        });
    }

    private void start(LiveOrigin origin) {
        try {
            keeper(origin).start(broadcast.event());
        } catch (Unavailable untold) {
            // That it is to run is noted; it is not known yet where to send to.
            complaints.add(untold.getMessage());
        }
    }

    /** Until it waits for its start; one that runs is stopped. */
    void prepare(LiveOrigin origin) {
        stop(origin);
        until(origin, A_LOOK, () -> kept().state() == ChannelState.IDLE);
    }

    /** For a few seconds, from its event's beginning on. */
    void show(LiveOrigin origin) {
        run(origin);
        feed(origin);
        until(origin, A_MINUTE, () -> kept().health().connected());
        house.clock.pass(Duration.ofSeconds(8));
        assertThat(house.plays(origin, broadcast)).isTrue();
        if (pushed != null) {
            house.mediaLive.leave(pushed);
        }
        until = house.clock.instant();
    }

    private void feed(LiveOrigin origin) {
        if (from != null) {
            return;
        }
        var begins = event().startsAt().toInstant();
        if (house.clock.instant().isBefore(begins)) {
            house.clock.pass(Duration.between(house.clock.instant(), begins));
        }
        if (broadcast.call() == null) {
            pushed = origin.ingest(broadcast).whole();
            house.mediaLive.push(pushed);
        }
        from = house.clock.instant();
    }

    /** What was shown, from its stop on. */
    void record(LiveOrigin origin) {
        stop(origin);
        until(origin, LONG, () -> kept().made().isPresent());
    }

    /** By an organizer. */
    void stop(LiveOrigin origin) {
        if (kept().wanted() == ChannelGoal.RUNNING) {
            keeper(origin).stop(broadcast.event());
        }
    }

    /** One round of who keeps channels, and then of who keeps recordings. */
    void look(LiveOrigin origin) {
        var keeper = keeper(origin);
        keeper.lookAtChannels();
        keeper.lookAtRecordings();
        Optional.ofNullable(kept().trouble()).map(Trouble::words).ifPresent(complaints::add);
    }

    /** A round after each pause, until something is reached. */
    void until(LiveOrigin origin, Duration pause, BooleanSupplier reached) {
        for (var round = 0; round < MOST_LOOKS; round++) {
            look(origin);
            if (reached.getAsBoolean()) {
                return;
            }
            house.clock.pass(pause);
        }
        throw new AssertionError("It is never reached: " + house.mediaLive.states() + " " + complaints);
    }

    /** A node's, of which nothing happens any more once it died. */
    LiveKeeper keeper(LiveOrigin origin) {
        var node = house.cloud.node;
        return new LiveKeeper(
                node.reaching(Events.class, events),
                node.reaching(Broadcasts.class, broadcasts),
                node.reaching(Recordings.class, recordings),
                origin,
                house.library,
                house.clock);
    }

    Broadcast kept() {
        return broadcasts.find(broadcast.event()).orElseThrow();
    }

    Event event() {
        return events.find(broadcast.event()).orElseThrow();
    }

    boolean isClosed() {
        return kept().due().isEmpty();
    }

    /** Those that are not about to be deleted. */
    List<Recording> recorded() {
        return recordings.of(broadcast.event()).stream()
                .filter(recording -> !recording.deleted())
                .toList();
    }

    /** The one that was made of it. */
    RecordingId recording() {
        return kept().made().orElseThrow();
    }

    /** Whether its event plays its recording, which is whole. */
    boolean playsItsRecording() {
        return recorded().size() == 1
                && house.plays(broadcast, recording())
                && event().manifestUrl()
                        .filter(house.library
                                .playback(recorded().get(0))
                                .manifest()
                                .toString()::equals)
                        .isPresent();
    }

    /** From the first picture to the last. */
    Duration shown() {
        return Duration.between(Objects.requireNonNull(from), Objects.requireNonNull(until));
    }
}
