package foyer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static Settings settings(Map<String, String> given) {
        var properties = new Properties();
        properties.putAll(given);
        return Settings.from(properties);
    }

    @Test
    void nothingNeedsToBeSet() {
        var settings = settings(Map.of());

        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.smtpPort()).isZero();
        assertThat(settings.dataDir()).isEmpty();
        assertThat(settings.parent()).isEmpty();
    }

    @Test
    void takesWhatIsSet() {
        var settings = settings(Map.of(
                Settings.PORT, "0", Settings.SMTP_PORT, "2525", Settings.DATA_DIR, "data", Settings.PARENT, "42"));

        assertThat(settings.port()).isZero();
        assertThat(settings.smtpPort()).isEqualTo(2525);
        assertThat(settings.dataDir()).contains(Path.of("data"));
        assertThat(settings.parent()).isEqualTo(OptionalLong.of(42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "8090.5", "99999999999999999999"})
    void namesAWrongPort(String port) {
        assertThatThrownBy(() -> settings(Map.of(Settings.PORT, port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Settings.PORT)
                .hasMessageContaining(port);
    }

    @Test
    void tellsStripesStandInWhereToSendWhatHappens() {
        var settings = settings(Map.of(
                Settings.WEBHOOK_URL,
                "http://localhost:8080/api/webhooks/stripe",
                Settings.WEBHOOK_SECRET,
                "one, two"));

        assertThat(settings.webhook())
                .hasValueSatisfying(webhook -> assertThat(webhook.secrets()).containsExactly("one", "two"));
    }

    @Test
    void namesAWebhookWithoutASecret() {
        assertThatThrownBy(() -> settings(Map.of(Settings.WEBHOOK_URL, "http://localhost:8080/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Settings.WEBHOOK_SECRET);
    }
}
