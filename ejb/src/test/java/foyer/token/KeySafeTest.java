package foyer.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.SettableClock;
import org.junit.jupiter.api.Test;

class KeySafeTest {
    private final KeySafe safe = SomeSafes.of(1);
    private final SigningKey key = SigningKey.fresh(SettableClock.NOON);
    private final String sealed = safe.seal(key);

    @Test
    void whatWasSealedOpensAgain() {
        assertThat(SomeSafes.of(1).open(key.id(), key.signsFrom(), sealed)).isEqualTo(key);
    }

    @Test
    void nothingOfTheKeyShows() {
        assertThat(sealed).doesNotContain(key.pair().getD().toString());
        assertThat(safe.seal(key)).isNotEqualTo(sealed);
    }

    @Test
    void anotherSecretOpensNothingAndTheSettingIsNamed() {
        assertThatThrownBy(() -> SomeSafes.of(2).open(key.id(), key.signsFrom(), sealed))
                .isInstanceOf(UnreadableKeys.class)
                .hasMessageContaining("foyer.secret");
    }

    @Test
    void aKeyCannotBeMovedToAnotherNameOrTime() {
        assertThatThrownBy(() -> safe.open("another", key.signsFrom(), sealed)).isInstanceOf(UnreadableKeys.class);
        assertThatThrownBy(() -> safe.open(key.id(), key.signsFrom().plusSeconds(1), sealed))
                .isInstanceOf(UnreadableKeys.class);
    }

    @Test
    void whatIsNoSealIsRefused() {
        assertThatThrownBy(() -> safe.open(key.id(), key.signsFrom(), "")).isInstanceOf(UnreadableKeys.class);
        assertThatThrownBy(() -> safe.open(key.id(), key.signsFrom(), "%%%")).isInstanceOf(UnreadableKeys.class);
    }
}
