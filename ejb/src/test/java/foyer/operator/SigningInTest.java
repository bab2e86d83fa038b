package foyer.operator;

import static foyer.operator.SomeOperators.PASSWORD;
import static foyer.operator.SomeOperators.anAdmin;
import static foyer.operator.SomeSigningIn.disabled;
import static foyer.operator.SomeSigningIn.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import foyer.shared.BadCredentials;
import foyer.shared.QuickPasswords;
import foyer.shared.SettableClock;
import foyer.shared.TooManyRequests;
import foyer.shared.WrongState;
import foyer.token.SomeTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningInTest {
    private static final String HERE = "192.0.2.1";

    private final SomeSigningIn some = new SomeSigningIn();
    private final SettableClock clock = some.clock;
    private final QuickPasswords passwords = some.passwords;
    private final Operator ann = some.ann;
    private final SigningIn signingIn = some.signingIn(SomeTokens.OURS);

    @Test
    void theRightPasswordGivesATokenForTheContainerAndOneForLater() throws Exception {
        var signedIn = signingIn.signIn("ann@example.org", PASSWORD, HERE);

        var claims = SignedJWT.parse(signedIn.accessToken()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(ann.id().value());
        assertThat(claims.getClaim("upn")).isEqualTo("ann@example.org");
        assertThat(claims.getStringListClaim("groups")).containsExactly("admin");
        assertThat(signedIn.expiresIn()).isEqualTo(SomeTokens.OURS.lifetime());
        assertThat(signingIn.refresh(signedIn.refreshToken()).roles()).containsExactly("admin");
    }

    @Test
    void theDomainMayBeWrittenInCapitals() {
        assertThat(signingIn.signIn("ann@EXAMPLE.org", PASSWORD, HERE).roles()).containsExactly("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "nobody@example.org", "no address", ""})
    void whateverIsWrongIsRefusedInOneWayAndCostsOneSlowHash(String email) {
        refused(() -> signingIn.signIn(email, "wrong", HERE));

        assertThat(passwords.slowHashes()).isEqualTo(1);
    }

    @Test
    void whoIsDisabledIsRefusedLikeAStranger() {
        some.operators.add(anAdmin("bob@example.org"));
        some.operators.replace(ann, disabled(ann));

        refused(() -> signingIn.signIn("ann@example.org", PASSWORD, HERE));
        assertThat(passwords.slowHashes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "nobody@example.org"})
    void whoGuessesOnWaitsLongerAndCostsNoMoreSlowHashes(String email) {
        for (var guess = 0; guess < 5; guess++) {
            refused(() -> signingIn.signIn(email, "wrong", HERE));
        }

        assertThatThrownBy(() -> signingIn.signIn(email, PASSWORD, HERE)).isInstanceOf(TooManyRequests.class);
        assertThat(passwords.slowHashes()).isEqualTo(5);
    }

    @Test
    void whoGuessesElsewhereDoesNotMakeTheOwnerWait() {
        for (var guess = 0; guess < 6; guess++) {
            tried("ann@example.org", "203.0.113.7");
        }

        assertThat(signIn().roles()).containsExactly("admin");
    }

    @Test
    void guessingAtOneAddressFromManyNetworksIsSlowedDownToo() {
        for (var network = 1; network <= 12; network++) {
            tried("ann@example.org", "203.0.113." + network);
        }

        assertThatThrownBy(this::signIn).isInstanceOf(TooManyRequests.class);
        clock.pass(Duration.ofSeconds(5));
        assertThat(signIn().roles()).containsExactly("admin");
    }

    @Test
    void guessingAtManyAddressesFromOneNetworkIsSlowedDownToo() {
        for (var person = 0; person < 30; person++) {
            tried("person" + person + "@example.org", HERE);
        }

        assertThatThrownBy(this::signIn).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void whereAnOutsideIssuerIsTrustedNobodySignsInHere() {
        var here = some.signingIn(SomeTokens.OUTSIDE);

        assertThatThrownBy(() -> here.signIn("ann@example.org", PASSWORD, HERE)).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> here.refresh("x")).isInstanceOf(WrongState.class);
    }

    private SignedIn signIn() {
        return signingIn.signIn("ann@example.org", PASSWORD, HERE);
    }

    private void tried(String email, String from) {
        try {
            signingIn.signIn(email, "wrong", from);
        } catch (BadCredentials | TooManyRequests refused) {
            // as it should be
        }
    }
}
