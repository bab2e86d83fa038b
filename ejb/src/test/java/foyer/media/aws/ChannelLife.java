package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Broadcast;
import foyer.media.ChannelGoal;
import foyer.media.ChannelState;
import foyer.media.Harvested;
import foyer.media.LiveOrigin;
import foyer.media.RecordingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of a channel, as whoever keeps broadcasts leads it: what should be is compared with what is, and a step taken. What was
 * reached is kept here, as it is kept in the store, so that another node's origin can go on with it after a crash.
 */
final class ChannelLife {
    private static final Duration A_LOOK = Duration.ofSeconds(20);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MOST_LOOKS = 200;

    final Broadcast broadcast;
    final RecordingId recording = RecordingId.fresh();
    private final LiveHouse house;

    private boolean fed;
    private @Nullable Instant from;
    private @Nullable Instant until;
    private @Nullable Harvested harvested;
    private @Nullable String pushed;

    ChannelLife(LiveHouse house, Broadcast broadcast) {
        this.house = house;
        this.broadcast = broadcast;
    }

    /** Leads it from where it stands to its end; fails as the origin does. */
    void lead(LiveOrigin origin) {
        if (harvested == null) {
            if (until == null) {
                show(origin);
            }
            until(() -> tended(origin, ChannelGoal.IDLE) == ChannelState.IDLE);
            until(() -> isHarvested(origin));
        }
        retire(origin);
    }

    /** Until it is gone. */
    void retire(LiveOrigin origin) {
        until(() -> tended(origin, ChannelGoal.DELETED) == ChannelState.DELETED);
    }

    void run(LiveOrigin origin) {
        until(() -> tended(origin, ChannelGoal.RUNNING) == ChannelState.RUNNING);
    }

    void prepare(LiveOrigin origin) {
        until(() -> tended(origin, ChannelGoal.IDLE) == ChannelState.IDLE);
    }

    Harvested harvested() {
        return Objects.requireNonNull(harvested);
    }

    /** From the first picture to the last. */
    Duration shown() {
        return Duration.between(Objects.requireNonNull(from), Objects.requireNonNull(until));
    }

    boolean isHarvested(LiveOrigin origin) {
        var result = origin.harvest(broadcast, Objects.requireNonNull(from), Objects.requireNonNull(until), recording);
        if (result instanceof Harvested.Done) {
            harvested = result;
        }
        return harvested != null;
    }

    void show(LiveOrigin origin) {
        run(origin);
        if (!fed) {
            pushed = origin.ingest(broadcast).whole();
            house.mediaLive.push(pushed);
            from = house.clock.instant();
            fed = true;
        }
        until(A_MINUTE, () -> origin.status(broadcast).input().connected());
        house.clock.pass(Duration.ofSeconds(8));
        assertThat(house.plays(origin, broadcast)).isTrue();
        if (pushed != null) {
            house.mediaLive.leave(pushed);
        }
        until = house.clock.instant();
    }

    /** One look and one step. */
    ChannelState tended(LiveOrigin origin, ChannelGoal wanted) {
        var state = origin.status(broadcast).state();
        switch (state) {
            case CREATING -> {
                if (wanted == ChannelGoal.DELETED) {
                    origin.retire(broadcast);
                }
            }
            case STOPPING, DELETING -> {}
            case CREATE_FAILED -> {
                if (wanted == ChannelGoal.DELETED) {
                    origin.retire(broadcast);
                } else {
                    origin.provision(broadcast);
                }
            }
            case DELETED -> {
                if (wanted != ChannelGoal.DELETED) {
                    origin.provision(broadcast);
                }
            }
            case STARTING, RUNNING, RECOVERING -> {
                if (wanted == ChannelGoal.IDLE) {
                    origin.stop(broadcast);
                } else if (wanted == ChannelGoal.DELETED) {
                    origin.retire(broadcast);
                }
            }
            case IDLE -> {
                if (wanted == ChannelGoal.RUNNING) {
                    origin.start(broadcast);
                } else if (wanted == ChannelGoal.DELETED) {
                    origin.retire(broadcast);
                }
            }
        }
        return state;
    }

    private void until(BooleanSupplier reached) {
        until(A_LOOK, reached);
    }

    private void until(Duration pause, BooleanSupplier reached) {
        for (var look = 0; look < MOST_LOOKS; look++) {
            if (reached.getAsBoolean()) {
                return;
            }
            house.clock.pass(pause);
        }
        throw new AssertionError("It is never reached: " + house.mediaLive.states());
    }
}
