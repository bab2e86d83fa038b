package foyer.operator;

import static foyer.operator.SomeOperators.PASSWORD;
import static foyer.operator.SomeOperators.anAdmin;
import static foyer.operator.SomeOperators.anAnalyst;
import static foyer.operator.SomeOperators.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.QuickPasswords;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import foyer.shared.TooManyRequests;
import foyer.shared.WrongState;
import foyer.token.SomeTokens;
import foyer.token.TokenSettings;
import foyer.traffic.SomeLimits;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningInTest {
    private static final String HERE = "192.0.2.1";
    private static final Duration SIGNED_IN_FOR = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock();
    private final Operators operators = new OperatorsInMemory();
    private final QuickPasswords passwords = new QuickPasswords();
    private final Operator ann = anAdmin("ann@example.org");
    private final SigningIn signingIn = signingIn(SomeTokens.OURS);

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
        operators.add(anAdmin("bob@example.org"));
        operators.replace(ann, disabled(ann));

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

    @Test
    void whereAnOutsideIssuerIsTrustedNobodySignsInHere() {
        var here = signingIn(SomeTokens.OUTSIDE);

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

    private boolean refreshed(String token) {
        try {
            signingIn.refresh(token);
            return true;
        } catch (BadCredentials lost) {
            return false;
        }
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(BadCredentials.class).hasMessage(new BadCredentials().getMessage());
    }

    private static Operator disabled(Operator operator) {
        return operator.changed(
                new SubmittedOperator(operator.email(), operator.name(), Set.copyOf(operator.roles()), true, null),
                SettableClock.NOON);
    }

    private SigningIn signingIn(TokenSettings issuing) {
        if (operators.find(ann.id()).isEmpty()) {
            operators.add(ann);
        }
        var made = new SigningIn();
        made.proving = proving();
        made.staying = staying();
        made.tokens = SomeTokens.accessTokens(clock);
        made.issuing = issuing;
        made.clock = clock;
        return made;
    }

    private Proving proving() {
        var made = new Proving();
        made.operators = operators;
        made.passwords = passwords;
        made.limits = SomeLimits.forLogins(clock);
        made.patience = SomeLimits.patience(clock);
        return made;
    }

    private StayingSignedIn staying() {
        var made = new StayingSignedIn();
        made.families = new TokenFamiliesInMemory();
        made.operators = operators;
        made.signatures = new Signatures(new Secret(new byte[32]));
        made.settings = new OperatorSettings(null, null, SIGNED_IN_FOR);
        made.clock = clock;
        return made;
    }
}
