package foyer.support;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reports kept in memory, by the same promises as those in a store. */
public final class SupportReportsInMemory implements SupportReports {
    private final Map<SupportCode, SupportReport> reports = new ConcurrentHashMap<>();

    @Override
    public boolean keep(SupportReport report) {
        return reports.merge(
                        report.code(),
                        report,
                        (before, after) -> before.sessionId().equals(after.sessionId()) ? after : before)
                .equals(report);
    }

    @Override
    public Optional<SupportReport> find(SupportCode code) {
        return Optional.ofNullable(reports.get(code));
    }
}
