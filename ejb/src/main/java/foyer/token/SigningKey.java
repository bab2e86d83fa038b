package foyer.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import foyer.shared.Ids;
import java.time.Instant;

/**
 * A pair of keys for ES256 (RFC 7518, 3.4), known from when it is made and signing from later on.
 *
 * @param pair with the private part; it never leaves the store unsealed
 */
public record SigningKey(String id, Instant signsFrom, ECKey pair) {
    public static SigningKey fresh(Instant signsFrom) {
        var id = Ids.fresh();
        try {
            var pair = new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new SigningKey(id, signsFrom, pair);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Every Java platform has P-256", impossible);
        }
    }

    /** Without the private part: this may end up in a log. */
    @Override
    public String toString() {
        return "SigningKey[" + id + " from " + signsFrom + "]";
    }
}
