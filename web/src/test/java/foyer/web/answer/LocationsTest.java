package foyer.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class LocationsTest {
    private static final URI AS_CALLED = URI.create("http://10.0.0.1:8080/api/");

    @Test
    void anAddressIsMadeOfTheCallWhereNothingElseIsKnown() {
        assertThat(Locations.of("events/x", AS_CALLED, null)).hasToString("http://10.0.0.1:8080/api/events/x");
    }

    @Test
    void thePublicAddressComesFirst() {
        assertThat(Locations.of("events/x", AS_CALLED, URI.create("https://tickets.example")))
                .hasToString("https://tickets.example/api/events/x");
    }
}
