package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.BadCredentials;
import foyer.shared.TooManyRequests;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who guesses codes gets nowhere, and keeps nobody out for long. */
class GuessedCodesTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

    @Test
    void afterTenWrongCodesTheRightOneIsWorthNothingButTheLinkIs() {
        access.join(ADA);
        var code = access.lastCode();
        var token = access.lastToken();
        for (var tries = 0; tries < 10; tries++) {
            wrong(ADA, "10.0." + tries + ".1");
        }

        assertThatThrownBy(() -> access.login(Map.of("email", ADA, "code", code), "192.0.2.99"))
                .isInstanceOf(BadCredentials.class);
        assertThat(access.byLink(token).opened()).isNotNull();
    }

    @Test
    void whoGoesOnGuessingDoesNotOvertakeWhoComesByTheLink() {
        access.join(ADA);
        var token = access.lastToken();
        for (var tries = 0; tries < 10; tries++) {
            wrong(ADA, "10.0." + tries + ".1");
        }
        var before = access.registrations.all();
        for (var tries = 0; tries < 30; tries++) {
            wrong(ADA, "10.1." + tries + ".1");
        }

        assertThat(access.registrations.all()).isEqualTo(before);
        assertThat(access.byLink(token).opened()).isNotNull();
    }

    @Test
    void aCodeThatIsAskedForWhileMuchHappensComesOrIsSaidNotTo() {
        access.join(ADA);
        access.othersAreFaster(11);
        access.askForCode(ADA);
        assertThat(access.byCode(ADA, access.lastCode()).opened()).isNotNull();
        access.othersAreFaster(12);

        assertThatThrownBy(() -> access.askForCode(ADA)).isInstanceOf(Unavailable.class);
    }

    /** Each is read before the other is written, as where many guess at once. */
    @Test
    void wrongCodesCountThoughOthersComeAtTheSameMoment() {
        access.join(ADA);
        var code = access.lastCode();
        for (var tries = 0; tries < 5; tries++) {
            access.othersAreFaster(1);
            wrong(ADA, "10.0." + tries + ".1");
        }

        assertThatThrownBy(() -> access.login(Map.of("email", ADA, "code", code), "192.0.2.99"))
                .isInstanceOf(BadCredentials.class);
    }

    @Test
    void afterTenWrongCodesTheNextLetterHelps() {
        access.join(ADA);
        for (var tries = 0; tries < 10; tries++) {
            wrong(ADA, "10.0." + tries + ".1");
        }
        access.askForCode(ADA);

        assertThat(access.login(Map.of("email", ADA, "code", access.lastCode()), "192.0.2.99")
                        .opened())
                .isNotNull();
    }

    @Test
    void letterAfterLetterReopensNoMoreThanThirtyGuesses() {
        access.join(ADA);
        guessThreeLetters();
        access.askForCode(ADA);
        assertThat(access.letters().get(access.letters().size() - 1).toString())
                .contains("link=")
                .doesNotContain("code=");
        assertThat(access.byLink(access.lastToken()).opened()).isNotNull();
    }

    @Test
    void ofTheseOneIsForgivenInTwoMinutesWithoutAny() {
        access.join(ADA);
        guessThreeLetters();
        access.clock.pass(Duration.ofMinutes(2).minusMillis(1));
        access.askForCode(ADA);
        assertThat(access.letters().get(access.letters().size() - 1).toString()).doesNotContain("code=");
        access.clock.pass(Duration.ofMillis(1));
        access.askForCode(ADA);
        var code = access.lastCode();
        wrong(ADA, "10.9.0.1");

        assertThatThrownBy(() -> access.login(Map.of("email", ADA, "code", code), "192.0.2.99"))
                .isInstanceOf(BadCredentials.class);
        access.clock.pass(Duration.ofMinutes(2));
        assertThat(access.login(Map.of("email", ADA, "code", code), "192.0.2.99")
                        .opened())
                .isNotNull();
    }

    private void guessThreeLetters() {
        for (var tries = 0; tries < 30; tries++) {
            if (tries % 10 == 0 && tries > 0) {
                access.askForCode(ADA);
            }
            wrong(ADA, "10." + tries + ".0.1");
        }
    }

    @Test
    void whoeverGuessesHasToWaitAndTheRightfulViewerElsewhereHasNot() {
        access.join(ADA);
        var code = access.lastCode();
        for (var tries = 0; tries < 5; tries++) {
            wrong(ADA, "203.0.113.5");
        }

        assertThatThrownBy(() -> access.byWrongCode(ADA, "203.0.113.5")).isInstanceOf(TooManyRequests.class);
        assertThat(access.byCode(ADA, code).opened()).isNotNull();
    }

    private void wrong(String email, String network) {
        assertThatThrownBy(() -> access.byWrongCode(email, network)).isInstanceOf(BadCredentials.class);
    }
}
