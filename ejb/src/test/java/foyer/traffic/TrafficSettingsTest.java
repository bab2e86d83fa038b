package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficSettingsTest {
    @Test
    void aKeyCountsForSevenDays() {
        assertThat(read(Map.of()).keptFor()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void everyKindHasItsOwnLimit() {
        var read = read(Map.of("foyer.limits.login-mail.per-minute", "3", "foyer.limits.login-mail.burst", "2"));

        assertThat(read.limits())
                .containsEntry(Limits.LOGIN_MAIL, new TrafficSettings.Limit(3, 2))
                .containsKeys(
                        Limits.ADDRESS,
                        Limits.OPERATOR,
                        Limits.LOGIN_ADDRESS,
                        Limits.SESSION,
                        Limits.ENTRY,
                        Limits.SUPPORT);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> read(Map.of("foyer.limits.address.burst", "0", "foyer.requests.lease", "soon")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.limits.address.burst")
                .hasMessageContaining("foyer.requests.lease");
    }

    private static TrafficSettings read(Map<String, String> values) {
        return TrafficSettings.read(FixedConfig.settings(values));
    }
}
