package foyer.media.edge;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Noted as long as the test runs. */
class RevocationsInMemory implements Revocations {
    final Map<String, Revocation> noted = new ConcurrentHashMap<>();

    @Override
    public void note(Collection<Revocation> revocations) {
        revocations.forEach(each -> noted.put(each.name(), each));
    }

    @Override
    public void change(Collection<Revocation> revocations) {
        revocations.forEach(
                each -> noted.computeIfPresent(each.name(), (name, there) -> isAsRead(each, there) ? each : there));
    }

    @Override
    public void remove(Collection<Revocation> revocations) {
        noted.values().removeIf(there -> revocations.stream().anyMatch(read -> isAsRead(read, there)));
    }

    private static boolean isAsRead(Revocation read, Revocation there) {
        return there.name().equals(read.name()) && there.notedAt().equals(read.notedAt());
    }

    @Override
    public List<Revocation> due(Instant now, int most) {
        return noted.values().stream()
                .filter(each -> !each.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Revocation::dueAt))
                .limit(most)
                .toList();
    }
}
