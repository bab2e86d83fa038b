package foyer.operator;

import foyer.shared.Ids;
import foyer.shared.NotFound;

/** Names an operator for good, whatever becomes of the address. */
public record OperatorId(String value) {
    /** Fails with {@link NotFound} for what cannot be an id of ours. */
    public static OperatorId of(String text) {
        if (!Ids.wellFormed(text)) {
            throw new NotFound("operator");
        }
        return new OperatorId(text);
    }

    public static OperatorId fresh() {
        return new OperatorId(Ids.fresh());
    }

    @Override
    public String toString() {
        return value;
    }
}
