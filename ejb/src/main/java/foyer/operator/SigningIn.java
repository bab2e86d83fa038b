package foyer.operator;

import foyer.shared.BadCredentials;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** Lets operators in, keeps them in, and lets them out. */
@Stateless
@PermitAll
public class SigningIn {
    /**
     * Fails with {@link BadCredentials} whatever is wrong, with {@link foyer.shared.TooManyRequests} when tried too often,
     * with {@link foyer.shared.WrongState} when an outside issuer signs operators in.
     *
     * @param callerAddress the network address the call came from
     */
    public SignedIn signIn(String email, String password, String callerAddress) {
        throw new BadCredentials();
    }

    /** The successor of a refresh token and a fresh access token; a token used again ends its whole family. */
    public SignedIn refresh(String refreshToken) {
        throw new BadCredentials();
    }

    /** Ends the token's family; says nothing of whether there was one. */
    public void signOut(String refreshToken) {}
}
