package foyer.mail;

/** Takes letters to their addresses. */
public interface PostOffice {
    Carrier carrier();

    /**
     * Fails with {@link OfficeClosed} when it surely took nothing and would take no other letter either, with
     * {@link SenderRefused} where that stays so until a person has mended it, and with {@link foyer.shared.Unavailable} when
     * nobody knows whether it did.
     */
    Receipt send(Message message);

    /** Called every second: a moment to let go of what was kept at hand for the next letter. */
    default void rest() {}
}
