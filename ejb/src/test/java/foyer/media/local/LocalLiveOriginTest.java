package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.BroadcastRef;
import foyer.media.SomeBroadcasts;
import foyer.shared.SettableClock;
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

    private LocalLiveOrigin origin() {
        var live = new LocalLiveSettings(0, InetAddress.getLoopbackAddress(), "127.0.0.1", 3, Duration.ofHours(2));
        return new LocalLiveOrigin(new House(folder).settings, live, new Programs(), new SettableClock());
    }

    private ChannelNotes notes(BroadcastRef broadcast) {
        return new LiveShelves(folder).notes(broadcast);
    }
}
