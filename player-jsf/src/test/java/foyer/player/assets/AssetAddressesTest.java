package foyer.player.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AssetAddressesTest {
    @Test
    void assetsComeFromThisServer() {
        var addresses = new AssetAddresses(new AssetSettings(null), "today");

        assertThat(addresses.of("watch.js")).isEqualTo("/assets/today/watch.js");
        assertThat(addresses.origin()).isEmpty();
    }

    @Test
    void assetsComeFromADeliveryNetwork() {
        var addresses = new AssetAddresses(new AssetSettings(URI.create("https://cdn.example:444/foyer/")), "today");

        assertThat(addresses.of("watch.js")).isEqualTo("https://cdn.example:444/foyer/assets/today/watch.js");
        assertThat(addresses.origin()).contains("https://cdn.example:444");
    }
}
