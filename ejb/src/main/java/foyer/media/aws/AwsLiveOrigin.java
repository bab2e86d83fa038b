package foyer.media.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.media.Broadcast;
import foyer.media.BroadcastRef;
import foyer.media.ChannelState;
import foyer.media.ChannelStatus;
import foyer.media.Harvested;
import foyer.media.Ingest;
import foyer.media.IngestProtocol;
import foyer.media.InputFinding;
import foyer.media.InputHealth;
import foyer.media.LiveOrigin;
import foyer.media.RecordingId;
import foyer.media.Trouble;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.medialive.model.InputState;

/**
 * Live channels by MediaLive, given out by MediaPackage and CloudFront. Nothing is noted of them but at AWS itself: by its tags everything
 * says whose it is. What was begun takes several calls with pauses in between, for one thing has to be there, or gone, before the next:
 * whoever asks how it stands takes it a step further.
 */
final class AwsLiveOrigin implements LiveOrigin, AutoCloseable {
    private static final Journal JOURNAL = Journal.of(AwsLiveOrigin.class);
    private static final int REMEMBERED = 1_000;
    private static final Duration SOON = Duration.ofSeconds(5);
    // Whoever looks every half minute finds the last metrics in that time.
    private static final Duration SETTLED = LiveSignals.LATENESS.plusMinutes(2);

    private final AwsSettings settings;
    private final AwsConnection connection;
    private final LivePackaging packaging;
    private final LiveInputs inputs;
    private final LiveChannels channels;
    private final LiveSignals signals;
    private final Harvests harvests;
    private final Clock clock;
    // An input keeps its address for as long as there is one.
    private final Cache<BroadcastRef, URI> addresses = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private AwsLiveOrigin(AwsSettings settings, AwsLiveSettings live, AwsTurnstile turnstile, Clock clock) {
        var calls = new AwsCalls(turnstile);
        var token = new OrderToken(clock);
        this.settings = settings;
        this.clock = clock;
        this.connection = new AwsConnection(settings, clock);
        var mediaLive = connection.mediaLive();
        var mediaPackage = connection.mediaPackage();
        var bucket = new Bucket(connection.s3(), calls, settings.bucket());
        this.packaging = new LivePackaging(mediaPackage, calls, live, token);
        this.inputs = new LiveInputs(mediaLive, calls, live, token);
        this.channels = new LiveChannels(mediaLive, calls, live, token);
        this.signals = new LiveSignals(mediaLive, connection.cloudWatch(), calls, live.pipelines(), clock);
        this.harvests = new Harvests(mediaPackage, calls, live, bucket);
    }

    /** Fails with {@link foyer.shared.WrongSettings} where nobody says in which region. */
    static AwsLiveOrigin open(AwsSettings settings, AwsLiveSettings live, AwsTurnstile turnstile, Clock clock) {
        return new AwsLiveOrigin(settings, live, turnstile, clock);
    }

    /** Nothing: what is missing is met at the start. */
    @Override
    public Optional<String> lacking() {
        return Optional.empty();
    }

    @Override
    public void provision(Broadcast broadcast) {
        var ref = broadcast.ref();
        if (packaging.find(ref).filter(LivePackaging.Found::retired).isPresent()) {
            return;
        }
        packaging.provide(ref);
        var channel = channels.find(ref);
        if (channel.isEmpty()) {
            encode(broadcast);
        } else if (channel.get().stands() == ChannelState.CREATE_FAILED) {
            // Another one is made once this is gone.
            channels.delete(channel.get());
        }
    }

    @Override
    public Ingest ingest(Broadcast broadcast) {
        var server = addresses
                .asMap()
                .computeIfAbsent(
                        broadcast.ref(),
                        ref -> inputs.address(ref)
                                .orElseThrow(() -> new Unavailable(
                                        "The address for the encoder is being made. Please ask again soon.", SOON)));
        return new Ingest(IngestProtocol.RTMP, server, broadcast.streamKey());
    }

    @Override
    public void start(Broadcast broadcast) {
        channels.find(broadcast.ref())
                .filter(channel -> channel.stands() == ChannelState.IDLE)
                .ifPresent(channel -> {
                    packaging.provide(broadcast.ref());
                    channels.start(channel);
                });
    }

    @Override
    public void stop(Broadcast broadcast) {
        channels.find(broadcast.ref()).filter(LiveChannels.Found::runs).ifPresent(channels::stop);
    }

    @Override
    public ChannelStatus status(Broadcast broadcast) {
        var ref = broadcast.ref();
        var packager = packaging.find(ref);
        var channel = channels.find(ref);
        if (packager.filter(LivePackaging.Found::retired).isPresent()
                || channel.filter(LiveChannels.Found::retired).isPresent()) {
            return ChannelStatus.of(removed(ref) ? ChannelState.DELETED : ChannelState.DELETING);
        }
        if (packager.isEmpty()) {
            return channel.isPresent() ? unpackaged() : remains(ref);
        }
        if (channel.isEmpty()) {
            packaging.provide(ref);
            encode(broadcast);
            return ChannelStatus.of(ChannelState.CREATING);
        }
        return seen(broadcast, channel.get());
    }

    @Override
    public URI playback(Broadcast broadcast) {
        return URI.create(settings.address().toString().replaceFirst("/$", "") + "/"
                + broadcast.event().value() + "/live/" + broadcast.id().value() + "/" + LivePackaging.MANIFEST
                + ".m3u8");
    }

    @Override
    public Harvested harvest(Broadcast broadcast, Instant from, Instant until, RecordingId into) {
        var shelf = Shelf.ofHarvest(broadcast.event(), into);
        var begun = harvests.begun(broadcast.ref(), shelf);
        if (begun.isPresent()) {
            return begun.get();
        }
        // Of a channel that is gone nobody can tell; MediaPackage may still have what it showed.
        var shown = channels.find(broadcast.ref())
                .map(channel -> signals.fed(channel.id(), from, until))
                .orElse(true);
        if (shown) {
            return harvests.begin(broadcast.ref(), from, until, shelf);
        }
        return clock.instant().isBefore(until.plus(LiveSignals.LATENESS))
                ? new Harvested.Running()
                : new Harvested.Nothing();
    }

    @Override
    public Optional<Duration> keeps() {
        return Optional.of(LivePackaging.KEPT);
    }

    @Override
    public void retire(Broadcast broadcast) {
        retire(broadcast.ref());
    }

    @Override
    public void retire(BroadcastRef left) {
        var packager = packaging.find(left);
        if (packager.isPresent()) {
            packager.filter(found -> !found.retired()).ifPresent(packaging::markRetired);
        } else {
            channels.find(left).filter(found -> !found.retired()).ifPresent(channels::markRetired);
        }
        removed(left);
    }

    @Override
    public Set<BroadcastRef> present() {
        var present = new HashSet<>(packaging.present());
        present.addAll(channels.present());
        present.addAll(inputs.present());
        return Set.copyOf(present);
    }

    @Override
    public void close() {
        connection.close();
    }

    // MediaLive takes an input only once it is there, and nobody else has it.
    private void encode(Broadcast broadcast) {
        var input = inputs.provided(broadcast);
        if (input.state() == InputState.DETACHED) {
            channels.create(broadcast.ref(), input.id());
        }
    }

    // What is nearer to the encoder goes first: nothing can be removed that something else still sends to.
    private boolean removed(BroadcastRef ref) {
        addresses.invalidate(ref);
        return channels.removed(ref) && inputs.removed(ref) && packaging.removed(ref);
    }

    // The channel's place in MediaPackage is made first, so that this is the last of one that is being removed.
    private ChannelStatus remains(BroadcastRef ref) {
        if (!inputs.any(ref)) {
            return ChannelStatus.of(ChannelState.DELETED);
        }
        removed(ref);
        return ChannelStatus.of(ChannelState.DELETING);
    }

    private static ChannelStatus unpackaged() {
        var trouble = new Trouble("Somebody removed this channel's place in MediaPackage. It is made again.", true);
        return new ChannelStatus(ChannelState.CREATE_FAILED, InputHealth.none(), trouble);
    }

    private ChannelStatus seen(Broadcast broadcast, LiveChannels.Found channel) {
        var state = channel.stands();
        return switch (state) {
            case RUNNING, RECOVERING -> fed(broadcast, channel);
            case CREATE_FAILED ->
                new ChannelStatus(
                        state,
                        InputHealth.none(),
                        new Trouble("MediaLive could not make the channel. It is made again.", true));
            case IDLE, STOPPING -> stopped(broadcast, channel);
            case CREATING, STARTING, DELETING, DELETED -> ChannelStatus.of(state);
        };
    }

    // Whoever has to stop a channel must not wait for its metrics.
    private ChannelStatus fed(Broadcast broadcast, LiveChannels.Found channel) {
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

    // Its metrics may still tell that it was fed shortly before.
    private ChannelStatus stopped(Broadcast broadcast, LiveChannels.Found channel) {
        var state = channel.stands();
        var stopped = broadcast.airtime().stoppedAt();
        var settled = stopped == null || !clock.instant().isBefore(stopped.plus(SETTLED));
        if (settled || broadcast.airtime().fedSince() != null) {
            return ChannelStatus.of(state);
        }
        try {
            var since = fedSince(broadcast, channel);
            return since == null
                    ? ChannelStatus.unknown(state, InputHealth.none(), null)
                    : new ChannelStatus(state, InputHealth.none(), since, true, null);
        } catch (Unavailable | AwsServiceException silent) {
            return ChannelStatus.unknown(state, InputHealth.none(), null);
        }
    }

    private @Nullable Instant fedSince(Broadcast broadcast, LiveChannels.Found channel) {
        var started = broadcast.airtime().startedAt();
        return started == null
                ? null
                : signals.fedSince(channel.id(), started, clock.instant()).orElse(null);
    }

    private static ChannelStatus unknown(Broadcast broadcast, LiveChannels.Found channel) {
        var trouble = new Trouble("How this channel is fed cannot be told at present. It runs all the same.", true);
        return ChannelStatus.unknown(channel.stands(), broadcast.health(), trouble);
    }
}
