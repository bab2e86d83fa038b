package foyer.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");

    @Test
    void anExpiredTokenIsToldToBeSo() {
        assertThat(refusalOf(tokenWith("{\"exp\":" + NOON.minusSeconds(1).getEpochSecond() + "}")))
                .isEqualTo(ProblemCode.TOKEN_EXPIRED);
    }

    @Test
    void aTokenThatIsWrongForAnotherReasonIsNot() {
        assertThat(refusalOf(tokenWith("{\"exp\":" + NOON.plusSeconds(60).getEpochSecond() + "}")))
                .isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Basic YTpi",
                "Bearer",
                "Bearer ",
                "Bearer a",
                "Bearer a.b",
                "Bearer a.!!.c",
                "Bearer a.e30.c",
                "Bearer ....."
            })
    void whatIsNoTokenIsNoReasonToFail(@Nullable String authorization) {
        assertThat(refusalOf(authorization)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exp\":\"soon\"}",
                "{\"exp\":1e400}",
                "{\"exp\":-99999999999999999}",
                "{\"exp\":1.5}",
                "[]",
                "{",
                "{\"exp\":{}}"
            })
    void oddClaimsAreNoReasonToFail(String claims) {
        assertThat(refusalOf(tokenWith(claims))).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    /** As much as fits into a header, and more than the JSON provider bears. */
    @ParameterizedTest
    @ValueSource(strings = {"depth", "digits", "digits elsewhere"})
    void claimsWithoutMeasureAreNoReasonToFail(String what) {
        var claims = switch (what) {
            case "depth" -> "{\"a\":" + "[".repeat(1_100) + "]".repeat(1_100) + "}";
            case "digits" -> "{\"exp\":" + "7".repeat(1_200) + "}";
            default -> "{\"exp\":1,\"a\":" + "7".repeat(1_200) + "}";
        };

        assertThat(refusalOf(tokenWith(claims))).isIn(ProblemCode.UNAUTHENTICATED, ProblemCode.TOKEN_EXPIRED);
    }

    private static ProblemCode refusalOf(@Nullable String authorization) {
        return BearerToken.of(authorization).refused(NOON).code();
    }

    private static String tokenWith(String claims) {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return "Bearer e30." + encoded + ".c2lnbmF0dXJl";
    }
}
