package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Brings a channel to where a test wants it, and waits until it is there. */
public final class LiveTrial {
    private static final int MOST_QUESTIONS = 600;

    private final TriedLiveOrigin tried;

    LiveTrial(TriedLiveOrigin tried) {
        this.tried = tried;
    }

    Broadcast made() {
        return made(SomeBroadcasts.aBroadcast());
    }

    Broadcast made(Broadcast broadcast) {
        tried.origin().provision(broadcast);
        until(() -> state(broadcast) == ChannelState.IDLE);
        return broadcast;
    }

    Broadcast running() {
        var broadcast = made();
        start(broadcast);
        return broadcast;
    }

    void start(Broadcast broadcast) {
        tried.origin().start(broadcast);
        assertThat(state(broadcast)).isIn(Set.of(ChannelState.STARTING, ChannelState.RUNNING));
        until(() -> state(broadcast) == ChannelState.RUNNING);
    }

    void stop(Broadcast broadcast) {
        tried.origin().stop(broadcast);
        assertThat(state(broadcast)).isIn(Set.of(ChannelState.STOPPING, ChannelState.IDLE));
        until(() -> state(broadcast) == ChannelState.IDLE);
    }

    void retire(Broadcast broadcast) {
        tried.origin().retire(broadcast);
        until(() -> state(broadcast) == ChannelState.DELETED);
    }

    /** When the encoder was first seen; for so long there is a picture that plays. */
    Instant feed(Broadcast broadcast, Duration length) {
        var encoder = tried.push(tried.origin().ingest(broadcast));
        try {
            until(() -> input(broadcast).connected());
            var came = tried.now();
            until(() ->
                    input(broadcast).connected() && !tried.now().isBefore(came.plus(length)) && tried.plays(broadcast));
            return came;
        } finally {
            encoder.end();
        }
    }

    void whilePushing(Broadcast broadcast, Runnable meanwhile) {
        var encoder = tried.push(tried.origin().ingest(broadcast));
        try {
            meanwhile.run();
        } finally {
            encoder.end();
        }
    }

    Harvested harvested(Broadcast broadcast, Instant from, Instant until, RecordingId into) {
        var result = tried.origin().harvest(broadcast, from, until, into);
        for (var again = 0; again < MOST_QUESTIONS && result instanceof Harvested.Running; again++) {
            tried.pause();
            result = tried.origin().harvest(broadcast, from, until, into);
        }
        return result;
    }

    ChannelState state(Broadcast broadcast) {
        return tried.origin().status(broadcast).state();
    }

    InputHealth input(Broadcast broadcast) {
        return tried.origin().status(broadcast).input();
    }

    void until(BooleanSupplier condition) {
        for (var question = 0; question < MOST_QUESTIONS && !condition.getAsBoolean(); question++) {
            tried.pause();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
