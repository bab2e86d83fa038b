package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Broadcast;
import foyer.media.ChannelState;
import foyer.media.Harvested;
import foyer.media.RecordingId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three minutes of what was live, asked for by the second. The picture is small, so that the machine has time for others. */
class LongHarvestIT {
    private static final String RENDITION = "240p";
    private static final Duration BEFORE = Duration.ofMillis(5_300);
    private static final Duration ASKED = Duration.ofMinutes(3);
    private static final double SEGMENT = Encoding.SEGMENT_SECONDS;

    @TempDir
    Path folder;

    @Test
    void aRecordingOfThreeMinutesBeginsAndEndsWithinASegmentOfWhatWasAskedFor() throws IOException {
        try (var house = new LiveHouse(folder)) {
            var broadcast = house.running();
            var encoder = house.pushLittle(house.origin.ingest(broadcast));
            LiveHouse.until(() -> house.listed(broadcast) > 0);
            var live = Objects.requireNonNull(house.playlists(broadcast).get(RENDITION));
            var began = LiveHouse.moments(live).get(0);
            var from = began.plus(BEFORE);
            var to = from.plus(ASKED);
            // By what came, and not by the clock: an encoder may be behind on a machine that is busy.
            LiveHouse.until(
                    ASKED.multipliedBy(2), () -> lastMoment(house, broadcast).isAfter(to));
            LiveHouse.kill(encoder);
            house.origin.stop(broadcast);
            LiveHouse.until(() -> house.origin.status(broadcast).state() == ChannelState.IDLE);
            var recording = RecordingId.fresh();

            LiveHouse.until(() -> house.origin.harvest(broadcast, from, to, recording) instanceof Harvested.Done);

            var done = (Harvested.Done) house.origin.harvest(broadcast, from, to, recording);
            // A feed's own clock begins with its first picture.
            var begins =
                    Ffmpeg.firstPicture(house.recorded(broadcast, recording).resolve(RENDITION));
            assertThat(begins - seconds(BEFORE))
                    .as("seconds that it begins late")
                    .isBetween(-SEGMENT, SEGMENT);
            assertThat(begins + seconds(done.length()) - seconds(BEFORE.plus(ASKED)))
                    .as("seconds that it ends late")
                    .isBetween(-SEGMENT, SEGMENT);
        }
    }

    private static Instant lastMoment(LiveHouse house, Broadcast broadcast) {
        var moments = LiveHouse.moments(
                Objects.requireNonNull(house.playlists(broadcast).get(RENDITION)));
        return moments.get(moments.size() - 1);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
