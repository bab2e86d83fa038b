package foyer.media.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.Money;
import foyer.shared.WrongSettings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceSettingsTest {
    @Test
    void thereAreNoneUnlessTheOperatorSetsThem() {
        assertThat(read(Map.of()).known()).isEmpty();
    }

    @Test
    void whoHearsOfTheCapHasAnAddress() {
        assertThat(read(Map.of("foyer.live.alerts-to", "organizer@example.org")).alerts())
                .contains(SomePrices.ORGANIZER);
        assertThat(read(Map.of("foyer.live.alerts-to", "")).alerts()).isEmpty();
        assertThatThrownBy(() -> read(Map.of("foyer.live.alerts-to", "the organizer")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.live.alerts-to");
    }

    @Test
    void pricesAreReadAsTheyAreWritten() {
        var prices = read(SomePrices.settings()).known().orElseThrow();

        assertThat(prices.currency()).isEqualTo(SomePrices.DOLLARS);
        assertThat(prices.input()).isEqualTo(new BigDecimal("0.5"));
        assertThat(prices.rungs())
                .containsOnlyKeys("1080p", "720p", "540p", "360p", "240p")
                .containsEntry("540p", new BigDecimal("0.9"));
        assertThat(prices.delivered()).isEqualTo(new BigDecimal("0.08"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "currency",
                "input-hour",
                "rung-hours",
                "sound-hour",
                "idle-hour",
                "packaged-gigabyte",
                "delivered-gigabyte"
            })
    void oneThatIsForgottenIsNotTakenToBeNothing(String name) {
        var settings = SomePrices.settings();
        settings.remove("foyer.live.price." + name);

        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.live.price." + name + " is missing");
    }

    @Test
    void ofOneAloneAllOthersAreMissed() {
        assertThatThrownBy(() -> read(Map.of("foyer.live.price.idle-hour", "1")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.live.price.currency is missing")
                .hasMessageContaining("foyer.live.price.rung-hours is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "currency; dollars",
                "currency; usd",
                "input-hour; -1",
                "input-hour; 1e3",
                "idle-hour; 0,1",
                "sound-hour; free",
                "packaged-gigabyte; 1000000",
                "rung-hours; 1080p 2",
                "rung-hours; 1080p 2, 720p 1.2, 540p 0.9, 360p 0.6, 240p",
                "rung-hours; 1080p 2, 720p 1.2, 540p 0.9, 360p 0.6, 240p 0.4, 144p 0.1",
                "rung-hours; 1080p 2, 720p 1.2, 540p 0.9, 360p 0.6, 240p 0.4, 1080p 9"
            })
    void whatIsNoPriceIsNamed(String name, String wrong) {
        var settings = new HashMap<>(SomePrices.settings());
        settings.put("foyer.live.price." + name, wrong);

        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.live.price." + name);
    }

    @Test
    void aCapIsInTheSameCurrency() {
        var settings = SomePrices.settings();
        settings.put("foyer.live.cap", "12.5");
        assertThat(read(settings).capped()).contains(new CostCap(new Money(1_250, SomePrices.DOLLARS), OnCap.WARN));

        settings.put("foyer.live.on-cap", "stepDown");
        assertThat(read(settings).capped().map(CostCap::onCap)).contains(OnCap.STEP_DOWN);
    }

    @Test
    void aCapNeedsPrices() {
        assertThatThrownBy(() -> read(Map.of("foyer.live.cap", "10")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.live.cap needs prices");
    }

    @Test
    void whatIsDoneAtTheCapIsNamed() {
        assertThatThrownBy(() -> read(Map.of("foyer.live.on-cap", "stop")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.live.on-cap is not warn or stepDown");
    }

    @Test
    void whatIsDoneAtTheCapNeedsOne() {
        var settings = SomePrices.settings();
        settings.put("foyer.live.on-cap", "stepDown");

        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.live.on-cap needs foyer.live.cap");
    }

    private static PriceSettings read(Map<String, String> values) {
        return PriceSettings.read(FixedConfig.settings(values));
    }
}
