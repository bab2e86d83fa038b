package foyer.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.session.SessionId;
import foyer.shared.Secret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybackTokensTest {
    private static final PlaybackKey OLD = SomePlayback.key("old", 1);
    private static final PlaybackKey NEW = SomePlayback.key("new", 2);

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

    @Test
    void aKeyHasAnIdThatAnAddressCanCarryAndEnoughBytes() {
        assertThatThrownBy(() -> new PlaybackKey("a/b", new Secret(new byte[32])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlaybackKey("a", new Secret(new byte[31])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
