package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {
    @Test
    void aChannelStartsAQuarterOfAnHourBeforeItsEvent() {
        assertThat(LiveSettings.read(FixedConfig.settings(Map.of())))
                .isEqualTo(new LiveSettings(
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(10)));
    }

    @Test
    void allThatIsWrongIsNamed() {
        var wrong = Map.of("foyer.live.lead", "soon", "foyer.live.unfed", "PT1S");

        assertThatThrownBy(() -> LiveSettings.read(FixedConfig.settings(wrong)))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.live.lead")
                .hasMessageContaining("foyer.live.unfed");
    }
}
