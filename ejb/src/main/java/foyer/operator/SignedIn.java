package foyer.operator;

import java.time.Duration;
import java.util.List;

/**
 * What an operator holds after signing in.
 *
 * @param accessToken a JWT, to be sent as {@code Bearer}
 * @param expiresIn how long the access token is good for, from now
 * @param refreshToken opaque, good once: the next answer carries its successor
 * @param roles as in the token: admin, organizer, analyst
 */
public record SignedIn(String accessToken, Duration expiresIn, String refreshToken, List<String> roles) {
    public SignedIn {
        roles = List.copyOf(roles);
    }

    /** Without the tokens: this may end up in a log. */
    @Override
    public String toString() {
        return "SignedIn[" + String.join(", ", roles) + " for " + expiresIn + "]";
    }
}
