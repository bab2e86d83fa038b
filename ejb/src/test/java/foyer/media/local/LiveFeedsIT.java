package foyer.media.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Broadcast;
import foyer.media.ChannelState;
import foyer.media.Harvested;
import foyer.media.InputFinding;
import foyer.media.InputHealth;
import foyer.media.RecordingId;
import foyer.media.SomeBroadcasts;
import foyer.media.SomeRecordings;
import foyer.media.captions.CaptionTrack;
import foyer.media.captions.WebVtt;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What viewers are given while encoders come and go, looked at by ffprobe and by the letter. */
class LiveFeedsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long A_TENTH = 100_000_000L;
    private static final Logger LOG = Logger.getLogger(LiveFeedsIT.class.getName());
    private static final List<String> RENDITIONS = List.of("360p", "240p", "audio-1");

    @TempDir
    Path folder;

    @Test
    void afterAnEncoderWasKilledThePictureGoesOnBehindAGap() {
        try (var house = new LiveHouse(folder)) {
            var broadcast = house.running();
            var first = house.push(house.origin.ingest(broadcast));
            took("first segment of every rendition", () -> house.listed(broadcast) > 0);
            LiveHouse.until(() -> house.listed(broadcast) >= 3);
            LiveHouse.kill(first);
            LiveHouse.until(() -> !input(house, broadcast).connected());
            LiveHouse.until(() -> house.isWritten(broadcast));
            var before = house.playlists(broadcast);

            house.push(house.origin.ingest(broadcast));
            took("next segment after a restart", () -> house.listed(broadcast) > count(of(before, "360p")));
            LiveHouse.until(() -> house.listed(broadcast) >= count(of(before, "360p")) + 2);

            var after = house.playlists(broadcast);
            assertThat(after).containsOnlyKeys(RENDITIONS);
            for (var rendition : RENDITIONS) {
                var told = of(after, rendition).mediaSegments();
                assertThat(addresses(of(after, rendition)))
                        .startsWith(addresses(of(before, rendition)).toArray(String[]::new));
                assertThat(told.get(count(of(before, rendition))).discontinuity())
                        .isTrue();
                assertThat(told.stream().filter(MediaSegment::discontinuity)).hasSize(1);
                assertThat(LiveHouse.moments(of(after, rendition)))
                        .as(rendition)
                        .isSorted();
                probe(house, broadcast, rendition);
            }
            for (var rendition : RENDITIONS) {
                isAligned(of(after, "360p"), of(after, rendition));
            }
        }
    }

    @Test
    void anEncoderThatComesBackAtOnceIsLetIn() {
        try (var house = new LiveHouse(folder)) {
            var broadcast = house.running();
            var first = house.push(house.origin.ingest(broadcast));
            LiveHouse.until(() -> house.listed(broadcast) > 0);
            LiveHouse.kill(first);

            var second = house.push(house.origin.ingest(broadcast));

            took(
                    "next segment after a kill",
                    () -> of(house.playlists(broadcast), "360p").mediaSegments().stream()
                            .anyMatch(MediaSegment::discontinuity));
            assertThat(second.isAlive()).isTrue();
        }
    }

    @Test
    void soundAloneIsToldAndShownInBlack() {
        try (var house = new LiveHouse(folder)) {
            var broadcast = house.running();
            house.pushSoundOnly(house.origin.ingest(broadcast));
            LiveHouse.until(() -> input(house, broadcast).findings().contains(InputFinding.NO_VIDEO));

            assertThat(input(house, broadcast).video()).isNull();
            assertThat(input(house, broadcast).audio()).startsWith("aac");
            LiveHouse.until(() -> house.listed(broadcast) >= 2);
            assertThat(house.playlists(broadcast)).containsOnlyKeys("540p", "360p", "240p", "audio-1");
            for (var rendition : List.of("540p", "360p", "240p", "audio-1")) {
                probe(house, broadcast, rendition);
            }
        }
    }

    @Test
    void aPictureAloneIsToldAndHeardAsSilence() {
        try (var house = new LiveHouse(folder)) {
            var broadcast = house.running();
            house.pushPictureOnly(house.origin.ingest(broadcast));
            LiveHouse.until(() -> input(house, broadcast).findings().contains(InputFinding.NO_AUDIO));

            assertThat(input(house, broadcast).audio()).isNull();
            assertThat(input(house, broadcast).video()).isEqualTo("640x360 25 fps h264");
            LiveHouse.until(() -> house.listed(broadcast) >= 2);
            probe(house, broadcast, "360p");
            probe(house, broadcast, "audio-1");
            assertThat(house.origin.thumbnail(broadcast)).isPresent();
            // What is made there while a channel is removed keeps its folder.
            assertThat(LiveShelves.of(house.settings).notes(broadcast.ref()).folder())
                    .isDirectoryNotContaining("glob:**still*");
        }
    }

    @Test
    void aRecordingOfTwoFeedsPlaysAsOne() throws IOException {
        try (var house = new LiveHouse(folder)) {
            var broadcast = house.running();
            var began = house.clock.instant();
            var first = house.push(house.origin.ingest(broadcast));
            LiveHouse.until(() -> house.listed(broadcast) >= 2);
            LiveHouse.kill(first);
            var second = again(house, broadcast);
            LiveHouse.until(() -> house.listed(broadcast) >= 5);
            LiveHouse.kill(second);
            house.origin.stop(broadcast);
            LiveHouse.until(() -> house.origin.status(broadcast).state() == ChannelState.IDLE);
            var recording = RecordingId.fresh();

            LiveHouse.until(() ->
                    house.origin.harvest(broadcast, began, house.clock.instant(), recording) instanceof Harvested.Done);

            var done = (Harvested.Done) house.origin.harvest(broadcast, began, house.clock.instant(), recording);
            var plays = house.recorded(broadcast, recording);
            assertThat(done.length()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(40));
            assertThat(Files.readString(plays.resolve("master.m3u8")))
                    .contains("foyer.thumbnails", "RESOLUTION=640x360", "audio-1/index.m3u8");
            assertThat(Files.readString(plays.resolve("360p/index.m3u8")))
                    .contains("#EXT-X-DISCONTINUITY\n", "#EXT-X-ENDLIST");
            for (var rendition : RENDITIONS) {
                var seconds = decoded(plays.resolve(rendition).resolve("index.m3u8"));
                assertThat(seconds)
                        .as(rendition)
                        .isBetween(
                                done.length().toMillis() / 1e3 - 0.3,
                                done.length().toMillis() / 1e3 + 0.3);
            }
            assertThat(plays.resolve(Poster.FILE)).isNotEmptyFile();
            assertThat(plays.resolve("sprite-001.jpg")).isNotEmptyFile();
        }
    }

    @Test
    void captionsOfARecordingSayByWhichClockItsFeedCounts() throws IOException {
        try (var house = new LiveHouse(folder)) {
            var broadcast = house.running();
            var encoder = house.push(house.origin.ingest(broadcast));
            LiveHouse.until(() -> house.listed(broadcast) >= 4);
            LiveHouse.kill(encoder);
            var third =
                    LiveHouse.moments(of(house.playlists(broadcast), "360p")).get(2);
            house.origin.stop(broadcast);
            LiveHouse.until(() -> house.origin.status(broadcast).state() == ChannelState.IDLE);
            var id = RecordingId.fresh();
            LiveHouse.until(
                    () -> house.origin.harvest(broadcast, third, house.clock.instant(), id) instanceof Harvested.Done);
            var plays = house.recorded(broadcast, id);
            var recording = SomeRecordings.ofWhatWasLive(broadcast.event(), id, LocalVodLibrary.lengthOf(plays));

            new House(folder).library.offer(recording, new CaptionTrack("nl", "Nederlands"), words(recording.length()));

            var ticks = Math.round(Ffmpeg.firstPicture(plays.resolve("360p")) * 90_000);
            assertThat(ticks).isGreaterThan(3 * 90_000);
            assertThat(captions(plays))
                    .isEqualTo("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:" + ticks
                            + "\n\n00:00.500 --> 00:01.500\nGoedenavond\n");
        }
    }

    @Test
    void onADiskThatFillsItEndsInWordsKeepsWhatCameAndGoesOnOnceThereIsRoom() throws IOException {
        var spare = Disk.free(folder) - Ballast.bytes(folder);
        try (var house = new LiveHouse(folder, usual -> sparing(usual, spare));
                var ballast = new Ballast(folder.resolve("ballast"))) {
            var broadcast = house.running();
            var first = house.push(house.origin.ingest(broadcast));
            LiveHouse.until(() -> house.listed(broadcast) >= 2);

            LiveHouse.until(() -> {
                ballast.growUntil(() -> Disk.free(folder) < spare);
                return !first.isAlive();
            });

            LiveHouse.until(() -> !input(house, broadcast).connected() && house.isWritten(broadcast));
            isTooFull(house, broadcast);
            var before = addresses(of(house.playlists(broadcast), "360p"));
            assertThat(before).hasSizeGreaterThanOrEqualTo(2);
            assertThat(house.plays(broadcast)).isTrue();
            var refused = house.push(house.origin.ingest(broadcast));
            LiveHouse.until(() -> !refused.isAlive());
            isTooFull(house, broadcast);

            ballast.remove();
            again(house, broadcast);

            LiveHouse.until(() -> house.listed(broadcast) > before.size());
            assertThat(house.origin.status(broadcast).trouble()).isNull();
            var after = of(house.playlists(broadcast), "360p");
            assertThat(addresses(after)).startsWith(before.toArray(String[]::new));
            assertThat(after.mediaSegments().stream().filter(MediaSegment::discontinuity))
                    .hasSize(1);
            for (var rendition : RENDITIONS) {
                probe(house, broadcast, rendition);
            }
        }
    }

    private static void isTooFull(LiveHouse house, Broadcast broadcast) {
        var status = house.origin.status(broadcast);
        assertThat(status.state()).isEqualTo(ChannelState.RUNNING);
        assertThat(requireNonNull(status.trouble()).words()).contains("disk is full", "Make room");
    }

    private static LocalSettings sparing(LocalSettings usual, long bytes) {
        return new LocalSettings(
                usual.directory(),
                usual.address(),
                usual.ffmpeg(),
                usual.ffprobe(),
                usual.threads(),
                usual.longest(),
                bytes);
    }

    /** What somebody else puts on the same disk: room that is taken without being written to. */
    private static final class Ballast implements AutoCloseable {
        private static final long PIECE = 200_000_000;

        private final Programs programs = new Programs();
        private final Path file;
        private long size;

        Ballast(Path file) {
            this.file = file;
        }

        /** More than others on this machine write and remove meanwhile, as servers do that start. */
        static long bytes(Path folder) {
            return Math.min(2_000_000_000, Disk.free(folder) / 4);
        }

        void growUntil(BooleanSupplier enough) {
            while (!enough.getAsBoolean()) {
                size += PIECE;
                var command = List.of("fallocate", "-l", Long.toString(size), file.toString());
                assertThat(programs.run(command, file.resolveSibling("ballast.log"), PATIENCE, line -> true))
                        .isZero();
            }
        }

        void remove() throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void close() throws IOException {
            programs.close();
            remove();
        }
    }

    @Test
    void anOccupiedPortIsNamedAndTakenOnceItIsFree() throws IOException {
        var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (var house = new LiveHouse(folder, other.getLocalPort())) {
            assertThat(house.origin.lacking().orElseThrow())
                    .contains("Port " + other.getLocalPort(), "foyer.media.rtmp-port");

            other.close();

            assertThat(house.origin.lacking()).isEmpty();
        } finally {
            other.close();
        }
    }

    @Test
    void afterThisServerWasAwayItGoesOn() {
        var broadcast = SomeBroadcasts.aBroadcast();
        try (var house = new LiveHouse(folder)) {
            house.origin.provision(broadcast);
            house.origin.start(broadcast);
            house.push(house.origin.ingest(broadcast));
            LiveHouse.until(() -> house.listed(broadcast) > 0);
        }
        try (var house = new LiveHouse(folder)) {
            assertThat(house.origin.present()).containsExactly(broadcast.ref());
            assertThat(house.origin.status(broadcast).state()).isEqualTo(ChannelState.IDLE);
            assertThat(of(house.playlists(broadcast), "360p").ongoing()).isTrue();
            house.origin.start(broadcast);
            house.push(house.origin.ingest(broadcast));

            LiveHouse.until(() -> of(house.playlists(broadcast), "360p").mediaSegments().stream()
                    .anyMatch(MediaSegment::discontinuity));
        }
    }

    /** One that comes once the other is gone, and as often as it is sent away because the channel is not ready for it yet. */
    private static Process again(LiveHouse house, Broadcast broadcast) {
        LiveHouse.until(() -> !input(house, broadcast).connected());
        var encoder = house.push(house.origin.ingest(broadcast));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!input(house, broadcast).connected() && System.nanoTime() < deadline) {
            if (!encoder.isAlive()) {
                encoder = house.push(house.origin.ingest(broadcast));
            }
            LockSupport.parkNanos(A_TENTH);
        }
        assertThat(input(house, broadcast).connected()).isTrue();
        return encoder;
    }

    private static InputHealth input(LiveHouse house, Broadcast broadcast) {
        return house.origin.status(broadcast).input();
    }

    private static void isAligned(MediaPlaylist one, MediaPlaylist other) {
        assertThat(other.mediaSequence()).isEqualTo(one.mediaSequence());
        assertThat(addresses(other)).isEqualTo(addresses(one));
        var ones = LiveHouse.moments(one);
        var others = LiveHouse.moments(other);
        for (var place = 0; place < ones.size(); place++) {
            assertThat(Duration.between(ones.get(place), others.get(place)).abs())
                    .isLessThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    private static MediaPlaylist of(Map<String, MediaPlaylist> playlists, String rendition) {
        return requireNonNull(playlists.get(rendition), rendition);
    }

    private static int count(MediaPlaylist playlist) {
        return playlist.mediaSegments().size();
    }

    private static List<String> addresses(MediaPlaylist playlist) {
        return playlist.mediaSegments().stream().map(MediaSegment::uri).toList();
    }

    /** Each segment by itself, with what decoders need first: it begins where those before it ended. */
    private static void probe(LiveHouse house, Broadcast broadcast, String rendition) {
        var list = house.written(broadcast, rendition);
        var playlist = of(house.playlists(broadcast), rendition);
        assertThat(decoded(list))
                .as(rendition)
                .isGreaterThan(playlist.mediaSegments().stream()
                                .mapToDouble(MediaSegment::duration)
                                .sum()
                        - 4);
        assertThat(playlist.mediaSegments())
                .allMatch(segment -> Math.round(segment.duration()) <= playlist.targetDuration());
    }

    /** How many seconds of picture or sound there are in all, as ffprobe counts them. */
    private static double decoded(Path list) {
        var said = Ffmpeg.probe(
                requireNonNull(list.getParent()),
                "-show_entries",
                "packet=duration_time",
                "-of",
                "csv=p=0",
                String.valueOf(list.getFileName()));
        return said.lines()
                .map(line -> line.replaceAll("[^0-9.]", ""))
                .filter(line -> !line.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    private static WebVtt words(@Nullable Duration length) {
        var file = "WEBVTT\n\n00:00.500 --> 00:01.500\nGoedenavond\n";
        return WebVtt.read(file.getBytes(StandardCharsets.UTF_8), requireNonNull(length));
    }

    /** The first of them. */
    private static String captions(Path plays) throws IOException {
        try (var folders = Files.newDirectoryStream(plays, "captions-nl-*")) {
            return Files.readString(folders.iterator().next().resolve("00000.vtt"));
        }
    }

    private static void took(String what, BooleanSupplier condition) {
        var from = System.nanoTime();
        LiveHouse.until(condition);
        LOG.info(() -> what + ": " + Duration.ofNanos(System.nanoTime() - from).toMillis() + " ms");
    }
}
