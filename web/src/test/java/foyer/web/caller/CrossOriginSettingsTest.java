package foyer.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://admin.example", "https://admin.example:8443", "http://localhost:3000"})
    void whatBrowsersSendIsAnOrigin(String text) {
        assertThat(CrossOriginSettings.isOrigin(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example",
                "https://admin.example/",
                "null",
                "admin.example",
                "https://Admin.example"
            })
    void whatNoBrowserSendsIsRefusedAtTheStart(String text) {
        assertThat(CrossOriginSettings.isOrigin(text)).isFalse();
    }
}
