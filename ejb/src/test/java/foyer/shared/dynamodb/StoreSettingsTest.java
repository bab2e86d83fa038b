package foyer.shared.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {
    @Test
    void inProductionNothingIsCreatedUnlessSaid() {
        assertThat(read(Map.of()).createTables()).isFalse();
        assertThat(read(Map.of("foyer.store.create-tables", "true")).createTables())
                .isTrue();
    }

    @Test
    void theLocalStageMakesItsTables() {
        var local = read(Map.of("foyer.stage", "local"));

        assertThat(local.createTables()).isTrue();
        assertThat(local.region()).isEqualTo("local");
    }

    @Test
    void aTableHasTheDeploymentsPrefix() {
        assertThat(read(Map.of()).table("events")).isEqualTo("foyer-events");
        assertThat(read(Map.of("foyer.store.prefix", "stage.")).table("events")).isEqualTo("stage.events");
    }

    @Test
    void aStoreThatIsFurtherAwayIsAtEaseAllTheSame() {
        assertThat(read(Map.of()).ease()).isEqualTo(Duration.ofMillis(25));
        assertThat(read(Map.of("foyer.store.ease", "80ms")).ease()).isEqualTo(Duration.ofMillis(80));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> read(Map.of(
                        "foyer.store.endpoint", "nowhere",
                        "foyer.store.prefix", "a b",
                        "foyer.store.attempt-timeout", "2s",
                        "foyer.store.call-timeout", "1s",
                        "foyer.store.connections", "10",
                        "foyer.store.retries", "many")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.store.endpoint")
                .hasMessageContaining("foyer.store.prefix")
                .hasMessageContaining("foyer.store.call-timeout")
                .hasMessageContaining("foyer.store.connections")
                .hasMessageContaining("foyer.store.retries");
    }

    private static StoreSettings read(Map<String, String> values) {
        return StoreSettings.read(FixedConfig.settings(values));
    }
}
