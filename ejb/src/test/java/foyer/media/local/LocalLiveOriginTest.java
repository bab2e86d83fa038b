package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.BroadcastRef;
import foyer.media.ChannelState;
import foyer.media.SomeBroadcasts;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no encoder. */
class LocalLiveOriginTest {
    @TempDir
    Path folder;

    @Test
    void aStopThatCameWhileThisServerWasAwayIsNoted() {
        var stopped = SomeBroadcasts.aFailedOne();
        try (var origin = origin()) {
            origin.provision(stopped);
            origin.status(SomeBroadcasts.aBroadcast());
            assertThat(notes(stopped.ref()).over()).isEmpty();

            origin.status(stopped);

            assertThat(notes(stopped.ref()).over())
                    .isEqualTo(Optional.ofNullable(stopped.airtime().stoppedAt()));
        }
    }

    @Test
    void whatWasLeftBehindIsRemovedWithoutKeepingTheServer() {
        var left = Disk.folder(new LiveShelves(folder).leaving().resolve("half"));
        try (var origin = origin()) {
            GuestList.await(() -> !Files.exists(left));
            assertThat(origin.present()).isEmpty();
        }
    }

    @Test
    void encodersSendHereAndAreNotCalled() {
        try (var origin = origin()) {
            assertThat(origin.callers()).isEmpty();
        }
    }

    @Test
    void withoutFfmpegItSaysWhatToInstallAndStartsNothing() {
        var usual = new House(folder).settings;
        var without = new LocalSettings(
                usual.directory(), usual.address(), "no-such-ffmpeg", "no-such-ffprobe", 1, Duration.ofHours(1), 0);
        var broadcast = SomeBroadcasts.aBroadcast();
        try (var origin = origin(without)) {
            assertThat(origin.lacking().orElseThrow()).contains("no-such-ffmpeg", "apt-get install ffmpeg");

            origin.provision(broadcast);
            assertThatThrownBy(() -> origin.start(broadcast))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("no-such-ffmpeg");
            assertThat(origin.status(broadcast).state()).isEqualTo(ChannelState.IDLE);
        }
    }

    @Test
    void ofWhatDoesNotRunThereIsNoSmallPicture() {
        try (var origin = origin()) {
            var broadcast = SomeBroadcasts.aBroadcast();
            origin.provision(broadcast);

            assertThat(origin.thumbnail(broadcast)).isEmpty();
            assertThat(origin.readsCaptions()).isFalse();
        }
    }

    private LocalLiveOrigin origin() {
        return origin(new House(folder).settings);
    }

    private static LocalLiveOrigin origin(LocalSettings settings) {
        var live = new LocalLiveSettings(0, InetAddress.getLoopbackAddress(), "127.0.0.1", 3, Duration.ofHours(2));
        return new LocalLiveOrigin(settings, live, new Programs(), new SettableClock());
    }

    private ChannelNotes notes(BroadcastRef broadcast) {
        return new LiveShelves(folder).notes(broadcast);
    }
}
