package foyer.operator;

import static foyer.operator.SomeOperators.PASSWORD;
import static foyer.operator.SomeOperators.anAdmin;
import static foyer.operator.SomeOperators.anAnalyst;
import static foyer.operator.SomeOperators.as;
import static foyer.operator.SomeSigningIn.SIGNED_IN_FOR;
import static foyer.operator.SomeSigningIn.disabled;
import static foyer.operator.SomeSigningIn.refused;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.SettableClock;
import foyer.token.SomeTokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Staying signed in by refresh tokens, of which each is good once. */
class RefreshingTest {
    private static final String HERE = "192.0.2.1";

    private final SomeSigningIn some = new SomeSigningIn();
    private final SettableClock clock = some.clock;
    private final Operators operators = some.operators;
    private final Operator ann = some.ann;
    private final SigningIn signingIn = some.signingIn(SomeTokens.OURS);

    @Test
    void aRefreshTokenUsedAgainEndsItsFamily() {
        var first = signIn().refreshToken();
        var second = signingIn.refresh(first).refreshToken();

        refused(() -> signingIn.refresh(first));
        refused(() -> signingIn.refresh(second));
    }

    @Test
    void anotherSignInIsAnotherFamily() {
        var onePlace = signIn().refreshToken();
        var another = signIn().refreshToken();
        signingIn.refresh(onePlace);

        refused(() -> signingIn.refresh(onePlace));

        assertThat(signingIn.refresh(another).roles()).containsExactly("admin");
    }

    @Test
    void anAlteredRefreshTokenIsWorthNothing() {
        var token = signIn().refreshToken();

        refused(() -> signingIn.refresh(token + "x"));
        refused(() -> signingIn.refresh("nonsense"));
        refused(() -> signingIn.refresh(""));
    }

    @Test
    void signingOutEndsTheFamily() {
        var token = signIn().refreshToken();

        signingIn.signOut(token);

        refused(() -> signingIn.refresh(token));
    }

    @Test
    void signingOutWithNonsenseSaysNothing() {
        signingIn.signOut("nonsense");
    }

    @Test
    void afterAWhileThePasswordIsAskedAgainHoweverOftenOneRefreshes() {
        var token = signIn().refreshToken();
        clock.pass(SIGNED_IN_FOR.minusSeconds(1));
        var next = signingIn.refresh(token).refreshToken();

        clock.pass(Duration.ofSeconds(1));

        refused(() -> signingIn.refresh(next));
    }

    @Test
    void anotherRoleShowsAtTheNextRefresh() {
        operators.add(anAdmin("bob@example.org"));
        var token = signIn().refreshToken();

        operators.replace(ann, as(ann, Role.ORGANIZER, Role.ANALYST));

        assertThat(signingIn.refresh(token).roles()).containsExactly("organizer", "analyst");
    }

    @Test
    void whoWasRemovedOrDisabledIsOutAtTheNextRefresh() {
        operators.add(anAnalyst("bob@example.org"));
        var bob = operators.find(new EmailAddress("bob@example.org")).orElseThrow();
        var one = signingIn.signIn("bob@example.org", PASSWORD, HERE).refreshToken();
        var two = signingIn.signIn("bob@example.org", PASSWORD, HERE).refreshToken();

        operators.replace(bob, disabled(bob));
        refused(() -> signingIn.refresh(one));

        operators.remove(disabled(bob));
        refused(() -> signingIn.refresh(two));
    }

    @Test
    void anotherPasswordEndsWhatWasBegunOnTheOldOne() {
        var token = signIn().refreshToken();
        clock.pass(Duration.ofSeconds(1));
        var changed =
                as(ann, Role.ADMIN).withPassword(new PasswordHash("hash of another one entirely"), clock.instant());

        operators.replace(ann, changed);

        refused(() -> signingIn.refresh(token));
    }

    @Test
    void ofTwoRefreshesAtOnceOneWinsAndTheFamilyEnds() throws Exception {
        var token = signIn().refreshToken();
        var both = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> refreshing = () -> refreshed(token);
            var won = 0;
            for (var each : both.invokeAll(List.of(refreshing, refreshing))) {
                won += each.get(20, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
            refused(() -> signingIn.refresh(token));
        } finally {
            both.shutdown();
        }
    }

    private SignedIn signIn() {
        return signingIn.signIn("ann@example.org", PASSWORD, HERE);
    }

    private boolean refreshed(String token) {
        try {
            signingIn.refresh(token);
            return true;
        } catch (BadCredentials lost) {
            return false;
        }
    }
}
