package foyer.shared;

import java.time.Instant;
import java.util.Map;

/**
 * Something the world has to be told once, kept by the transaction of what it tells of, so that neither can be lost
 * without the other. Who tells it comes later.
 *
 * @param id the same for the same fact wherever a repeat must not tell it twice
 * @param kind of whom it is for, as {@code letter}
 * @param facts a neutral tree (see {@link Fields}), sealed where it is kept
 * @param due not to be told before, in whole milliseconds
 */
public record Outgoing(String id, String kind, Map<String, Object> facts, Instant due) {
    public Outgoing {
        facts = Map.copyOf(facts);
    }

    /** What one reader is told is told in order; news that name no reader ({@code to}) have no order. */
    public String reader() {
        return facts.get("to") instanceof String reader ? reader : id;
    }

    /** Something told as soon as possible, and every time that it happens. */
    public static Outgoing now(String kind, Map<String, Object> facts, Instant now) {
        return new Outgoing(Ids.fresh(), kind, facts, now);
    }
}
