package foyer.mail;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A letter that was given up.
 *
 * @param facts what is known of it: its kind, event, address and language, unless it could not be opened
 * @param reason why it did not go out
 */
public record DeadLetter(String id, Map<String, Object> facts, int attempts, String reason, Instant diedAt) {
    static DeadLetter of(Dispatch dispatch) {
        var outgoing = dispatch.outgoing();
        return new DeadLetter(
                outgoing.id(),
                outgoing.facts(),
                dispatch.attempts(),
                dispatch.trouble().orElse(""),
                outgoing.due());
    }

    /** As a neutral tree; codes and links are for its reader alone. */
    public Map<String, Object> view() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("letterId", id);
        tree.put("state", "dead");
        for (var name : new String[] {"kind", "eventId", "to", "language"}) {
            if (facts.get(name) instanceof String text) {
                tree.put(name, text);
            }
        }
        tree.put("attempts", (long) attempts);
        tree.put("reason", reason);
        tree.put("diedAt", DateTimeFormatter.ISO_INSTANT.format(diedAt));
        return tree;
    }
}
