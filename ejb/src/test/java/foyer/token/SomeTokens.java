package foyer.token;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Settings and keys to test with. */
public final class SomeTokens {
    public static final TokenSettings OURS = new TokenSettings(
            null, null, "ES256", "foyer", Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofMinutes(5));

    public static final TokenSettings OUTSIDE = outsideAt(URI.create("https://issuer.example/jwks"));

    private SomeTokens() {}

    public static TokenSettings outsideAt(URI keys) {
        return new TokenSettings(
                "https://issuer.example",
                keys,
                "RS256",
                "foyer-api",
                Duration.ofMinutes(10),
                Duration.ofDays(30),
                Duration.ofMinutes(5));
    }

    /** Signed with a key that is there already. */
    public static AccessTokens accessTokens(Clock clock) {
        var tokens = new AccessTokens();
        tokens.keys = new CurrentKeys();
        tokens.keys.become(KeyRing.EMPTY.turned(clock.instant(), OURS));
        tokens.settings = OURS;
        tokens.clock = clock;
        return tokens;
    }
}
