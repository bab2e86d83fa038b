package foyer.support;

import java.util.Optional;

/** What screens reported, wherever that is kept. */
public interface SupportReports {
    /** In the place of what the same session reported under this code; false where it is another session's, and all stays as it is. */
    boolean keep(SupportReport report);

    /** As it was kept last. It may be over: see {@link SupportReport#overAt}. */
    Optional<SupportReport> find(SupportCode code);
}
