package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.BadCredentials;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a code from a letter is good, and for whom. */
class CodesTest {
    private static final Duration A_LETTER_IS_READ = Duration.ofMinutes(2);

    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

    @Test
    void aCodeIsGoodOnce() {
        access.join(ADA);
        var code = access.lastCode();
        access.byCode(ADA, code);

        assertThatThrownBy(() -> access.byCode(ADA, code)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void aCodeThatComesLateIsWorthNothing() {
        access.join(ADA);
        var code = access.lastCode();
        var token = access.lastToken();
        access.clock.pass(Duration.ofMinutes(10));

        assertThatThrownBy(() -> access.byCode(ADA, code)).isInstanceOf(BadCredentials.class);
        assertThatThrownBy(() -> access.byLink(token)).isInstanceOf(BadCredentials.class);
    }

    /** Thirty minutes from the registration on. */
    @Test
    void noLetterSaysThatACodeHoldsLongerThanTheSeat() {
        access.join(ADA);
        access.clock.pass(Duration.ofMinutes(15));
        access.askForCode(ADA);
        assertThat(access.lastUntil()).isEqualTo(access.clock.instant().plus(Duration.ofMinutes(10)));
        access.clock.pass(Duration.ofMinutes(10));
        access.askForCode(ADA);
        assertThat(access.lastUntil()).isEqualTo(access.clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void twoCodesAreAliveAndTheFirstOneUsedEndsBoth() {
        access.join(ADA);
        var first = access.lastCode();
        access.askForCode(ADA);
        var second = access.lastCode();

        assertThat(access.byCode(ADA, first).opened()).isNotNull();
        assertThatThrownBy(() -> access.byCode(ADA, second)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void ofThreeCodesTheOldestIsDead() {
        access.join(ADA);
        var first = access.lastCode();
        access.askForCode(ADA);
        var second = access.lastCode();
        access.clock.pass(A_LETTER_IS_READ);
        access.askForCode(ADA);

        assertThatThrownBy(() -> access.byCode(ADA, first)).isInstanceOf(BadCredentials.class);
        assertThat(access.byCode(ADA, second).opened()).isNotNull();
    }

    /** As where somebody else asks for letter after letter to her. */
    @Test
    void aCodeThatWasJustSentIsNotPushedOutByAnother() {
        access.join(ADA);
        var first = access.lastCode();
        access.askForCode(ADA);
        var letters = access.letters();
        access.clock.pass(A_LETTER_IS_READ.minusMillis(1));
        access.askForCode(ADA);
        access.askForCode(ADA);

        assertThat(access.letters()).isEqualTo(letters);
        assertThat(access.byCode(ADA, first).opened()).isNotNull();
    }

    @Test
    void whoHasUsedTheirCodesUpIsSentAnother() {
        access.join(ADA);
        access.askForCode(ADA);
        access.byCode(ADA, access.lastCode());
        access.askForCode(ADA);

        assertThat(access.byCode(ADA, access.lastCode()).opened()).isNotNull();
    }

    @Test
    void aCodeOfAnotherIsWorthNothing() {
        access.join("eve@example.com");
        var ofEve = access.lastCode();
        access.join(ADA);
        if (!ofEve.equals(access.lastCode())) {
            assertThatThrownBy(() -> access.byCode(ADA, ofEve)).isInstanceOf(BadCredentials.class);
        }
    }
}
