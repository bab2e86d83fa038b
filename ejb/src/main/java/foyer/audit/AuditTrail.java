package foyer.audit;

import foyer.shared.Alongside;
import foyer.shared.Page;
import org.jspecify.annotations.Nullable;

/** All entries, wherever they are kept. None is ever changed or deleted. */
public interface AuditTrail {
    /**
     * One more, as part of the transaction of what it tells of: neither is there without the other. Refused with
     * {@link foyer.shared.VersionConflict} rather than overwrite one.
     */
    Alongside entering(AuditEntry entry);

    /** The newest first; one that was just written may show some moments later. */
    Page<AuditEntry> list(int limit, @Nullable String position);

    /** The same, of an event. */
    Page<AuditEntry> ofEvent(String event, int limit, @Nullable String position);
}
