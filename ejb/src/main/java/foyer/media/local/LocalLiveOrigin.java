package foyer.media.local;

import foyer.media.Broadcast;
import foyer.media.BroadcastRef;
import foyer.media.ChannelGoal;
import foyer.media.ChannelState;
import foyer.media.ChannelStatus;
import foyer.media.Harvested;
import foyer.media.Ingest;
import foyer.media.LiveOrigin;
import foyer.media.RecordingId;
import foyer.media.StreamKey;
import foyer.media.ingest.IngestProtocol;
import foyer.shared.Ids;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.io.File;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Live channels on this very machine: one port for all encoders, and for each channel that runs one ffmpeg that listens and one that
 * encodes. A channel is a folder, so that it is there when this server was away.
 */
final class LocalLiveOrigin implements LiveOrigin, AutoCloseable {
    private static final Journal JOURNAL = Journal.of(LocalLiveOrigin.class);
    private static final String APP = "live";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final LocalSettings settings;
    private final LocalLiveSettings live;
    private final Programs programs;
    private final Clock clock;
    private final Harvests harvests;
    private final LiveStill stills;
    private final Map<BroadcastRef, Running> running = new ConcurrentHashMap<>();
    private final Set<BroadcastRef> leaving = ConcurrentHashMap.newKeySet();
    private final ExecutorService remover =
            Executors.newSingleThreadExecutor(work -> Daemons.named("live-remover", work));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> Daemons.named("live-watch", work));
    private final ScheduledFuture<?> watching;
    private @Nullable RtmpDoor door;
    private boolean closed;

    private record Running(StreamKey key, LiveChannel channel) {}

    LocalLiveOrigin(LocalSettings settings, LocalLiveSettings live, Programs programs, Clock clock) {
        this.settings = settings;
        this.live = live;
        this.programs = programs;
        this.clock = clock;
        this.harvests = new Harvests(settings, programs);
        this.stills = new LiveStill(settings, programs, clock);
        if (settings.lacking().isEmpty()) {
            remover.execute(this::sweep);
        }
        lacking().ifPresent(words -> JOURNAL.note("There are no live channels.", Map.of("why", words)));
        this.watching = watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public Optional<String> lacking() {
        var words = settings.lacking();
        if (words.isPresent()) {
            return words;
        }
        return isInstalled(settings.ffmpeg())
                ? closedDoor()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s is not installed on the server. Install ffmpeg, on Debian and Ubuntu with: apt-get install ffmpeg; or name it by foyer.media.ffmpeg.",
                        settings.ffmpeg()));
    }

    @Override
    public void provision(Broadcast broadcast) {
        var notes = shelves().notes(broadcast.ref());
        if (!notes.there()) {
            notes.make();
        }
    }

    @Override
    public Ingest ingest(Broadcast broadcast) {
        var host = live.saidHost().orElseGet(() -> address().getHost());
        var server = URI.create("rtmp://" + host + ":" + port() + "/" + APP);
        return new Ingest(IngestProtocol.RTMP, server, broadcast.streamKey());
    }

    @Override
    public synchronized void start(Broadcast broadcast) {
        var notes = shelves().notes(broadcast.ref());
        if (!notes.there() || leaving.contains(broadcast.ref())) {
            return;
        }
        lacking().ifPresent(words -> {
            throw new Unavailable(words, SOON);
        });
        var before = running.get(broadcast.ref());
        if (before != null && before.channel.isOn()) {
            return;
        }
        if (before != null && !before.channel.isOverWithin(SOON)) {
            throw new Unavailable("The live channel is still about to stop.", SOON);
        }
        harvests.leaveOff(broadcast.ref());
        forgetRehearsal(broadcast, notes);
        notes.goOn();
        var channel = new LiveChannel(settings, live.rungs(), programs, clock, broadcast.ref());
        running.put(broadcast.ref(), new Running(broadcast.streamKey(), channel));
        channel.start();
    }

    // What came before it was begun from nothing is nobody's any more: not told, and not there to be fetched.
    private void forgetRehearsal(Broadcast broadcast, ChannelNotes notes) {
        var begun = broadcast.airtime().startedAt();
        var plays = shelves().plays(broadcast.ref());
        var last = Feeds.lastOf(plays);
        if (begun == null || last.isEmpty() || !last.get().isBefore(begun)) {
            return;
        }
        Disk.isMoved(plays, shelves().leaving().resolve(Ids.fresh()));
        notes.turnOver();
        remover.execute(this::sweep);
        JOURNAL.note(
                "A rehearsal is removed.", Map.of("broadcast", broadcast.id().value(), "until", last.get()));
    }

    private void sweep() {
        try {
            Disk.remove(shelves().leaving());
        } catch (RuntimeException failing) {
            JOURNAL.warn("What is left of live channels cannot be removed.", Map.of(), failing);
        }
    }

    @Override
    public synchronized void stop(Broadcast broadcast) {
        var now = running.get(broadcast.ref());
        if (now != null) {
            now.channel.stop();
            return;
        }
        noteStop(broadcast);
    }

    // This server may have been away when it was to stop.
    private void noteStop(Broadcast broadcast) {
        var notes = shelves().notes(broadcast.ref());
        var stopped = broadcast.airtime().stoppedAt();
        if (stopped != null && broadcast.wanted() != ChannelGoal.RUNNING && notes.there()) {
            notes.end(stopped);
        }
    }

    @Override
    public ChannelStatus status(Broadcast broadcast) {
        var ref = broadcast.ref();
        if (leaving.contains(ref)) {
            return ChannelStatus.of(ChannelState.DELETING);
        }
        if (!shelves().notes(ref).there()) {
            return ChannelStatus.of(ChannelState.DELETED);
        }
        var now = running.get(ref);
        if (now == null) {
            noteStop(broadcast);
            return ChannelStatus.of(ChannelState.IDLE);
        }
        return now.channel.status();
    }

    @Override
    public Optional<byte[]> thumbnail(Broadcast broadcast) {
        var now = running.get(broadcast.ref());
        return now != null && now.channel.status().input().connected() ? stills.of(broadcast.ref()) : Optional.empty();
    }

    @Override
    public URI playback(Broadcast broadcast) {
        var root = address().toString().replaceFirst("/$", "");
        return URI.create(root + "/" + broadcast.event().value() + "/live/"
                + broadcast.id().value() + "/master.m3u8");
    }

    @Override
    public Harvested harvest(Broadcast broadcast, Instant from, Instant until, RecordingId into) {
        return harvests.of(broadcast.ref(), from, until, into);
    }

    @Override
    public void retire(Broadcast broadcast) {
        retire(broadcast.ref());
    }

    @Override
    public synchronized void retire(BroadcastRef left) {
        var now = running.remove(left);
        if (now != null) {
            now.channel.stop();
        }
        if (shelves().notes(left).there() && leaving.add(left)) {
            remover.execute(() -> remove(left, now));
        }
    }

    @Override
    public Set<BroadcastRef> present() {
        return shelves().all();
    }

    /** Ends all that runs here; what was started goes on when somebody starts it again. */
    @Override
    public void close() {
        refuseMore();
        running.values().forEach(one -> one.channel.close());
        closeDoor();
        harvests.close();
        watching.cancel(false);
        watch.shutdownNow();
        remover.shutdownNow();
        running.values().forEach(one -> one.channel.isOverWithin(SOON));
    }

    private void look() {
        for (var one : running.values()) {
            try {
                one.channel.look();
            } catch (RuntimeException failing) {
                // Whatever it is: thrown on, nobody would look any more.
                JOURNAL.warn("Nobody can look after live channels.", Map.of(), failing);
            }
        }
    }

    private void remove(BroadcastRef left, @Nullable Running now) {
        try {
            if (now != null) {
                now.channel.isOverWithin(PATIENCE);
            }
            var plays = shelves().plays(left);
            var aside = shelves().leaving();
            // Nobody is to meet half of it, and what is named is there until all of it is gone.
            Disk.isMoved(plays, aside.resolve(Ids.fresh()));
            removeIfEmpty(plays.resolveSibling("."));
            Disk.remove(aside);
            Disk.remove(shelves().notes(left).folder());
        } catch (RuntimeException failing) {
            JOURNAL.warn(
                    "A live channel cannot be removed.",
                    Map.of("broadcast", left.id().value()),
                    failing);
        } finally {
            leaving.remove(left);
        }
    }

    private static void removeIfEmpty(Path folder) {
        Disk.at(() -> {
            try {
                Files.deleteIfExists(folder.normalize());
            } catch (DirectoryNotEmptyException | NoSuchFileException others) {
                // Somebody else's, or nobody's.
            }
            return folder;
        });
    }

    // Every key is looked at, so that the time it takes tells nothing.
    private Optional<RtmpDoor.Guest> enter(String app, String presented) {
        LiveChannel meant = null;
        for (var one : running.values()) {
            if (one.key.is(presented)) {
                meant = one.channel;
            }
        }
        return meant == null || !app.equals(APP) ? Optional.empty() : meant.enter();
    }

    /** Opens it once; tried again as long as somebody else has the port. */
    private synchronized Optional<String> closedDoor() {
        if (closed) {
            return Optional.of("This server is about to end.");
        }
        if (door != null) {
            return Optional.empty();
        }
        try {
            door = RtmpDoor.open(live.bind(), live.port(), this::enter);
            return Optional.empty();
        } catch (UncheckedIOException occupied) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "Port %d, where encoders would come in, cannot be listened on: another program has it, or this server may not. Free it, or name another one by foyer.media.rtmp-port.",
                    live.port()));
        }
    }

    private synchronized int port() {
        return door == null ? live.port() : door.port();
    }

    // From then on nothing is started or opened any more.
    private synchronized void refuseMore() {
        closed = true;
    }

    private synchronized void closeDoor() {
        if (door != null) {
            door.close();
        }
    }

    private URI address() {
        var address = settings.address();
        if (address == null) {
            throw new IllegalStateException("Somebody asks where live pictures are, and nobody said where that is.");
        }
        return address;
    }

    private LiveShelves shelves() {
        return LiveShelves.of(settings);
    }

    private static boolean isInstalled(String program) {
        return program.contains("/")
                ? Files.isExecutable(Path.of(program))
                : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, program))
                        .anyMatch(Files::isExecutable);
    }
}
