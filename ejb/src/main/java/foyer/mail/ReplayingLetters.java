package foyer.mail;

import foyer.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Shows the letters that were given up, and sends them again when what kept them is mended. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({"admin", "organizer"})
public class ReplayingLetters {
    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** The newest first. */
    @RolesAllowed({"admin", "organizer"})
    public Page<DeadLetter> dead(int limit, @Nullable String position) {
        var page = outbox.buried(Posting.KINDS, limit, position);
        return new Page<>(page.items().stream().map(DeadLetter::of).toList(), page.next());
    }

    /** Fails with {@link foyer.shared.NotFound} unless it was given up. */
    @RolesAllowed({"admin", "organizer"})
    public void replay(String id) {
        outbox.revive(id, clock.instant());
    }
}
