package foyer.token;

/** Where the deployment's one ring of keys is kept, sealed. */
public interface KeyRings {
    /** {@link KeyRing#EMPTY} before the first key was made. */
    KeyRing current();

    /**
     * Stores a ring in the place of the version before it.
     *
     * @return false when another node was faster; what it stored is then the current one
     */
    boolean succeed(KeyRing next);
}
