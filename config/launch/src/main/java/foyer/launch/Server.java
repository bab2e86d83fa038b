package foyer.launch;

/** A Foyer that runs and answers, on whichever Payara. */
public interface Server extends AutoCloseable {
    /** The address of the player without a slash at the end, as {@code http://localhost:8080}. */
    String url();

    /** The same over TLS, with a certificate nobody signed. */
    String secureUrl();

    ChildProcess process();

    @Override
    void close();
}
