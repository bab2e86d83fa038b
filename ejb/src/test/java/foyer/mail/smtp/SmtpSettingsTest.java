package foyer.mail.smtp;

import static foyer.shared.FixedConfig.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.mail.smtp.SmtpSettings.Protection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmtpSettingsTest {
    @Test
    void sendGridNeedsFourSettings() {
        var read = SmtpSettings.read(settings(Map.of(
                "foyer.mail.provider", "smtp",
                "foyer.mail.smtp.host", "smtp.sendgrid.net",
                "foyer.mail.smtp.user", "apikey",
                "foyer.mail.smtp.password", "SG.key")));

        assertThat(read.port()).isEqualTo(587);
        assertThat(read.protection()).isEqualTo(Protection.STARTTLS);
        assertThat(read.password()).contains("SG.key");
        assertThat(read.toString()).doesNotContain("SG.key");
    }

    @Test
    void aRelayIsNeededWhereLettersGoBySmtp() {
        assertThatThrownBy(() -> SmtpSettings.read(settings(Map.of("foyer.mail.provider", "smtp"))))
                .hasMessageContaining("foyer.mail.smtp.host is missing");
        assertThat(SmtpSettings.read(settings(Map.of("foyer.mail.provider", "ses")))
                        .host())
                .isEmpty();
    }

    @Test
    void aPasswordIsNotSentInTheOpen() {
        assertThatThrownBy(() -> SmtpSettings.read(settings(Map.of(
                        "foyer.mail.smtp.host", "relay.example",
                        "foyer.mail.smtp.user", "foyer",
                        "foyer.mail.smtp.password", "secret",
                        "foyer.mail.smtp.protection", "none"))))
                .hasMessageContaining("foyer.mail.smtp.protection would send a password");
    }
}
