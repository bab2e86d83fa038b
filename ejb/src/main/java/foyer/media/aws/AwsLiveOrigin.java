package foyer.media.aws;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.media.Broadcast;
import foyer.media.BroadcastRef;
import foyer.media.ChannelState;
import foyer.media.ChannelStatus;
import foyer.media.Harvested;
import foyer.media.Ingest;
import foyer.media.InputHealth;
import foyer.media.LiveOrigin;
import foyer.media.Preflight;
import foyer.media.RecordingId;
import foyer.media.Trouble;
import foyer.media.cost.BilledChannel;
import foyer.media.ingest.IngestProtocol;
import foyer.shared.Caches;
import foyer.shared.Unavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputState;

/**
 * Live channels by MediaLive, given out by MediaPackage and CloudFront. Nothing is noted of them but at AWS itself: by its tags everything
 * says whose it is. What was begun takes several calls with pauses in between, for one thing has to be there, or gone, before the next:
 * whoever asks how it stands takes it a step further.
 */
final class AwsLiveOrigin implements LiveOrigin, AutoCloseable {
    private static final int REMEMBERED = 1_000;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final AwsSettings settings;
    private final AwsLiveSettings live;
    private final AwsConnection connection;
    private final LivePackaging packaging;
    private final LiveInputs inputs;
    private final LiveChannels channels;
    private final LiveSight sight;
    private final LiveStills stills;
    private final Harvests harvests;
    private final Clock clock;
    private final Cache<BroadcastRef, URI> addresses;

    private AwsLiveOrigin(AwsSettings settings, AwsLiveSettings live, AwsTurnstile turnstile, Clock clock) {
        var calls = new AwsCalls(turnstile);
        var token = new OrderToken(clock);
        this.settings = settings;
        this.live = live;
        this.clock = clock;
        // An input keeps its address for as long as there is one; another node may make another.
        this.addresses = Caches.by(clock)
                .maximumSize(REMEMBERED)
                .expireAfterWrite(A_MINUTE)
                .build();
        this.connection = new AwsConnection(settings, clock);
        var mediaLive = connection.mediaLive();
        var mediaPackage = connection.mediaPackage();
        var bucket = new Bucket(connection.s3(), calls, settings.bucket());
        this.packaging = new LivePackaging(mediaPackage, calls, live, token);
        this.inputs = new LiveInputs(mediaLive, calls, live, token);
        this.channels = new LiveChannels(mediaLive, calls, live, token);
        var signals = new LiveSignals(mediaLive, connection.cloudWatch(), calls, live.pipelines(), clock);
        this.sight = new LiveSight(signals, clock);
        this.stills = new LiveStills(mediaLive, calls, bucket, clock);
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
    public Optional<BilledChannel> billed() {
        return Optional.of(new BilledChannel(live.ladder(), live.pipelines()));
    }

    @Override
    public Preflight preflight(Broadcast planned) {
        return AwsCalls.told(() -> {
            var there = channels.find(planned.ref()).filter(channel -> channel.stands() != ChannelState.CREATE_FAILED);
            // What is there was taken.
            return there.isPresent()
                    ? Preflight.found(List.of())
                    : channels.preflight(planned, inputs.free(planned.ref()).map(Input::id));
        });
    }

    @Override
    public void provision(Broadcast broadcast) {
        AwsCalls.done(() -> provide(broadcast));
    }

    private void provide(Broadcast broadcast) {
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

    /** One for each pipeline. */
    @Override
    public OptionalInt callers() {
        return OptionalInt.of(live.pipelines());
    }

    @Override
    public boolean readsCaptions() {
        return true;
    }

    @Override
    public Ingest ingest(Broadcast broadcast) {
        var server = AwsCalls.told(() -> addresses.asMap().computeIfAbsent(broadcast.ref(), this::address));
        return new Ingest(IngestProtocol.RTMP, server, broadcast.streamKey());
    }

    @Override
    public void start(Broadcast broadcast) {
        AwsCalls.done(() -> channels.find(broadcast.ref())
                .filter(channel -> channel.stands() == ChannelState.IDLE)
                .ifPresent(channel -> {
                    packaging.provide(broadcast.ref());
                    channels.start(channel);
                }));
    }

    @Override
    public void stop(Broadcast broadcast) {
        AwsCalls.done(() ->
                channels.find(broadcast.ref()).filter(LiveChannels.Found::runs).ifPresent(channels::stop));
    }

    @Override
    public ChannelStatus status(Broadcast broadcast) {
        return AwsCalls.told(() -> stands(broadcast));
    }

    private ChannelStatus stands(Broadcast broadcast) {
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
    public Optional<byte[]> thumbnail(Broadcast broadcast) {
        return AwsCalls.told(() -> channels.find(broadcast.ref())
                .filter(channel -> channel.stands() == ChannelState.RUNNING)
                .flatMap(channel -> stills.now(broadcast.ref(), channel)));
    }

    @Override
    public URI playback(Broadcast broadcast) {
        return URI.create(settings.address().toString().replaceFirst("/$", "") + "/"
                + broadcast.event().value() + "/live/" + broadcast.id().value() + "/" + LivePackaging.MANIFEST
                + ".m3u8");
    }

    @Override
    public Harvested harvest(Broadcast broadcast, Instant from, Instant until, RecordingId into) {
        return AwsCalls.told(() -> harvest(broadcast, from, until, Shelf.ofHarvest(broadcast.event(), into)));
    }

    private Harvested harvest(Broadcast broadcast, Instant from, Instant until, Shelf shelf) {
        var begun = harvests.begun(broadcast.ref(), shelf);
        if (begun.isPresent()) {
            begun.filter(Harvested.Done.class::isInstance).ifPresent(done -> stills.give(broadcast.ref(), shelf));
            return begun.get();
        }
        // Of a channel that is gone nobody can tell; MediaPackage may still have what it showed.
        var shown = channels.find(broadcast.ref())
                .map(channel -> sight.shown(channel, from, until))
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
        AwsCalls.done(() -> remove(left));
    }

    private void remove(BroadcastRef left) {
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
        return AwsCalls.told(() -> {
            var present = new HashSet<>(packaging.present());
            present.addAll(channels.present());
            present.addAll(inputs.present());
            return Set.copyOf(present);
        });
    }

    @Override
    public void close() {
        connection.close();
    }

    private URI address(BroadcastRef ref) {
        return inputs.address(ref)
                .orElseThrow(() ->
                        new Unavailable("The address for the encoder is being made. Please ask again soon.", SOON));
    }

    // MediaLive takes an input only once it is there, and nobody else has it.
    private void encode(Broadcast broadcast) {
        addresses.invalidate(broadcast.ref());
        var input = inputs.provided(broadcast);
        if (input.state() == InputState.DETACHED) {
            channels.create(broadcast, input.id());
        }
    }

    private ChannelStatus running(Broadcast broadcast, LiveChannels.Found channel) {
        var seen = sight.running(broadcast, channel);
        if (seen.known() && seen.input().connected()) {
            stills.keep(broadcast.ref(), channel);
        }
        return seen;
    }

    // What is nearer to the encoder goes first: nothing can be removed that something else still sends to.
    private boolean removed(BroadcastRef ref) {
        addresses.invalidate(ref);
        if (!channels.removed(ref) || !inputs.removed(ref)) {
            return false;
        }
        stills.remove(ref);
        return packaging.removed(ref);
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
            case RUNNING, RECOVERING -> running(broadcast, channel);
            case CREATE_FAILED ->
                new ChannelStatus(
                        state,
                        InputHealth.none(),
                        new Trouble("MediaLive could not make the channel. It is made again.", true));
            case IDLE, STOPPING -> sight.stopped(broadcast, channel);
            case CREATING, STARTING, DELETING, DELETED -> ChannelStatus.of(state);
        };
    }
}
