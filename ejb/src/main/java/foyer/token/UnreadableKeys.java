package foyer.token;

/** The stored keys were sealed under another secret; a node with a wrong one must not replace everybody's keys. */
public final class UnreadableKeys extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadableKeys(Throwable cause) {
        super(
                "The stored signing keys cannot be opened: setting foyer.secret is not the one they were sealed with. "
                        + "To begin anew with another secret, delete the item in the table signingKeys; operators then sign in again.",
                cause);
    }
}
