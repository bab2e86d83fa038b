package foyer.media.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlaybackAddressTest {
    // As the function at the edge says it (config/aws).
    private static final Pattern FORM = Pattern.compile("/([^/]+)((?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+)");

    @Property(tries = 5_000)
    void anAddressIsTakenApartAsAtTheEdge(@ForAll("oddAddresses") String below) {
        var parts = FORM.matcher(below);

        assertThat(parsed(below))
                .isEqualTo(
                        parts.matches()
                                ? Optional.of(new PlaybackAddress(parts.group(1), parts.group(2)))
                                : Optional.empty());
    }

    /** Of slashes and dots above all, for there the difference lies. */
    @Provide
    Arbitrary<String> oddAddresses() {
        return Arbitraries.of(
                        "/", "/", "/", "/a", ".", "a", "Z", "0", "_", "~", "-", "%", "\\", ";", "é", "@", "[", "`", "{",
                        ":", "\n")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts))
                .flatMap(tail -> Arbitraries.of("", "/", "/t", "/t/").map(head -> head + tail));
    }

    private static Optional<PlaybackAddress> parsed(String below) {
        try {
            return Optional.of(PlaybackAddress.parse(below));
        } catch (PlaybackRefused refused) {
            assertThat(refused.why()).isEqualTo(PlaybackRefusal.MALFORMED);
            return Optional.empty();
        }
    }
}
