package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTest {
    private static final EdgeSettings BEHIND_A_PROXY =
            new EdgeSettings(Stage.PRODUCTION, List.of(AddressRange.parse("10.0.0.0/8")), null);

    @Test
    void aStrangersForwardedHeadersCountForNothing() {
        var call = Calls.to("/").with("X-Forwarded-For", "1.2.3.4").with("X-Forwarded-Proto", "https");

        assertThat(Origin.of(call.request(), BEHIND_A_PROXY))
                .isEqualTo(new Origin("203.0.113.9", "http", "foyer.example", 80));
    }

    @Test
    void aTrustedProxySaysWhoCalledAndHow() {
        var call = proxied()
                .with("X-Forwarded-For", "203.0.113.7")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "tickets.example:8443");

        assertThat(Origin.of(call.request(), BEHIND_A_PROXY))
                .isEqualTo(new Origin("203.0.113.7", "https", "tickets.example", 8443));
    }

    @Test
    void whatTheCallerWroteInFrontOfTheListIsNotBelieved() {
        var call = proxied().with("X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.0.0.9");

        assertThat(Origin.of(call.request(), BEHIND_A_PROXY).address()).isEqualTo("203.0.113.7");
    }

    @Test
    void severalLinesOfTheHeaderAreOneList() {
        var call = proxied().with("X-Forwarded-For", "6.6.6.6", "203.0.113.7");

        assertThat(Origin.of(call.request(), BEHIND_A_PROXY).address()).isEqualTo("203.0.113.7");
    }

    @Test
    void whatIsNoAddressEndsTheList() {
        var call = proxied().with("X-Forwarded-For", "203.0.113.7, <script>, 10.0.0.9");

        assertThat(Origin.of(call.request(), BEHIND_A_PROXY).address()).isEqualTo("10.0.0.9");
    }

    @Test
    void anUnknownSchemeOrHostIsLeftOut() {
        var call = proxied().with("X-Forwarded-Proto", "gopher").with("X-Forwarded-Host", "a/b@c");

        assertThat(Origin.of(call.request(), BEHIND_A_PROXY))
                .isEqualTo(new Origin("10.0.0.1", "http", "foyer.example", 80));
    }

    private static Calls proxied() {
        var call = Calls.to("/");
        call.address = "10.0.0.1";
        return call;
    }
}
