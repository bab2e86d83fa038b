package foyer.payment.provider;

import foyer.payment.ledger.PaymentId;
import foyer.payment.provider.Checkouts.Heard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** To which payments something happened, in order; a place in it is a number of entries. */
final class JournalInMemory {
    private final List<PaymentId> entries = new ArrayList<>();
    private int forgotten;

    void add(PaymentId payment) {
        entries.add(payment);
    }

    /** It does not reach back any more to what has happened so far. */
    void forget() {
        forgotten = entries.size();
    }

    Heard since(@Nullable String place) {
        var from = place == null ? entries.size() : Integer.parseInt(place);
        var end = Integer.toString(entries.size());
        if (from < forgotten) {
            return new Heard(Set.of(), end, false, true);
        }
        return new Heard(new LinkedHashSet<>(entries.subList(from, entries.size())), end, false, false);
    }
}
