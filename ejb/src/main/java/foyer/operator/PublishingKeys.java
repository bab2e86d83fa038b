package foyer.operator;

import foyer.token.CurrentKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells everybody the keys that operators' tokens are verified with. */
@Stateless
public class PublishingKeys {
    @Inject
    CurrentKeys keys;

    /** A JSON Web Key Set (RFC 7517) as a neutral tree; empty when an outside issuer signs. */
    @PermitAll
    public Map<String, Object> keySet() {
        return keys.ring().published().toJSONObject();
    }
}
