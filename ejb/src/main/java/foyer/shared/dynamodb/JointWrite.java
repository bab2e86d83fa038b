package foyer.shared.dynamodb;

import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.VersionConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes what a keeper changes, what others brought along and what is told of it: all or nothing, and again as long as it
 * only meets others. What was told before is not told again, and keeps nothing of the rest back.
 */
public final class JointWrite {
    private static final int KEPT = 0;

    private final StoreClient client;
    private final OutboxItems outbox;
    private final String what;

    /** @param what is changed, in the words of {@link VersionConflict} */
    public JointWrite(StoreClient client, OutboxItems outbox, String what) {
        this.client = client;
        this.outbox = outbox;
        this.what = what;
    }

    /**
     * Fails with {@link VersionConflict}, or with the refusal that one of the others brought along.
     *
     * @param own made anew for each try, for what it depends on may be another by then; the condition of the first of them is
     *     the version, and when one of the rest is refused it is tried again
     */
    public void write(Supplier<List<TransactWriteItem>> own, Alongside alongside, List<Outgoing> facts) {
        var attempts = new Attempts();
        var others = StoredAlongside.in(alongside);
        var news = facts;
        while (true) {
            var parts = new ArrayList<>(own.get());
            var place = parts.size();
            others.forEach(other -> parts.add(other.item()));
            var first = parts.size();
            news.forEach(fact -> parts.add(outbox.write(fact)));
            var cancelled = attempts.write(client, parts);
            if (cancelled.isEmpty()) {
                return;
            }
            var refused = cancelled.get();
            if (!StoreFailures.conditionFailed(refused)) {
                throw refused;
            }
            if (StoreFailures.conditionFailed(refused, KEPT)) {
                throw new VersionConflict(what);
            }
            StoredAlongside.refuse(others, refused, place);
            var untold = OutboxItems.untold(news, refused, first);
            if (untold.size() == news.size()) {
                attempts.pause();
            }
            news = untold;
        }
    }
}
