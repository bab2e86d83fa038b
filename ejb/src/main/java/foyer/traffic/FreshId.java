package foyer.traffic;

import foyer.shared.Ids;

/**
 * The id of what a call makes.
 *
 * @param handedOutBefore whether a call before this one had it too, of which nobody knows whether it made anything
 */
public record FreshId(String value, boolean handedOutBefore) {
    /** Of a call that nobody repeats. */
    public static FreshId ofAFirstCall() {
        return new FreshId(Ids.fresh(), false);
    }
}
