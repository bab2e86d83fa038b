package foyer.media.edge;

import java.util.Collection;

/** What stands before pictures elsewhere and lets in whoever has an address that is good, but for what it was told of. */
public interface Edge {
    /** Whether there is one that has to be told. */
    boolean there();

    /**
     * Tells it what not to serve any more, and what it may forget; the same again changes nothing. Fails with
     * {@link foyer.shared.Unavailable} when it does not answer, or was told something else at the same moment.
     *
     * @param refused keys as {@link Revocation#key} has them, fifty of both at most
     */
    void tell(Collection<String> refused, Collection<String> forgotten);
}
