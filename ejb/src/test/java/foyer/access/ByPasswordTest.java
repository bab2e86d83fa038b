package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.shared.BadCredentials;
import foyer.shared.Crowd;
import foyer.shared.QuickPasswords;
import foyer.shared.TooManyRequests;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In by a password, the event's own or one's own. */
class ByPasswordTest {
    private static final String SECRET = "open sesame";

    @Test
    void aHerdWithTheSharedPasswordCostsOneSlowHash() {
        var access = new SomeAccess(anEventWith("shared"));

        for (var viewer = 0; viewer < 200; viewer++) {
            assertThat(access.login(Map.of("password", SECRET)).opened()).isNotNull();
        }

        assertThat(access.passwords.slowHashes()).isEqualTo(1);
    }

    @Test
    void aHerdThatComesBeforeThePasswordIsKnownToBeRightWaitsForOneHash() throws Exception {
        var access = new SomeAccess(anEventWith("shared"));
        var viewers = 40;
        var here = new CountDownLatch(viewers);
        access.passwords.meanwhile(() -> await(here));

        var letIn = Crowd.of(viewers, viewer -> {
            here.countDown();
            return access.login(Map.of("password", SECRET)).opened() != null;
        });

        assertThat(letIn).isEqualTo(viewers);
        assertThat(access.passwords.slowHashes()).isEqualTo(1);
    }

    @Test
    void whoIsRefusedDoesNotKeepOthersFromTryingTheSame() {
        var tried = new TriedPasswords(new QuickPasswords(), new SomeAccess(anEventWith("shared")).node.signatures);
        Runnable refusing = () -> {
            throw new TooManyRequests("Wait.", Duration.ofSeconds(1));
        };

        assertThatThrownBy(() -> tried.of(SECRET, "hash of " + SECRET, refusing))
                .isInstanceOf(TooManyRequests.class);

        assertThat(tried.of(SECRET, "hash of " + SECRET, () -> {})).isEqualTo(new TriedPasswords.Outcome(true, true));
        assertThat(tried.of(SECRET, "hash of " + SECRET, refusing)).isEqualTo(new TriedPasswords.Outcome(true, false));
    }

    @Test
    void whoeverGuessesTheSharedPasswordHasToWaitAndTheHerdBesideThemHasNot() {
        var access = new SomeAccess(anEventWith("shared"));
        access.login(Map.of("password", SECRET));
        for (var tries = 0; tries < 5; tries++) {
            var guess = Map.of("password", "guess " + tries);
            assertThatThrownBy(() -> access.login(guess)).isInstanceOf(BadCredentials.class);
        }

        assertThatThrownBy(() -> access.login(Map.of("password", "another"))).isInstanceOf(TooManyRequests.class);
        assertThat(access.login(Map.of("password", SECRET)).opened()).isNotNull();
    }

    @Test
    void nobodyRegistersWhereAPasswordIsShared() {
        var access = new SomeAccess(anEventWith("shared"));

        assertThatThrownBy(() -> access.join(ADA, Map.of("password", SECRET))).isInstanceOf(WrongState.class);
    }

    @Test
    void aPersonalPasswordLetsInWhoHasProvenTheirAddress() {
        var access = new SomeAccess(anEventWith("personal"));
        access.join(ADA, Map.of("password", SECRET));

        refused(access, Map.of("email", ADA, "password", SECRET));

        access.byCode(ADA, access.lastCode(), SECRET);
        assertThat(access.login(Map.of("email", ADA, "password", SECRET)).opened())
                .isNotNull();
    }

    @Test
    void anUnknownAddressCostsAsMuchAsAWrongPassword() {
        var access = new SomeAccess(anEventWith("personal"));
        access.join(ADA, Map.of("password", SECRET));
        var before = access.passwords.slowHashes();

        refused(access, Map.of("email", ADA, "password", "something else"));
        refused(access, Map.of("email", "nobody@example.com", "password", SECRET));
        refused(access, Map.of("password", SECRET));

        assertThat(access.passwords.slowHashes()).isEqualTo(before + 2);
    }

    @Test
    void aCodeMakesWayForANewPassword() {
        var access = new SomeAccess(anEventWith("personal"));
        access.join(ADA, Map.of("password", SECRET));
        access.byCode(ADA, access.lastCode(), SECRET);
        access.askForCode(ADA);
        assertThat(access.kindOfLast()).isEqualTo("passwordReset");

        var letIn = access.byCode(ADA, access.lastCode(), "another secret");

        assertThat(letIn.opened()).isNotNull();
        assertThat(access.login(Map.of("email", ADA, "password", "another secret"))
                        .opened())
                .isNotNull();
        refused(access, Map.of("email", ADA, "password", SECRET));
    }

    /** The same call again, a moment later, is all there is to do. */
    @Test
    void theCodeOfWhoRegisteredAgainIsNotUsedUpWhereTooManyWaitForHashes() {
        var access = new SomeAccess(anEventWith("personal"));
        access.join(ADA, Map.of("password", SECRET));
        access.join(ADA, Map.of("password", "another secret"));
        var code = access.lastCode();
        access.passwords.meanwhile(() -> {
            throw new TooManyRequests("Many are signing in.", Duration.ofSeconds(1));
        });
        assertThatThrownBy(() -> access.byCode(ADA, code, "another secret")).isInstanceOf(TooManyRequests.class);
        access.passwords.meanwhile(() -> {});

        assertThat(access.byCode(ADA, code, "another secret").opened()).isNotNull();
    }

    @Test
    void aPersonalPasswordIsAskedForAndNotTooShort() {
        var access = new SomeAccess(anEventWith("personal"));

        assertThatThrownBy(() -> access.join(ADA)).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> access.join(ADA, Map.of("password", "short"))).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void nothingOpensAnEventThatAsksForSomethingElse() {
        var access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

        refused(access, Map.of());
        refused(access, Map.of("password", SECRET));
        refused(access, Map.of("email", ADA, "password", SECRET));
        refused(access, Map.of("linkToken", ""));
    }

    private static void refused(SomeAccess access, Map<String, ?> shown) {
        assertThatThrownBy(() -> access.login(shown)).isInstanceOf(BadCredentials.class);
    }

    private static void await(CountDownLatch others) {
        try {
            if (!others.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The others did not come.");
            }
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    private static Event anEventWith(String mode) {
        var submission = new HashMap<>(aSubmissionWith("authType", "password"));
        submission.put(
                "passwordConfig",
                "shared".equals(mode) ? Map.of("mode", mode, "password", SECRET) : Map.of("mode", mode));
        return aPublishedEventOf(submission);
    }
}
