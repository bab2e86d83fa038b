package foyer.session;

import foyer.shared.Ids;

/**
 * The registration whose session it is. Its 128 bits are held as such, as those of a {@link SessionId}: as text they took twice as
 * much memory, of ten thousands who watch by what they registered.
 */
public record Registrant(long high, long low) {
    /** Fails with {@link IllegalArgumentException} for what is no registration's id. */
    static Registrant of(String registration) {
        var bits = Ids.bits(registration);
        return new Registrant(bits.getLong(), bits.getLong());
    }

    /** The registration's id. */
    String value() {
        return Ids.text(high, low);
    }
}
