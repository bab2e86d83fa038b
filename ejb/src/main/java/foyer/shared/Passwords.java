package foyer.shared;

/** Turns passwords into what may be stored, slowly on purpose. */
public interface Passwords {
    /**
     * A salted slow hash with its parameters, as text. Fails with {@link TooManyRequests} when the line of those who
     * wait for a slow hash is full.
     */
    String hash(String password);

    /** Whether the password is the one that was hashed; the same line, the same refusal. */
    boolean matches(String password, String stored);

    /** Takes as long as {@link #matches} and matches nothing: for those who are not known here. */
    void matchNothing(String password);
}
