package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.Test;

class Pbkdf2PasswordsTest {
    private static final String PASSWORD = "correct horse battery";

    private final Pbkdf2Passwords passwords = passwords(2_000);

    @Test
    void thePasswordMatchesItsHashAndNoOtherDoes() {
        var stored = passwords.hash(PASSWORD);

        assertThat(passwords.matches(PASSWORD, stored)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", stored)).isFalse();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(passwords.hash(PASSWORD));
    }

    @Test
    void theHashTellsHowItWasMade() {
        assertThat(passwords.hash(PASSWORD)).startsWith("PBKDF2WithHmacSHA512:2000:");
    }

    @Test
    void anOlderHashMatchesAfterTheCostWasRaised() {
        var stored = passwords.hash(PASSWORD);

        assertThat(passwords(4_000).matches(PASSWORD, stored)).isTrue();
    }

    @Test
    void anAccentedLetterIsTheSameHoweverTheKeyboardComposesIt() {
        var stored = passwords.hash("cr\u00e8me br\u00fbl\u00e9e");

        assertThat(passwords.matches("cre\u0300me bru\u0302le\u0301e", stored)).isTrue();
    }

    @Test
    void whoIsNotKnownCostsAsMuchAsWhoIs() {
        var costly = passwords(300_000);
        var stored = costly.hash(PASSWORD);

        var known = nanosOf(() -> costly.matches("wrong", stored));
        var unknown = nanosOf(() -> costly.matchNothing("wrong"));

        // Measured on a busy machine: the order of magnitude is what an attacker would see.
        assertThat((double) unknown / known).isBetween(0.2, 5.0);
    }

    private static long nanosOf(Runnable work) {
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 3; round++) {
            var begin = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }

    private static Pbkdf2Passwords passwords(int iterations) {
        var passwords = new Pbkdf2Passwords();
        passwords.slowly = new Pbkdf2PasswordHashImpl();
        passwords.settings = new PasswordSettings(iterations, 8, Duration.ofSeconds(20));
        passwords.prepare();
        return passwords;
    }
}
