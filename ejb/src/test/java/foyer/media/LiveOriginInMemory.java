package foyer.media;

import foyer.media.cost.BilledChannel;
import foyer.media.ingest.IngestProtocol;
import foyer.media.ingest.SrtCall;
import foyer.shared.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An origin that is as quick as its clock allows: what it is told to do is done when it is next asked. */
public final class LiveOriginInMemory implements LiveOrigin {
    private static final Duration SEGMENT = Duration.ofSeconds(2);

    final OriginInTrouble trouble = new OriginInTrouble();

    private final SettableClock clock;
    private final Map<BroadcastRef, ChannelInMemory> channels = new HashMap<>();
    private final Map<RecordingId, Harvested> harvests = new HashMap<>();
    private final Set<StreamKey> pushing = new HashSet<>();
    private final Set<SrtCall> listening = new HashSet<>();
    private OptionalInt callers = OptionalInt.of(1);
    private @Nullable Supplier<Harvested> next;
    private @Nullable BilledChannel billed;
    private @Nullable Duration kept;

    public LiveOriginInMemory(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> lacking() {
        return trouble.lacking();
    }

    @Override
    public Optional<BilledChannel> billed() {
        return Optional.ofNullable(billed);
    }

    @Override
    public void provision(Broadcast broadcast) {
        trouble.refuseSteps();
        var channel = channels.computeIfAbsent(
                broadcast.ref(), made -> new ChannelInMemory(broadcast.streamKey(), broadcast.call()));
        if (trouble.creation() != null) {
            channel.state = ChannelState.CREATE_FAILED;
        } else if (channel.state == ChannelState.CREATE_FAILED) {
            channel.state = ChannelState.CREATING;
        }
    }

    @Override
    public OptionalInt callers() {
        return callers;
    }

    @Override
    public Ingest ingest(Broadcast broadcast) {
        return new Ingest(IngestProtocol.RTMP, URI.create("rtmp://media.example.org:1935/live"), broadcast.streamKey());
    }

    @Override
    public void start(Broadcast broadcast) {
        trouble.refuseSteps();
        at(broadcast).filter(channel -> channel.state == ChannelState.IDLE).ifPresent(channel -> {
            channel.state = ChannelState.STARTING;
            channel.hadInput = false;
            channel.begin(broadcast.airtime().startedAt());
        });
    }

    @Override
    public void stop(Broadcast broadcast) {
        trouble.refuseSteps();
        at(broadcast)
                .filter(channel -> channel.state == ChannelState.RUNNING || channel.state == ChannelState.STARTING)
                .ifPresent(channel -> {
                    channel.cut(clock.instant());
                    channel.state = ChannelState.STOPPING;
                });
    }

    @Override
    public ChannelStatus status(Broadcast broadcast) {
        trouble.refuseLooks();
        var there = at(broadcast);
        if (there.isEmpty()) {
            return ChannelStatus.of(ChannelState.DELETED);
        }
        var channel = there.get();
        var seen = channel.state;
        if (seen == ChannelState.RUNNING) {
            take(channel);
        }
        channel.moveOn();
        if (trouble.unknown() && seen.runs()) {
            return ChannelStatus.unknown(seen, broadcast.health(), new Trouble("Nobody knows.", true));
        }
        if (!trouble.late().isZero()) {
            return channel.seenLate(seen, broadcast.airtime(), clock.instant().minus(trouble.late()));
        }
        return new ChannelStatus(
                seen,
                seen == ChannelState.RUNNING ? channel.health() : InputHealth.none(),
                seen == ChannelState.CREATE_FAILED ? trouble.creation() : null);
    }

    @Override
    public Optional<byte[]> thumbnail(Broadcast broadcast) {
        return at(broadcast)
                .filter(channel -> channel.state == ChannelState.RUNNING && channel.fedSince != null)
                .map(channel -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    }

    @Override
    public boolean readsCaptions() {
        return callers.isPresent();
    }

    @Override
    public URI playback(Broadcast broadcast) {
        return URI.create("https://media.example.org/" + broadcast.event().value() + "/live/"
                + broadcast.id().value() + "/master.m3u8");
    }

    @Override
    public Harvested harvest(Broadcast broadcast, Instant from, Instant until, RecordingId into) {
        if (next != null) {
            return next.get();
        }
        var length = at(broadcast).map(channel -> channel.between(from, until)).orElse(Duration.ZERO);
        if (length.isZero()) {
            return harvests.getOrDefault(into, new Harvested.Nothing());
        }
        return harvests.computeIfAbsent(into, made -> new Harvested.Done(length, length.toMillis()));
    }

    @Override
    public Optional<Duration> keeps() {
        return Optional.ofNullable(kept);
    }

    @Override
    public void retire(Broadcast broadcast) {
        retire(broadcast.ref());
    }

    @Override
    public void retire(BroadcastRef left) {
        trouble.refuseRemoval(left);
        channels.remove(left);
    }

    @Override
    public Set<BroadcastRef> present() {
        return Set.copyOf(channels.keySet());
    }

    /** From now on channels are paid for by their time. */
    void bills(BilledChannel channel) {
        billed = channel;
    }

    /** From now on there is nothing to harvest so long after its end. */
    void keeps(Duration time) {
        kept = time;
    }

    /** From now on a harvest ends like this; null: as it does. */
    void harvests(@Nullable Supplier<Harvested> outcome) {
        next = outcome;
    }

    /** An encoder begins to send with this key. */
    void push(StreamKey key) {
        pushing.add(key);
    }

    void leave(StreamKey key) {
        channels.values().stream().filter(channel -> channel.key.equals(key)).forEach(channel -> {
            take(channel);
            channel.cut(clock.instant());
        });
        pushing.remove(key);
    }

    /** From now on so many pipelines call encoders that listen; empty: none does. */
    void calls(OptionalInt pipelines) {
        callers = pipelines;
    }

    /** An encoder waits there. */
    void listen(SrtCall call) {
        listening.add(call);
    }

    void hangUp(SrtCall call) {
        listening.remove(call);
    }

    /** What runs here dies, and is there no more. */
    void lose(Broadcast broadcast) {
        channels.remove(broadcast.ref());
    }

    boolean plays(Broadcast broadcast) {
        at(broadcast).ifPresent(this::take);
        return at(broadcast)
                .filter(channel -> channel.between(Instant.MIN, clock.instant()).compareTo(SEGMENT) >= 0)
                .isPresent();
    }

    boolean hasEnded(Broadcast broadcast) {
        return at(broadcast)
                .filter(channel -> channel.state == ChannelState.IDLE)
                .isPresent();
    }

    boolean has(RecordingId recording) {
        return harvests.containsKey(recording);
    }

    private void take(ChannelInMemory channel) {
        var fed = channel.call == null ? pushing.contains(channel.key) : listening.contains(channel.call);
        if (fed) {
            channel.take(clock.instant());
        }
    }

    private Optional<ChannelInMemory> at(Broadcast broadcast) {
        return Optional.ofNullable(channels.get(broadcast.ref()));
    }
}
