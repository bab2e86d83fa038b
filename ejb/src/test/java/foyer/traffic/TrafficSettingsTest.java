package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Their names are put together, so that nobody finds them by looking through the sources. */
    @Test
    void everyKindHasItsLineForOperators() throws IOException {
        var page = Files.readString(Path.of("../docs/operating.md"));

        assertThat(read(Map.of()).limits().keySet())
                .allSatisfy(kind -> assertThat(page).contains("| `foyer.limits." + kind + ".per-minute`, `.burst` |"));
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
