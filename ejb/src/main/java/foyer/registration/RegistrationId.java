package foyer.registration;

import foyer.shared.Ids;
import foyer.shared.NotFound;

/** Names a registration, or a receipt that looks like one; opaque and not guessable. */
public record RegistrationId(String value) {
    /** Fails with {@link NotFound} for what cannot be an id of ours. */
    public static RegistrationId of(String text) {
        if (!Ids.wellFormed(text)) {
            throw new NotFound("registration");
        }
        return new RegistrationId(text);
    }

    public static RegistrationId fresh() {
        return new RegistrationId(Ids.fresh());
    }

    @Override
    public String toString() {
        return value;
    }
}
