package foyer.audit;

import foyer.shared.CurrentRequest;
import foyer.shared.Fields;
import foyer.shared.Ids;
import foyer.shared.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That an operator did something that moves money. It is written with what they did, and never changed.
 *
 * @param subject what it was done to, by its id or code, as {@link Act} says
 * @param event that it belongs to; null: to none in particular
 * @param sum null where there is none, or where only what follows will tell
 * @param percent of any sum, from 1 to 100, that a voucher takes off; null: none does, or it takes off the sum
 * @param by the operator, by their id
 * @param request as the answer and the log's lines name it
 */
public record AuditEntry(
        String id,
        Act act,
        String subject,
        @Nullable String event,
        @Nullable Money sum,
        @Nullable Integer percent,
        String by,
        Instant at,
        String request) {
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Done by the request that this thread works for. */
    public static AuditEntry of(
            Act act, String subject, @Nullable String event, @Nullable Money sum, String by, Instant now) {
        return new AuditEntry(Ids.fresh(), act, subject, event, sum, null, by, now, CurrentRequest.id());
    }

    /** The same, of a part of any sum. */
    public AuditEntry withPercent(@Nullable Integer part) {
        return new AuditEntry(id, act, subject, event, sum, part, by, at, request);
    }

    /** By the API's names, with times in UTC. */
    public Map<String, Object> view() {
        var view = new LinkedHashMap<String, Object>();
        view.put("entryId", id);
        view.put("act", Fields.wireName(act.name()));
        view.put("subject", subject);
        if (event != null) {
            view.put("eventId", event);
        }
        if (sum != null) {
            view.put("amount", sum.minorUnits());
            view.put("currency", sum.currency().getCurrencyCode());
        }
        if (percent != null) {
            view.put("percent", percent);
        }
        view.put("by", by);
        view.put("at", at.toString());
        view.put("requestId", request);
        return view;
    }
}
