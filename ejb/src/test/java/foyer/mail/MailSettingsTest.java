package foyer.mail;

import static foyer.shared.FixedConfig.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.WrongSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
    @Test
    void nothingIsNeededLocally() {
        assertThat(MailSettings.read(settings(Map.of("foyer.stage", "local"))).carrier())
                .isEqualTo(Carrier.SMTP);
    }

    @Test
    void elsewhereWhoSendsAndByWhomIsNeeded() {
        assertThatThrownBy(() -> MailSettings.read(settings(Map.of())))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.mail.provider is missing")
                .hasMessageContaining("foyer.mail.from is missing");
    }

    @Test
    void aSenderOfTwoLinesIsNamed() {
        assertThatThrownBy(() -> MailSettings.read(settings(Map.of(
                        "foyer.mail.provider",
                        "smtp",
                        "foyer.mail.from",
                        "tickets@theatre.example",
                        "foyer.mail.from-name",
                        "Theatre\r\nBcc: all@evil.example"))))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.mail.from-name has control characters");
    }

    @Test
    void anUnknownCarrierIsNamed() {
        assertThatThrownBy(() -> MailSettings.read(settings(
                        Map.of("foyer.mail.provider", "pigeon", "foyer.mail.from", "tickets@theatre.example"))))
                .hasMessageContaining("foyer.mail.provider is not smtp or ses");
    }
}
