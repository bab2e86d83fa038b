package foyer.media.aws;

import foyer.media.Broadcast;
import foyer.media.ChannelState;
import foyer.media.ChannelStatus;
import foyer.media.InputFinding;
import foyer.media.InputHealth;
import foyer.media.Trouble;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What can be said of how a channel is fed and was, though it is told late, and at times not at all. */
final class LiveSight {
    private static final Journal JOURNAL = Journal.of(LiveSight.class);
    // Whoever looks every half minute finds the last metrics in that time.
    private static final Duration SETTLED = LiveSignals.LATENESS.plusMinutes(2);

    private static final Trouble UNSEEN =
            new Trouble("How this channel is fed cannot be told at present. It runs all the same.", true);
    private static final Trouble UNTOLD = new Trouble("Whether this channel was fed cannot be told so far.", true);
    /** What stands at a channel of which nobody could tell how it is fed when it was last looked at. */
    private static final Set<Trouble> SILENT = Set.of(UNSEEN, UNTOLD);

    private final LiveSignals signals;
    private final Clock clock;

    LiveSight(LiveSignals signals, Clock clock) {
        this.signals = signals;
        this.clock = clock;
    }

    /** Of one that runs. Whoever has to stop it must not wait for its metrics. */
    ChannelStatus running(Broadcast broadcast, LiveChannels.Found channel) {
        try {
            var health = signals.health(channel.id());
            var came = health.connected() || health.findings().contains(InputFinding.INPUT_LOST);
            var news = came && broadcast.airtime().fedSince() == null;
            var since = news ? fedSince(broadcast, channel) : null;
            return new ChannelStatus(channel.stands(), health, since, true, null);
        } catch (Unavailable silent) {
            return unknown(broadcast, channel);
        } catch (AwsServiceException refused) {
            JOURNAL.warn("MediaLive's metrics or alerts are not told.", Map.of("channel", channel.id()), refused);
            return unknown(broadcast, channel);
        }
    }

    /**
     * Of one that does not run any more: its metrics may still tell that it was fed shortly before. Where they tell nothing at all once they
     * should, it counts as fed, for nobody knows that it was not: then MediaPackage is to say what it has.
     */
    ChannelStatus stopped(Broadcast broadcast, LiveChannels.Found channel) {
        var state = channel.stands();
        var stopped = broadcast.airtime().stoppedAt();
        if (stopped == null || broadcast.airtime().fedSince() != null) {
            return ChannelStatus.of(state);
        }
        var settled = !clock.instant().isBefore(stopped.plus(SETTLED));
        try {
            var since = fedSince(broadcast, channel);
            return since == null && !settled
                    ? ChannelStatus.unknown(state, InputHealth.none(), null)
                    : new ChannelStatus(state, InputHealth.none(), since, true, null);
        } catch (Unavailable | AwsServiceException unheard) {
            // One that was known is asked about again: metrics that fail now and then have told what they know.
            if (settled && !silent(broadcast)) {
                return ChannelStatus.unknown(state, InputHealth.none(), null);
            }
            return settled ? perhapsFed(broadcast, state) : ChannelStatus.unknown(state, InputHealth.none(), UNTOLD);
        }
    }

    /** Whether there may be something of that time. */
    boolean shown(LiveChannels.Found channel, Instant from, Instant until) {
        try {
            return signals.fed(channel.id(), from, until);
        } catch (Unavailable | AwsServiceException silent) {
            // Then MediaPackage is to say what it has.
            return true;
        }
    }

    private @Nullable Instant fedSince(Broadcast broadcast, LiveChannels.Found channel) {
        var started = broadcast.airtime().startedAt();
        return started == null
                ? null
                : signals.fedSince(channel.id(), started, clock.instant()).orElse(null);
    }

    private static boolean silent(Broadcast broadcast) {
        var trouble = broadcast.trouble();
        return trouble != null && SILENT.contains(trouble);
    }

    private static ChannelStatus perhapsFed(Broadcast broadcast, ChannelState state) {
        var trouble = new Trouble(
                "Whether this channel was fed cannot be told. What MediaPackage has of it is kept all the same.", true);
        return new ChannelStatus(state, InputHealth.none(), broadcast.airtime().startedAt(), true, trouble);
    }

    private static ChannelStatus unknown(Broadcast broadcast, LiveChannels.Found channel) {
        return ChannelStatus.unknown(channel.stands(), broadcast.health(), UNSEEN);
    }
}
