package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordSettingsTest {
    @Test
    void aHashCostsWhatOwaspAsksForToday() {
        assertThat(read(Map.of()).iterations()).isEqualTo(220_000);
    }

    @Test
    void itMayCostMoreAndNeverLess() {
        assertThat(read(Map.of("foyer.password.iterations", "400000")).iterations())
                .isEqualTo(400_000);
        assertThatThrownBy(() -> read(Map.of("foyer.password.iterations", "219999")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.password.iterations");
    }

    private static PasswordSettings read(Map<String, String> named) {
        return PasswordSettings.read(FixedConfig.settings(named));
    }
}
