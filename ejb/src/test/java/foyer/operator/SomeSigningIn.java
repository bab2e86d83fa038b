package foyer.operator;

import static foyer.operator.SomeOperators.anAdmin;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.BadCredentials;
import foyer.shared.QuickPasswords;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import foyer.token.SomeTokens;
import foyer.token.TokenSettings;
import foyer.traffic.SomeLimits;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Signing in on stores in memory, as Ann, an admin, knows it. */
final class SomeSigningIn {
    static final Duration SIGNED_IN_FOR = Duration.ofDays(1);

    final SettableClock clock = new SettableClock();
    final Operators operators = new OperatorsInMemory();
    final QuickPasswords passwords = new QuickPasswords();
    final Operator ann = anAdmin("ann@example.org");

    SigningIn signingIn(TokenSettings issuing) {
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

    static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(BadCredentials.class).hasMessage(new BadCredentials().getMessage());
    }

    static Operator disabled(Operator operator) {
        return operator.changed(
                new SubmittedOperator(operator.email(), operator.name(), Set.copyOf(operator.roles()), true, null),
                SettableClock.NOON);
    }
}
