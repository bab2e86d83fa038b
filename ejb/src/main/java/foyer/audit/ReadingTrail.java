package foyer.audit;

import foyer.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Tells admins who moved money. Whoever moves it is not the one to ask. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ReadingTrail {
    @Inject
    AuditTrail trail;

    /** @param event whose entries are asked for; null: all */
    public Page<AuditEntry> entries(@Nullable String event, int limit, @Nullable String position) {
        return event == null ? trail.list(limit, position) : trail.ofEvent(event, limit, position);
    }
}
