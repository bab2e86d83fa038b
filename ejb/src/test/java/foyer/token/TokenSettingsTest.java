package foyer.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenSettingsTest {
    @Test
    void withoutAnyWeSign() {
        assertThat(read(Map.of()).outside()).isFalse();
    }

    @Test
    void anOutsideIssuerNeedsKeysAndAudience() {
        assertThatThrownBy(() -> read(Map.of("foyer.jwt.issuer", "https://issuer.example")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.jwt.jwks is missing")
                .hasMessageContaining("foyer.jwt.audience is missing");
    }

    @Test
    void inProductionItsKeysComeOverHttps() {
        var plain = Map.of(
                "foyer.jwt.issuer", "https://issuer.example",
                "foyer.jwt.jwks", "http://issuer.example/jwks",
                "foyer.jwt.audience", "foyer-api");

        assertThatThrownBy(() -> read(plain)).hasMessageContaining("foyer.jwt.jwks is not an https address");
    }

    @Test
    void halfAnIssuerIsRefusedRatherThanIgnored() {
        assertThatThrownBy(() -> read(Map.of("foyer.jwt.jwks", "https://issuer.example/jwks")))
                .hasMessageContaining("foyer.jwt.issuer is not");
    }

    @Test
    void noOtherAlgorithmIsTaken() {
        var unsigned = Map.of(
                "foyer.jwt.issuer", "https://issuer.example",
                "foyer.jwt.jwks", "https://issuer.example/jwks",
                "foyer.jwt.audience", "foyer-api",
                "foyer.jwt.algorithm", "none");

        assertThatThrownBy(() -> read(unsigned)).hasMessageContaining("neither ES256 nor RS256");
    }

    @Test
    void keysLiveLongerThanTheyAreKnownAhead() {
        assertThatThrownBy(() -> read(Map.of("foyer.jwt.rotate-every", "1h", "foyer.jwt.publish-ahead", "1h")))
                .hasMessageContaining("foyer.jwt.rotate-every is not longer than foyer.jwt.publish-ahead");
    }

    @Test
    void inProductionKeysDoNotRotateBySeconds() {
        var hasty = Map.of("foyer.jwt.rotate-every", "20s", "foyer.jwt.publish-ahead", "5s");

        assertThatThrownBy(() -> read(hasty)).isInstanceOf(WrongSettings.class);
        assertThat(read(Map.of(
                                "foyer.stage", "local",
                                "foyer.jwt.rotate-every", "20s",
                                "foyer.jwt.publish-ahead", "5s"))
                        .rotateEvery())
                .hasSeconds(20);
    }

    private static TokenSettings read(Map<String, String> named) {
        return TokenSettings.read(FixedConfig.settings(named));
    }
}
