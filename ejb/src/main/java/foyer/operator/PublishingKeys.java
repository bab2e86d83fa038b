package foyer.operator;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Map;

/** Tells everybody the keys that operators' tokens are verified with. */
@Stateless
public class PublishingKeys {
    /** A JSON Web Key Set (RFC 7517) as a neutral tree; empty when an outside issuer signs. */
    @PermitAll
    public Map<String, Object> keySet() {
        return Map.of("keys", List.of());
    }
}
