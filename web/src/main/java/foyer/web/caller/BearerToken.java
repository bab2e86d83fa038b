package foyer.web.caller;

import foyer.edge.ErrorAnswer;
import foyer.shared.ProblemCode;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An access token that the container has refused. Nothing of it is believed: it is looked into only to tell a client
 * that keeps its tokens properly that it is time to refresh.
 */
public final class BearerToken {
    private static final int LONGEST = 8192;
    private final String token;

    private BearerToken(String token) {
        this.token = token;
    }

    /** @param authorization the header, absent where the caller sent none */
    public static BearerToken of(@Nullable String authorization) {
        return authorization != null && authorization.startsWith("Bearer ") && authorization.length() <= LONGEST
                ? new BearerToken(authorization.substring("Bearer ".length()))
                : new BearerToken("");
    }

    /** How the refusal is told. */
    public ErrorAnswer refused(Instant now) {
        if (expiresAt().filter(at -> !at.isAfter(now)).isPresent()) {
            return new ErrorAnswer(
                    ProblemCode.TOKEN_EXPIRED, "The access token has expired. Refresh it and repeat the call.");
        }
        return token.isEmpty()
                ? new ErrorAnswer(
                        ProblemCode.UNAUTHENTICATED, "Sign in first: send an operator's access token as Bearer.")
                : new ErrorAnswer(ProblemCode.UNAUTHENTICATED, "This access token is not valid. Sign in again.");
    }

    private Optional<Instant> expiresAt() {
        var parts = token.split("\\.", 4);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            try (var reader = Json.createReader(new StringReader(claims))) {
                return Optional.ofNullable(reader.readObject().get("exp"))
                        .filter(JsonNumber.class::isInstance)
                        .map(exp -> Instant.ofEpochSecond(((JsonNumber) exp).longValueExact()));
            }
        } catch (RuntimeException unreadable) {
            // Others read it: of what is nested too deeply the JSON provider says no more than this.
            return Optional.empty();
        }
    }
}
