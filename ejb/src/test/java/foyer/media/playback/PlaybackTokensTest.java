package foyer.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.session.SessionId;
import foyer.shared.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaybackTokensTest {
    private static final PlaybackKey OLD = SomePlayback.key("old", 1);
    private static final PlaybackKey NEW = SomePlayback.key("new", 2);

    // As the function at the edge says it (config/aws).
    private static final Pattern FORM = Pattern.compile(
            "1\\.([A-Za-z0-9_-]{1,16})\\.([0-9]{1,11})\\.([0-9]{1,11})\\.([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9_-]{1,64})"
                    + "\\.([A-Za-z0-9_-]{2,300})\\.([A-Za-z0-9_-]{43})");
    private static final List<String> ODD = Stream.concat(
                    Stream.of(
                            "", "01", "az", "AZ", "09", "_-", "a.b", "a a", "a\n", "é", "٣", "+", "/", "@", "[", "`",
                            "{", ":", "~"),
                    IntStream.of(1, 2, 10, 11, 12, 15, 16, 17, 42, 43, 44, 63, 64, 65, 299, 300, 301)
                            .boxed()
                            .flatMap(length -> Stream.of("7".repeat(length), "a".repeat(length))))
            .toList();

    private final PlaybackRight right = new PlaybackRight(
            EventId.fresh(),
            SessionId.fresh(),
            "/somewhere/",
            Instant.ofEpochSecond(1_900_000_000),
            Instant.ofEpochSecond(1_900_000_300));

    @Test
    void whatWasWrittenIsRead() {
        var tokens = new PlaybackTokens(List.of(OLD));

        assertThat(tokens.read(tokens.write(right))).isEqualTo(right);
    }

    @Test
    void aRightOfNobodyInParticularIsRead() {
        var tokens = new PlaybackTokens(List.of(OLD));
        var anybodys = new PlaybackRight(right.event(), null, right.path(), right.notBefore(), right.until());

        assertThat(tokens.read(tokens.write(anybodys))).isEqualTo(anybodys);
    }

    @Test
    void aKeyIsReplacedWhileAddressesSignedByItAreAbout() {
        var before = new PlaybackTokens(List.of(OLD)).write(right);
        var announced = new PlaybackTokens(List.of(OLD, NEW));
        var changed = new PlaybackTokens(List.of(NEW, OLD));
        var after = changed.write(right);

        assertThat(changed.read(before)).isEqualTo(right);
        // A node, or an edge, that has not changed yet.
        assertThat(announced.read(after)).isEqualTo(right);
        assertThatThrownBy(() -> new PlaybackTokens(List.of(NEW)).read(before))
                .isInstanceOfSatisfying(
                        PlaybackRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(PlaybackRefusal.UNKNOWN_KEY));
    }

    @Test
    void nothingOfATokenCanBeAltered() {
        var tokens = new PlaybackTokens(List.of(OLD));
        var token = tokens.write(right);

        for (var at = 0; at < token.length(); at++) {
            for (var other : List.of("A", "B", "0", "1", "-", ".")) {
                var altered = token.substring(0, at) + other + token.substring(at + 1);
                if (!altered.equals(token)) {
                    assertThatThrownBy(() -> tokens.read(altered)).isInstanceOf(PlaybackRefused.class);
                }
            }
        }
    }

    /** Each part as it may be, and as it may just not be. What is well formed is not malformed, but altered: we never signed it. */
    @Test
    void aTokenIsTakenApartAsAtTheEdge() {
        var tokens = new PlaybackTokens(List.of(OLD));
        var good = List.of("1", "old", "1", "2", "event", "-", "L0", "A".repeat(43));

        for (var at = 0; at < good.size(); at++) {
            for (var odd : ODD) {
                var parts = new ArrayList<>(good);
                parts.set(at, odd);
                assertMalformedAsAtTheEdge(tokens, String.join(".", parts));
            }
            assertMalformedAsAtTheEdge(tokens, String.join(".", good.subList(0, at)));
        }
        assertMalformedAsAtTheEdge(tokens, String.join(".", good));
        assertMalformedAsAtTheEdge(tokens, "." + String.join(".", good));
        assertMalformedAsAtTheEdge(tokens, String.join(".", good) + ".");
    }

    private static void assertMalformedAsAtTheEdge(PlaybackTokens tokens, String token) {
        assertThatThrownBy(() -> tokens.read(token))
                .as(token)
                .isInstanceOfSatisfying(
                        PlaybackRefused.class,
                        refused -> assertThat(refused.why() == PlaybackRefusal.MALFORMED)
                                .isEqualTo(!FORM.matcher(token).matches()));
    }

    @Test
    void aKeyHasAnIdThatAnAddressCanCarryAndEnoughBytes() {
        assertThatThrownBy(() -> new PlaybackKey("a/b", new Secret(new byte[32])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlaybackKey("a", new Secret(new byte[31])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
