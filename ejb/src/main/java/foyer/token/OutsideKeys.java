package foyer.token;

import com.nimbusds.jose.jwk.JWKSet;

/** The keys of the issuer that is trusted instead of us. */
public interface OutsideKeys {
    /** As published now, and only those that can verify. Fails with {@link foyer.shared.Unavailable}. */
    JWKSet keySet();
}
