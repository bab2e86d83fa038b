package foyer.media;

import foyer.media.cost.BilledChannel;
import foyer.media.ingest.IngestProtocol;
import foyer.media.ingest.SrtCall;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An origin that is as quick as its clock allows: what it is told to do is done when it is next asked. */
public final class LiveOriginInMemory implements LiveOrigin {
    private static final Duration SEGMENT = Duration.ofSeconds(2);

    private final SettableClock clock;
    private final Map<BroadcastRef, Channel> channels = new HashMap<>();
    private final Map<RecordingId, Harvested> harvests = new HashMap<>();
    private final Map<BroadcastRef, RuntimeException> holds = new HashMap<>();
    private final Set<StreamKey> pushing = new HashSet<>();
    private final Set<SrtCall> listening = new HashSet<>();
    private OptionalInt callers = OptionalInt.of(1);
    private @Nullable Supplier<Harvested> next;
    private @Nullable String lacking;
    private @Nullable BilledChannel billed;
    private @Nullable Trouble creation;
    private boolean blind;
    private boolean unknown;
    private @Nullable Supplier<RuntimeException> failure;
    private @Nullable Supplier<RuntimeException> refusal;
    private @Nullable Duration kept;
    private Duration late = Duration.ZERO;

    public LiveOriginInMemory(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> lacking() {
        return Optional.ofNullable(lacking);
    }

    @Override
    public Optional<BilledChannel> billed() {
        return Optional.ofNullable(billed);
    }

    @Override
    public void provision(Broadcast broadcast) {
        refuseSteps();
        var channel =
                channels.computeIfAbsent(broadcast.ref(), made -> new Channel(broadcast.streamKey(), broadcast.call()));
        if (creation != null) {
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
        refuseSteps();
        at(broadcast).filter(channel -> channel.state == ChannelState.IDLE).ifPresent(channel -> {
            channel.state = ChannelState.STARTING;
            channel.hadInput = false;
            channel.begin(broadcast.airtime().startedAt());
        });
    }

    @Override
    public void stop(Broadcast broadcast) {
        refuseSteps();
        at(broadcast)
                .filter(channel -> channel.state == ChannelState.RUNNING || channel.state == ChannelState.STARTING)
                .ifPresent(channel -> {
                    channel.cut(clock.instant());
                    channel.state = ChannelState.STOPPING;
                });
    }

    @Override
    public ChannelStatus status(Broadcast broadcast) {
        if (blind) {
            throw new Unavailable("The origin does not answer.", Duration.ofSeconds(1));
        }
        if (failure != null) {
            throw failure.get();
        }
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
        if (unknown && seen.runs()) {
            return ChannelStatus.unknown(seen, broadcast.health(), new Trouble("Nobody knows.", true));
        }
        if (!late.isZero()) {
            return channel.seenLate(seen, broadcast.airtime(), clock.instant().minus(late));
        }
        return new ChannelStatus(
                seen,
                seen == ChannelState.RUNNING ? channel.health() : InputHealth.none(),
                seen == ChannelState.CREATE_FAILED ? creation : null);
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
        var held = holds.get(left);
        if (held != null) {
            throw held;
        }
        channels.remove(left);
    }

    @Override
    public Set<BroadcastRef> present() {
        return Set.copyOf(channels.keySet());
    }

    /** From now on the deployment lacks something. */
    void lacks(String words) {
        lacking = words;
    }

    /** From now on channels are paid for by their time. */
    void bills(BilledChannel channel) {
        billed = channel;
    }

    /** From now on channels cannot be made for this reason; null: they can. */
    void cannotMake(@Nullable Trouble why) {
        creation = why;
    }

    /** Whether from now on nobody sees how channels stand; they can be started and stopped all the same. */
    void blind(boolean is) {
        blind = is;
    }

    /** Whether from now on it is seen how channels stand, and not how they are fed. */
    void unknown(boolean is) {
        unknown = is;
    }

    /** From now on it is told so much later who feeds a channel. */
    void tellsLate(Duration time) {
        late = time;
    }

    /** From now on there is nothing to harvest so long after its end. */
    void keeps(Duration time) {
        kept = time;
    }

    /** From now on who asks how a channel stands is failed like this; null: is answered. */
    void fails(@Nullable Supplier<RuntimeException> how) {
        failure = how;
    }

    /** From now on who has a channel made, started or stopped is failed like this; null: it is done. */
    void refuses(@Nullable Supplier<RuntimeException> how) {
        refusal = how;
    }

    /** From now on this one cannot be removed. */
    void holds(BroadcastRef channel, RuntimeException how) {
        holds.put(channel, how);
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

    private void take(Channel channel) {
        var fed = channel.call == null ? pushing.contains(channel.key) : listening.contains(channel.call);
        if (fed) {
            channel.take(clock.instant());
        }
    }

    private void refuseSteps() {
        if (refusal != null) {
            throw refusal.get();
        }
    }

    private Optional<Channel> at(Broadcast broadcast) {
        return Optional.ofNullable(channels.get(broadcast.ref()));
    }

    private static final class Channel {
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

        Channel(StreamKey key, @Nullable SrtCall call) {
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
}
