package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSettingsTest {
    private static final String KEY = "foyer.payment.stripe.key";
    private static final String WEBHOOK_SECRETS = "foyer.payment.stripe.webhook-secrets";

    @Test
    void withoutAKeyNothingIsSold() {
        var settings = read(Map.of());

        assertThat(settings.key()).isNull();
        assertThat(settings.live()).isFalse();
        assertThat(settings.rate()).isEqualTo(20);
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"sk_live_51H,true", "rk_live_51H,true", "sk_test_51H,false", "rk_test_51H,false"})
    void theKeySaysWhetherTheMoneyIsReal(String key, boolean live) {
        assertThat(read(Map.of(KEY, key)).live()).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pk_live_51H", "sk_51H", "sk_live_", "sk_live_a b", "whsec_1234567890"})
    void anythingElseIsNamedAsWrongAndNotShown(String key) {
        assertThatThrownBy(() -> read(Map.of(KEY, key)))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining(KEY)
                .hasMessageNotContaining(key);
    }

    @Test
    void severalSecretsCountWhileOneIsRotated() {
        assertThat(read(Map.of(WEBHOOK_SECRETS, "whsec_12345678, whsec_abcdefgh"))
                        .webhookSecrets())
                .hasSize(2);
        assertThatThrownBy(() -> read(Map.of(WEBHOOK_SECRETS, "whsec_12345678,sk_test_1234")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageNotContaining("sk_test_1234");
    }

    @Test
    void aLiveKeyGoesToNobodyButStripe() {
        assertThatThrownBy(() -> read(
                        Map.of(KEY, "sk_live_51H", "foyer.payment.stripe.endpoint", "http://localhost:8090/stripe")))
                .isInstanceOf(WrongSettings.class);
    }

    @Test
    void noSecretIsEverPrinted() {
        assertThat(read(Map.of(KEY, "sk_test_51H", WEBHOOK_SECRETS, "whsec_12345678"))
                        .toString())
                .doesNotContain("51H", "12345678");
    }

    private static StripeSettings read(Map<String, String> named) {
        return StripeSettings.read(FixedConfig.settings(named));
    }
}
