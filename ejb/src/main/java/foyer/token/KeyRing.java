package foyer.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a deployment in the order they sign: those whose last tokens may still be about, the one that signs, and
 * perhaps the one that will.
 *
 * @param version counts the changes; 0 before the first
 */
public record KeyRing(long version, List<SigningKey> keys) {
    public static final KeyRing EMPTY = new KeyRing(0, List.of());

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** The key that signs at this time; empty only before the first was made. */
    public Optional<SigningKey> signer(Instant now) {
        return keys.stream().filter(key -> !key.signsFrom().isAfter(now)).reduce((earlier, later) -> later);
    }

    /**
     * The ring as it should be by now: with a successor once the newest key's time comes near, without the keys whose last
     * token has run out. The same ring when nothing is due. The first key of all signs at once, for there is no other.
     */
    public KeyRing turned(Instant now, TokenSettings settings) {
        var turned = new ArrayList<>(keys);
        turned.removeIf(key -> outlived(key, now, settings));
        if (keys.isEmpty()) {
            turned.add(SigningKey.fresh(now));
        } else if (!newest().signsFrom().plus(settings.rotateEvery()).isAfter(now.plus(settings.publishAhead()))) {
            turned.add(SigningKey.fresh(now.plus(settings.publishAhead())));
        }
        return turned.equals(keys) ? this : new KeyRing(version + 1, turned);
    }

    /** The public parts as a JSON Web Key Set (RFC 7517): also of the key that does not sign yet. */
    public JWKSet published() {
        return new JWKSet(
                keys.stream().<JWK>map(key -> key.pair().toPublicJWK()).toList());
    }

    // A clock may be ahead of another by as much as a key is known ahead.
    private boolean outlived(SigningKey key, Instant now, TokenSettings settings) {
        var successor = keys.indexOf(key) + 1;
        return successor < keys.size()
                && keys.get(successor)
                        .signsFrom()
                        .plus(settings.lifetime())
                        .plus(settings.publishAhead())
                        .isBefore(now);
    }

    private SigningKey newest() {
        return keys.get(keys.size() - 1);
    }
}
