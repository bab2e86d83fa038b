package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsSettingsTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "foyer.media.platform", "aws",
            "foyer.media.aws.bucket", "example-media",
            "foyer.media.aws.role", "arn:aws:iam::111122223333:role/foyer/media",
            "foyer.media.aws.key-value-store", KeyValueStandIn.STORE,
            "foyer.media.address", "https://media.example.org",
            "foyer.media.token-keys", "first:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    @Test
    void onOneMachineNothingOfAwsIsNeeded() {
        assertThatCode(() -> read(Map.of())).doesNotThrowAnyException();
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> read(Map.of("foyer.media.platform", "aws")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.media.aws.bucket is missing")
                .hasMessageContaining("foyer.media.aws.role is missing")
                .hasMessageContaining("foyer.media.aws.key-value-store is missing")
                .hasMessageContaining("foyer.media.address is missing")
                .hasMessageContaining("foyer.media.token-keys is missing");
    }

    @Test
    void theseAreEnough() {
        assertThat(read(COMPLETE).bucket()).isEqualTo("example-media");
    }

    @ParameterizedTest
    @CsvSource({
        "foyer.media.aws.bucket,Example_Media",
        "foyer.media.aws.bucket,example.media",
        "foyer.media.aws.role,foyer-media",
        "foyer.media.aws.queue,Default",
        "foyer.media.aws.retries,many",
        "foyer.media.aws.retry-delay,2s",
        "foyer.media.aws.call-timeout,1s"
    })
    void whatCannotBeIsRefusedByName(String name, String value) {
        var settings = new HashMap<>(COMPLETE);
        settings.put(name, value);

        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining(name);
    }

    @Test
    void aCallIsMadeAgainAfterATenthOfASecondUnlessSaidOtherwise() {
        var settings = new HashMap<>(COMPLETE);
        assertThat(read(settings).retryDelay()).isEqualTo(Duration.ofMillis(100));

        settings.put("foyer.media.aws.retry-delay", "20ms");

        assertThat(read(settings).retryDelay()).isEqualTo(Duration.ofMillis(20));
    }

    private static AwsSettings read(Map<String, String> named) {
        return AwsSettings.read(FixedConfig.settings(named));
    }
}
