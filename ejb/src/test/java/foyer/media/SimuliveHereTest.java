package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Ids;
import org.junit.jupiter.api.Test;

class SimuliveHereTest {
    private static final String FOLDER = "https://media.example.org/" + Ids.fresh() + "/";

    @Test
    void aRecordingOnThisMachineDoes() {
        assertThat(on(MediaPlatform.LOCAL).hindrance(FOLDER + Ids.fresh() + "/master.m3u8"))
                .isEmpty();
        assertThat(on(MediaPlatform.LOCAL).hindrance(null)).isEmpty();
    }

    @Test
    void whatIsLiveDoesNot() {
        assertThat(on(MediaPlatform.LOCAL).hindrance(FOLDER + "live/" + Ids.fresh() + "/master.m3u8"))
                .hasValueSatisfying(words -> assertThat(words).contains("live channel"));
    }

    @Test
    void nothingDoesOnAwsWhereAllWouldBeFetchedAtOnce() {
        assertThat(on(MediaPlatform.AWS).hindrance(FOLDER + Ids.fresh() + "/master.m3u8"))
                .hasValueSatisfying(words -> assertThat(words).contains("AWS"));
        assertThat(on(MediaPlatform.AWS).hindrance(null)).isPresent();
    }

    private static SimuliveHere on(MediaPlatform platform) {
        var here = new SimuliveHere();
        here.settings = new PlatformSettings(platform);
        return here;
    }
}
