package foyer.media;

import foyer.media.ingest.SrtCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A channel of an origin in memory: how it stands, and when it was fed. */
final class ChannelInMemory {
    final StreamKey key;
    final @Nullable SrtCall call;
    final List<Instant[]> feeds = new ArrayList<>();
    ChannelState state = ChannelState.CREATING;

    @Nullable
    Instant fedSince;

    Instant fedAt = Instant.MIN;
    boolean hadInput;

    @Nullable
    Instant cameAt;

    @Nullable
    Instant begun;

    ChannelInMemory(StreamKey key, @Nullable SrtCall call) {
        this.key = key;
        this.call = call;
    }

    void moveOn() {
        state = switch (state) {
            case CREATING, STOPPING -> ChannelState.IDLE;
            case STARTING -> ChannelState.RUNNING;
            case IDLE, CREATE_FAILED, RUNNING, RECOVERING, DELETING, DELETED -> state;
        };
    }

    void take(Instant now) {
        if (state != ChannelState.RUNNING) {
            return;
        }
        fedSince = fedSince == null ? now : fedSince;
        cameAt = cameAt == null ? now : cameAt;
        fedAt = now;
        hadInput = true;
    }

    void begin(@Nullable Instant moment) {
        if (!Objects.equals(begun, moment)) {
            feeds.clear();
        }
        begun = moment;
    }

    void cut(Instant now) {
        if (fedSince != null) {
            feeds.add(new Instant[] {fedSince, now});
        }
        fedSince = null;
    }

    ChannelStatus seenLate(ChannelState seen, Airtime airtime, Instant told) {
        var came = cameAt != null && !cameAt.isAfter(told) ? cameAt : null;
        var health = came != null && seen == ChannelState.RUNNING ? health() : InputHealth.none();
        var stopped = airtime.stoppedAt();
        var settled = stopped == null || airtime.everFed() || !stopped.isAfter(told);
        return new ChannelStatus(seen, health, came, seen == ChannelState.RUNNING || settled || came != null, null);
    }

    InputHealth health() {
        if (fedSince != null) {
            return new InputHealth(true, 2_000_000, "640x360 25 fps h264", "aac 48000 Hz stereo", Set.of());
        }
        var finding = hadInput ? InputFinding.INPUT_LOST : InputFinding.NO_INPUT;
        return new InputHealth(false, 0, null, null, Set.of(finding));
    }

    Duration between(Instant from, Instant until) {
        var all = new ArrayList<>(feeds);
        if (fedSince != null) {
            all.add(new Instant[] {fedSince, fedAt});
        }
        return all.stream().map(feed -> overlap(feed, from, until)).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration overlap(Instant[] feed, Instant from, Instant until) {
        var begin = feed[0].isAfter(from) ? feed[0] : from;
        var end = feed[1].isBefore(until) ? feed[1] : until;
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }
}
