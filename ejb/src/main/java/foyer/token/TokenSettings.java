package foyer.token;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens operators carry.
 *
 * @param issuer {@code foyer.jwt.issuer}: an outside issuer that is trusted instead of us; absent: we sign
 * @param jwks {@code foyer.jwt.jwks}: where the outside issuer publishes its keys
 * @param algorithm {@code foyer.jwt.algorithm}: ES256, or RS256 from outside
 * @param audience {@code foyer.jwt.audience}: whom a token must be meant for
 * @param lifetime {@code foyer.jwt.lifetime} of an access token of ours
 * @param rotateEvery {@code foyer.jwt.rotate-every}: how long a key of ours signs
 * @param publishAhead {@code foyer.jwt.publish-ahead}: how long a key of ours is known before it signs
 */
public record TokenSettings(
        @Nullable String issuer,
        @Nullable URI jwks,
        String algorithm,
        String audience,
        Duration lifetime,
        Duration rotateEvery,
        Duration publishAhead)
        implements FeatureSettings {
    /** What our own tokens say; {@code microprofile-config.properties} tells the container the same. */
    static final String OURS = "foyer";

    private static final String SIGNED_BY_US = "ES256";

    /** Fails with {@link foyer.shared.WrongSettings} that names every wrong one. */
    public static TokenSettings read(Settings settings) {
        var local = settings.stage() == Stage.LOCAL;
        var read = new TokenSettings(
                settings.text("foyer.jwt.issuer").orElse(null),
                settings.address("foyer.jwt.jwks").orElse(null),
                settings.text("foyer.jwt.algorithm", SIGNED_BY_US),
                settings.text("foyer.jwt.audience", OURS),
                settings.duration("foyer.jwt.lifetime", minutes(10), Duration.ofSeconds(local ? 1 : 60), minutes(60)),
                settings.duration(
                        "foyer.jwt.rotate-every",
                        Duration.ofDays(30),
                        local ? Duration.ofSeconds(2) : Duration.ofHours(1),
                        Duration.ofDays(366)),
                settings.duration(
                        "foyer.jwt.publish-ahead",
                        minutes(5),
                        local ? Duration.ofSeconds(1) : minutes(2),
                        Duration.ofDays(1)));
        read.refuseWhatDoesNotGoTogether(settings, local);
        settings.refuseWrongOnes();
        return read;
    }

    /** Where the keys of the issuer that is trusted instead of us are; empty when we sign. */
    public Optional<URI> outsideKeys() {
        return Optional.ofNullable(issuer == null ? null : jwks);
    }

    /** Whether somebody else signs operators in. */
    public boolean outside() {
        return issuer != null;
    }

    private void refuseWhatDoesNotGoTogether(Settings settings, boolean local) {
        if (rotateEvery.compareTo(publishAhead) <= 0) {
            settings.wrong("foyer.jwt.rotate-every", "is not longer than foyer.jwt.publish-ahead.");
        }
        if (issuer == null) {
            refuseHalfAnIssuer(settings);
        } else if (jwks == null) {
            settings.wrong("foyer.jwt.jwks", "is missing; foyer.jwt.issuer needs it.");
        } else if (!local && !"https".equals(jwks.getScheme())) {
            settings.wrong("foyer.jwt.jwks", "is not an https address.");
        }
        if (!algorithm.equals(SIGNED_BY_US) && !algorithm.equals("RS256")) {
            settings.wrong("foyer.jwt.algorithm", "is neither ES256 nor RS256.");
        }
        if (issuer != null && settings.text("foyer.jwt.audience").isEmpty()) {
            settings.wrong("foyer.jwt.audience", "is missing; foyer.jwt.issuer needs it.");
        }
    }

    private static void refuseHalfAnIssuer(Settings settings) {
        for (var name : new String[] {"foyer.jwt.jwks", "foyer.jwt.algorithm", "foyer.jwt.audience"}) {
            if (settings.text(name).isPresent()) {
                settings.wrong(name, "is set, and foyer.jwt.issuer is not.");
            }
        }
    }

    private static Duration minutes(long count) {
        return Duration.ofMinutes(count);
    }
}
