package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsLiveSettingsTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "foyer.media.platform", "aws",
            "foyer.media.aws.channel-group", "foyer-production",
            "foyer.media.aws.live-role", "arn:aws:iam::111122223333:role/foyer-live",
            "foyer.media.aws.distribution", LiveHouse.DISTRIBUTION);

    @Test
    void withoutThemRecordingsAreMadeAndNothingLive() {
        assertThat(read(Map.of("foyer.media.platform", "aws")).lacking().orElseThrow())
                .contains("foyer.media.aws.channel-group", "foyer.media.aws.live-role", "foyer.media.aws.distribution");
    }

    @Test
    void theseAreEnough() {
        var settings = read(COMPLETE);

        assertThat(settings.lacking()).isEmpty();
        assertThat(settings.from()).containsExactly("0.0.0.0/0");
        assertThat(settings.window()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void someOfThemAreNotEnough() {
        assertThatThrownBy(() -> read(Map.of(
                        "foyer.media.platform", "aws",
                        "foyer.media.aws.channel-group", "foyer")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.media.aws.live-role is missing")
                .hasMessageContaining("foyer.media.aws.distribution is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "foyer.media.aws.channel-group,of the house",
        "foyer.media.aws.live-role,foyer-live",
        "foyer.media.aws.distribution,E2QWRUHEXAMPLE",
        "foyer.media.aws.live-from,everywhere",
        "foyer.media.aws.live-pipelines,3",
        "foyer.media.aws.live-rungs,0",
        "foyer.media.aws.live-frame-rate,240",
        "foyer.live.dvr,1s"
    })
    void whatCannotBeIsRefusedByName(String name, String value) {
        var settings = new HashMap<>(COMPLETE);
        settings.put(name, value);

        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining(name);
    }

    private static AwsLiveSettings read(Map<String, String> named) {
        return AwsLiveSettings.read(FixedConfig.settings(named));
    }
}
