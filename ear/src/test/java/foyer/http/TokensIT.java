package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import foyer.whole.Beside;
import foyer.whole.Http;
import foyer.whole.Whole;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens that are not ours, or not any more: 401 in the one format, and never silently anonymous. */
@Beside
class TokensIT {
    private final Http everyone = Whole.onMicro().http();

    @Test
    void aTokenWithoutASignatureIsRefused() throws ParseException {
        refused(new PlainJWT(claims(Instant.now().plusSeconds(600))).serialize());
    }

    /** In each of the spellings in which it is to be had, for whoever verifies may have taken any of them for the secret. */
    @Test
    void ourPublicKeyIsNoSharedSecret() throws ParseException, JOSEException {
        var key = ourKey();
        var encoded = key.toECPublicKey().getEncoded();
        for (var secret :
                List.of(encoded, pem(encoded), bytes(key.toJSONString()), bytes(new JWKSet(key).toString()))) {
            var forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims(later()));
            forged.sign(new MACSigner(secret));

            refused(forged.serialize());
        }
    }

    @Test
    void aKeyThatTheTokenBringsAlongIsNotBelieved() throws ParseException, JOSEException {
        var own = new ECKeyGenerator(Curve.P_256).keyID(ourKey().getKeyID()).generate();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(own.getKeyID())
                        .jwk(own.toPublicJWK())
                        .build(),
                claims(later()));
        forged.sign(new ECDSASigner(own));

        refused(forged.serialize());
    }

    @Test
    void anAlteredTokenIsRefused() {
        var good = Whole.onMicro().bearer("organizer").substring("Bearer ".length());
        var parts = good.split("\\.");
        var other = parts[2].charAt(5) == 'A' ? 'B' : 'A';

        refused(parts[0] + "." + parts[1] + "." + parts[2].substring(0, 5) + other + parts[2].substring(6));
        refused("nonsense");
    }

    /** The JSON provider fails on these, wherever it meets them. */
    @Test
    void claimsWithoutMeasureAreRefusedLikeAnyToken() {
        for (var claims : List.of(
                "{\"a\":" + "[".repeat(1_100) + "]".repeat(1_100) + "}",
                "{\"exp\":" + "7".repeat(1_200) + "}",
                "{\"a\":" + "7".repeat(1_200) + "}")) {
            refused("e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(claims)) + ".c2ln");
        }
    }

    @Test
    void anExpiredTokenIsToldSo() throws ParseException, JOSEException {
        var stranger = new ECKeyGenerator(Curve.P_256).keyID("gone").generate();
        var expired = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("gone").build(),
                claims(Instant.now().minusSeconds(3600)));
        expired.sign(new ECDSASigner(stranger));

        var answer = with(expired.serialize()).get("/api/events").expect(401);

        answer.problem();
        assertThat(answer.errorCode()).isEqualTo("token_expired");
    }

    private void refused(String token) {
        for (var path : new String[] {"/api/events", "/api/events/AAAAAAAAAAAAAAAAAAAAAA", "/api/auth/jwks"}) {
            with(token).get(path).expect(401).problem();
        }
    }

    private static byte[] pem(byte[] key) {
        var lines = Base64.getMimeEncoder(64, bytes("\n")).encodeToString(key);
        return bytes("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Http with(String token) {
        return everyone.with("Authorization", "Bearer " + token);
    }

    private static Instant later() {
        return Instant.now().plusSeconds(600);
    }

    private static JWTClaimsSet claims(Instant expires) throws ParseException {
        var real = SignedJWT.parse(Whole.onMicro().bearer("admin").substring("Bearer ".length()));
        return new JWTClaimsSet.Builder(real.getJWTClaimsSet())
                .expirationTime(Date.from(expires))
                .build();
    }

    private ECKey ourKey() throws ParseException {
        var keys = JWKSet.parse(everyone.get("/api/auth/jwks").expect(200).text());
        return keys.getKeys().get(0).toECKey();
    }
}
