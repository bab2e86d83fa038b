package foyer.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The ring as this node knows it, so that no request has to ask the store for it. */
@ApplicationScoped
public class CurrentKeys {
    private volatile KeyRing ring = KeyRing.EMPTY;

    public KeyRing ring() {
        return ring;
    }

    /** Fails with {@link IllegalStateException} before {@link RotatingKeys} has loaded the first ring. */
    public SigningKey signer(Instant now) {
        return ring().signer(now).orElseThrow(() -> new IllegalStateException("There is no key to sign with yet."));
    }

    void become(KeyRing next) {
        ring = next;
        VerificationKeys.become(next.published().toString());
    }
}
