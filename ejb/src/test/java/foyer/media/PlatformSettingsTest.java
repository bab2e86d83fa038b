package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformSettingsTest {
    @Test
    void oneMachineIsEnoughUnlessSaidOtherwise() {
        assertThat(read(Map.of())).isEqualTo(MediaPlatform.LOCAL);
    }

    @Test
    void awsIsChosenByName() {
        assertThat(read(Map.of("foyer.media.platform", "aws"))).isEqualTo(MediaPlatform.AWS);
    }

    @Test
    void anotherOneIsRefused() {
        assertThatThrownBy(() -> read(Map.of("foyer.media.platform", "azure")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.media.platform is not local or aws");
    }

    private static MediaPlatform read(Map<String, String> named) {
        return PlatformSettings.read(FixedConfig.settings(named)).platform();
    }
}
