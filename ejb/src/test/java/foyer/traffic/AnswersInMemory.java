package foyer.traffic;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers kept while the tests run. */
public final class AnswersInMemory implements Answers {
    private final Map<String, KeptRequest> requests = new ConcurrentHashMap<>();

    @Override
    public KeptRequest claim(KeptRequest wanted, Instant now) {
        return requests.merge(
                wanted.id(), wanted, (there, ours) -> there.keptUntil().isAfter(now) ? there : ours);
    }

    @Override
    public boolean replace(KeptRequest before, KeptRequest after) {
        return requests.replace(before.id(), before, after);
    }

    @Override
    public void release(KeptRequest claim) {
        requests.computeIfPresent(claim.id(), (id, there) -> there.claimId().equals(claim.claimId()) ? null : there);
    }
}
