package foyer.operator;

import foyer.shared.WrongState;
import foyer.token.AccessTokens;
import foyer.token.TokenSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Lets operators in, keeps them in, and lets them out. */
@Stateless
@PermitAll
public class SigningIn {
    @Inject
    Proving proving;

    @Inject
    StayingSignedIn staying;

    @Inject
    AccessTokens tokens;

    @Inject
    TokenSettings issuing;

    @Inject
    Clock clock;

    /**
     * Fails with {@link foyer.shared.BadCredentials} whatever is wrong, with {@link foyer.shared.TooManyRequests} when
     * tried too often, with {@link WrongState} when an outside issuer signs operators in.
     *
     * @param callerAddress the network address the call came from
     */
    public SignedIn signIn(String email, String password, String callerAddress) {
        refuseWhenOutside();
        // Before the proof: whoever changes the password meanwhile ends this too.
        var now = Instant.ofEpochMilli(clock.millis());
        var operator = proving.prove(email, password, callerAddress);
        return signedIn(operator, staying.begin(operator, now));
    }

    /** The successor of a refresh token and a fresh access token; a token used again ends its whole family. */
    public SignedIn refresh(String refreshToken) {
        refuseWhenOutside();
        var renewal = staying.renew(refreshToken);
        return signedIn(renewal.operator(), renewal.token());
    }

    /** Ends the token's family; says nothing of whether there was one. */
    public void signOut(String refreshToken) {
        staying.end(refreshToken);
    }

    private SignedIn signedIn(Operator operator, RefreshToken token) {
        var roles = operator.roleNames();
        var access = tokens.issue(operator.id().value(), operator.email().typed(), roles);
        return new SignedIn(access, tokens.lifetime(), token.text(), roles);
    }

    private void refuseWhenOutside() {
        if (issuing.outside()) {
            throw new WrongState("Operators sign in with the issuer this deployment trusts, not here.");
        }
    }
}
