package foyer.audit;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.Page;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps entries as long as the test runs. */
public final class AuditTrailInMemory implements AuditTrail {
    private final Map<String, AuditEntry> entries = new ConcurrentHashMap<>();

    @Override
    public Alongside entering(AuditEntry entry) {
        return new AlongsideInMemory(
                () -> {
                    if (entries.containsKey(entry.id())) {
                        throw new VersionConflict("entry");
                    }
                },
                () -> entries.put(entry.id(), entry));
    }

    @Override
    public Page<AuditEntry> list(int limit, @Nullable String position) {
        return page(entry -> true, limit, position);
    }

    @Override
    public Page<AuditEntry> ofEvent(String event, int limit, @Nullable String position) {
        return page(entry -> event.equals(entry.event()), limit, position);
    }

    /** The oldest first. */
    public List<AuditEntry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing(AuditTrailInMemory::place))
                .toList();
    }

    private Page<AuditEntry> page(Predicate<AuditEntry> wanted, int limit, @Nullable String position) {
        if (position != null && !position.matches("[0-9]{15}:.{22}")) {
            throw new ValidationFailed("cursor", "invalid", "This cursor is not one of this list.");
        }
        var left = entries.values().stream()
                .filter(wanted)
                .filter(entry -> position == null || place(entry).compareTo(position) < 0)
                .sorted(Comparator.comparing(AuditTrailInMemory::place).reversed())
                .toList();
        return left.size() <= limit
                ? new Page<>(left, null)
                : new Page<>(left.subList(0, limit), place(left.get(limit - 1)));
    }

    private static String place(AuditEntry entry) {
        return String.format(Locale.ROOT, "%015d:%s", entry.at().toEpochMilli(), entry.id());
    }
}
