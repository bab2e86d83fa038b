package foyer.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import foyer.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

/** Writes and signs access tokens with the claims MicroProfile JWT 2.1 asks for. */
@ApplicationScoped
public class AccessTokens {
    @Inject
    CurrentKeys keys;

    @Inject
    TokenSettings settings;

    @Inject
    Clock clock;

    public Duration lifetime() {
        return settings.lifetime();
    }

    /**
     * @param subject whom it stands for, for good
     * @param name how the container calls them
     * @param roles the groups the container matches with its roles
     */
    public String issue(String subject, String name, List<String> roles) {
        var now = clock.instant();
        var key = keys.signer(now);
        var claims = new JWTClaimsSet.Builder()
                .issuer(TokenSettings.OURS)
                .audience(TokenSettings.OURS)
                .subject(subject)
                .claim("upn", name)
                .claim("groups", roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.lifetime())))
                .jwtID(Ids.fresh())
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.id())
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key.pair()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A P-256 key signs ES256", impossible);
        }
    }
}
