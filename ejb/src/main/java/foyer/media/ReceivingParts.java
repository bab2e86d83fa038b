package foyer.media;

import foyer.shared.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;

/** Lets whoever has a part's address send that part, and nothing else. */
@ApplicationScoped
public class ReceivingParts {
    @Inject
    Arrivals arrivals;

    @Inject
    Signatures signatures;

    @Inject
    Clock clock;

    /** Fails with {@link foyer.shared.Forbidden} for an address we did not make, and with {@link PermitExpired}. */
    public PartPermit permit(String address) {
        return PartPermit.read(address, signatures, clock.instant());
    }

    /** See {@link Arrivals#take}. */
    public void receive(PartPermit permit, InputStream body) {
        arrivals.take(permit, body);
    }
}
