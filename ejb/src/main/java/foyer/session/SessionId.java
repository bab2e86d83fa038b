package foyer.session;

import foyer.shared.Ids;

/**
 * Names a session; opaque and not guessable. Its 128 bits are held as such and not as text, for a node holds ten thousands of
 * these in memory.
 */
public record SessionId(long high, long low) {
    public static SessionId fresh() {
        return of(Ids.fresh());
    }

    /** The one whose {@link #value} this is; fails with {@link IllegalArgumentException} for what never was one. */
    public static SessionId of(String value) {
        var bits = Ids.bits(value);
        return new SessionId(bits.getLong(), bits.getLong());
    }

    /** As screens and the store know it. */
    public String value() {
        return Ids.text(high, low);
    }

    @Override
    public String toString() {
        return value();
    }
}
