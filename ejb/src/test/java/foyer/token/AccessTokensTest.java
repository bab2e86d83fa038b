package foyer.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import foyer.shared.SettableClock;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private final SettableClock clock = new SettableClock();
    private final AccessTokens tokens = SomeTokens.accessTokens(clock);

    @Test
    void aTokenSaysAllThatTheContainerAsksFor() throws Exception {
        var token = SignedJWT.parse(tokens.issue("someone", "ann@example.org", List.of("admin")));

        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getType().toString()).isEqualTo("JWT");
        assertThat(claims.getIssuer()).isEqualTo("foyer");
        assertThat(claims.getAudience()).containsExactly("foyer");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(clock.instant()));
        assertThat(claims.getExpirationTime())
                .isEqualTo(Date.from(clock.instant().plus(SomeTokens.OURS.lifetime())));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void aTokenNamesTheKeyThatVerifiesIt() throws Exception {
        var token = SignedJWT.parse(tokens.issue("someone", "ann@example.org", List.of("admin")));

        var key = tokens.keys.ring().published().getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    }

    @Test
    void noTwoTokensHaveOneId() throws Exception {
        assertThat(id()).isNotEqualTo(id());
    }

    private String id() throws Exception {
        return SignedJWT.parse(tokens.issue("someone", "ann@example.org", List.of()))
                .getJWTClaimsSet()
                .getJWTID();
    }
}
