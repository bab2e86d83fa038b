package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Broadcast;
import foyer.media.ChannelState;
import foyer.media.Ingest;
import foyer.media.RecordingId;
import foyer.media.SomeBroadcasts;
import foyer.media.delivery.OriginFile;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A machine with a folder for live pictures, a door of its own, and encoders. */
final class LiveHouse implements AutoCloseable {
    private static final long A_TENTH = 100_000_000L;
    private static final List<String> PICTURE = List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25");
    private static final List<String> SOUND = List.of("-f", "lavfi", "-i", "sine=frequency=440");
    private static final List<String> CODED = List.of(
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-tune",
            "zerolatency",
            "-pix_fmt",
            "yuv420p",
            "-g",
            "50",
            "-c:a",
            "aac",
            "-f",
            "flv");

    final Clock clock = Clock.systemUTC();
    final LocalSettings settings;
    final LocalLiveOrigin origin;
    private final Programs programs = new Programs();
    private final LocalLiveSettings live;
    private final List<Process> encoders = new ArrayList<>();

    LiveHouse(Path folder) {
        this(folder, 0);
    }

    /** @param port 0: any free one */
    LiveHouse(Path folder, int port) {
        this(folder, port, usual -> usual);
    }

    LiveHouse(Path folder, UnaryOperator<LocalSettings> otherwise) {
        this(folder, 0, otherwise);
    }

    private LiveHouse(Path folder, int port, UnaryOperator<LocalSettings> otherwise) {
        Ffmpeg.ensureInstalled();
        settings = new House(folder, otherwise).settings;
        live = new LocalLiveSettings(port, InetAddress.getLoopbackAddress(), "127.0.0.1", 3, Duration.ofHours(2));
        origin = new LocalLiveOrigin(settings, live, programs, clock);
    }

    /** A channel that waits for its encoder. */
    Broadcast running() {
        var broadcast = SomeBroadcasts.aBroadcast();
        origin.provision(broadcast);
        origin.start(broadcast);
        until(() -> origin.status(broadcast).state() == ChannelState.RUNNING);
        return broadcast;
    }

    Process push(Ingest ingest) {
        return push(ingest, both());
    }

    /** A picture so small and slow that it takes hardly any of the machine. */
    Process pushLittle(Ingest ingest) {
        return push(ingest, List.of("-f", "lavfi", "-i", "testsrc2=size=426x240:rate=10"));
    }

    Process pushPictureOnly(Ingest ingest) {
        return push(ingest, PICTURE);
    }

    Process pushSoundOnly(Ingest ingest) {
        return push(ingest, SOUND);
    }

    /** Killed, so that it says no farewell. */
    static void kill(Process encoder) {
        try {
            encoder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** As viewers are given it now. */
    Optional<OriginFile> file(String path) {
        var files = new FolderFiles();
        files.settings = settings;
        files.live = new LivePlaylists(settings, live.window(), clock);
        files.recent = new RecentFiles(clock);
        return files.find(path);
    }

    /** What each rendition's playlist says now, by its name; empty: there is no master yet. */
    Map<String, MediaPlaylist> playlists(Broadcast broadcast) {
        var playlists = new LinkedHashMap<String, MediaPlaylist>();
        try {
            var master = text(pathOf(broadcast) + "master.m3u8");
            if (master.isEmpty()) {
                return playlists;
            }
            var named = new MasterPlaylistParser().readPlaylist(master.get());
            var addresses = new ArrayList<String>();
            named.variants().forEach(variant -> addresses.add(variant.uri()));
            named.alternativeRenditions().forEach(other -> other.uri().ifPresent(addresses::add));
            for (var address : addresses) {
                var media = text(pathOf(broadcast) + address).orElseThrow();
                playlists.put(
                        address.substring(0, address.indexOf('/')), new MediaPlaylistParser().readPlaylist(media));
            }
            return playlists;
        } catch (PlaylistParserException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Whether there is a master, and for each rendition that it names a list whose segments are all there. */
    boolean plays(Broadcast broadcast) {
        var playlists = playlists(broadcast);
        return !playlists.isEmpty()
                && playlists.entrySet().stream()
                        .allMatch(named -> named.getValue().mediaSegments().stream()
                                .map(MediaSegment::uri)
                                .allMatch(uri -> file(pathOf(broadcast) + named.getKey() + "/" + uri)
                                        .isPresent()));
    }

    /** How many segments are listed. */
    int listed(Broadcast broadcast) {
        return playlists(broadcast).values().stream()
                .mapToInt(playlist -> playlist.mediaSegments().size())
                .min()
                .orElse(0);
    }

    /** Whether all that came so far is there whole: at the end of each of its lists ffmpeg says that no more will come. */
    boolean isWritten(Broadcast broadcast) {
        var shelves = LiveShelves.of(settings);
        var notes = shelves.notes(broadcast.ref());
        var plays = shelves.plays(broadcast.ref());
        return notes.ladder().orElseThrow().folders().stream()
                .map(plays::resolve)
                .flatMap(rendition -> notes.feeds().stream().map(feed -> rendition.resolve(feed.name())))
                .allMatch(feed -> read(feed.resolve("index.m3u8")).contains("#EXT-X-ENDLIST"));
    }

    /** Copies what is listed now beside the segments, for programs that read files. */
    Path written(Broadcast broadcast, String rendition) {
        var folder = LiveShelves.of(settings).plays(broadcast.ref()).resolve(rendition);
        var copy = folder.resolve("seen.m3u8");
        var text = text(pathOf(broadcast) + rendition + "/index.m3u8").orElseThrow();
        try {
            return Files.writeString(copy, text.contains("ENDLIST") ? text : text + "#EXT-X-ENDLIST\n");
        } catch (IOException failing) {
            throw new UncheckedIOException(failing);
        }
    }

    Path recorded(Broadcast broadcast, RecordingId recording) {
        return Shelves.of(settings).published(broadcast.event(), recording);
    }

    Optional<String> text(String path) {
        return file(path).map(LiveHouse::text);
    }

    /** When each segment begins, as players reckon. */
    static List<Instant> moments(MediaPlaylist playlist) {
        var moments = new ArrayList<Instant>();
        var at = Instant.EPOCH;
        for (var segment : playlist.mediaSegments()) {
            at = segment.programDateTime().map(told -> told.toInstant()).orElse(at);
            moments.add(at);
            at = at.plusNanos(Math.round(segment.duration() * 1e9));
        }
        return moments;
    }

    /** Fails when it does not come within a minute. */
    static void until(BooleanSupplier condition) {
        until(Duration.ofMinutes(1), condition);
    }

    static void until(Duration patience, BooleanSupplier condition) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(A_TENTH);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    static String pathOf(Broadcast broadcast) {
        return "/" + broadcast.event().value() + "/live/" + broadcast.id().value() + "/";
    }

    @Override
    public void close() {
        encoders.forEach(LiveHouse::kill);
        origin.close();
        programs.close();
    }

    private Process push(Ingest ingest, List<String> inputs) {
        var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-re"));
        command.addAll(inputs);
        command.addAll(CODED);
        command.add(ingest.whole());
        try {
            var encoder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(new File("/dev/null"))
                    .start();
            encoders.add(encoder);
            return encoder;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String read(Path list) {
        try {
            return Files.readString(list);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> both() {
        var both = new ArrayList<>(PICTURE);
        both.add("-re");
        both.addAll(SOUND);
        return both;
    }

    private static String text(OriginFile file) {
        var bytes = new ByteArrayOutputStream();
        try {
            file.content().writeTo(bytes, 0, file.length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
