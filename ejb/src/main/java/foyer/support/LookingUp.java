package foyer.support;

import foyer.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Tells operators what happened on the screen of whoever reads them a code. */
@Stateless
@RolesAllowed({"admin", "organizer"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LookingUp {
    private static final String WHAT = "support code";

    @Inject
    SupportReports reports;

    @Inject
    Clock clock;

    /** Fails with {@link NotFound} for a code that nothing was reported under, or too long ago. */
    public SupportReport lookUp(String typed) {
        var now = clock.instant();
        return SupportCode.typed(typed)
                .flatMap(reports::find)
                .filter(report -> !report.overAt(now))
                .orElseThrow(() -> new NotFound(WHAT));
    }
}
