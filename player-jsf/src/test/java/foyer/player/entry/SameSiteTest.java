package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameSiteTest {
    private static final String HOST = "events.example:8443";

    @Test
    void browserOfTodaySaysItself() {
        assertThat(SameSite.sends("same-origin", "null", HOST)).isTrue();
        assertThat(SameSite.sends("cross-site", "https://events.example:8443", HOST))
                .isFalse();
        assertThat(SameSite.sends("same-site", null, HOST)).isFalse();
        // Somebody's bookmark, or an address typed by hand, posts nothing.
        assertThat(SameSite.sends("none", null, HOST)).isFalse();
    }

    @Test
    void olderOneIsKnownByItsOrigin() {
        assertThat(SameSite.sends(null, "https://events.example:8443", HOST)).isTrue();
        assertThat(SameSite.sends(null, "https://EVENTS.example:8443", HOST)).isTrue();
        assertThat(SameSite.sends(null, "https://events.example", HOST)).isFalse();
        assertThat(SameSite.sends(null, "https://evil.example", HOST)).isFalse();
        assertThat(SameSite.sends(null, "%%%", HOST)).isFalse();
    }

    @Test
    void whereNothingIsSaidTheTokenDecides() {
        assertThat(SameSite.sends(null, null, HOST)).isTrue();
        assertThat(SameSite.sends(null, "null", HOST)).isTrue();
    }
}
