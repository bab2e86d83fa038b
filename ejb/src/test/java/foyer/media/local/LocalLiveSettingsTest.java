package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalLiveSettingsTest {
    @Test
    void theUsualIsWhatEncodersExpect() {
        var usual = read(Map.of());

        assertThat(usual.port()).isEqualTo(1935);
        assertThat(usual.rungs()).isEqualTo(3);
        assertThat(usual.window()).isEqualTo(Duration.ofHours(2));
        assertThat(usual.saidHost()).isEmpty();
    }

    @Test
    void whatIsNoHostIsRefused() {
        assertThatThrownBy(() -> read(Map.of("foyer.media.rtmp-address", "rtmp://media.example.org/live")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.media.rtmp-address");
        assertThat(read(Map.of("foyer.media.rtmp-address", "media.example.org")).saidHost())
                .contains("media.example.org");
    }

    @Test
    void whatIsNoPortOrNoLadderIsRefused() {
        assertThatThrownBy(() -> read(Map.of("foyer.media.rtmp-port", "65536", "foyer.live.rungs", "0")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.media.rtmp-port")
                .hasMessageContaining("foyer.live.rungs");
    }

    private static LocalLiveSettings read(Map<String, String> named) {
        return LocalLiveSettings.read(FixedConfig.settings(named));
    }
}
