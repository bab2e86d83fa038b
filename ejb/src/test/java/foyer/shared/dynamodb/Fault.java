package foyer.shared.dynamodb;

/** Ways in which a store disappoints. */
public enum Fault {
    /** Silence, and nothing was done. */
    BEFORE,
    /** It was done, and nobody was told. */
    AFTER,
    /** It was done, the answer was lost, and the SDK tries again of itself. */
    ANSWER_LOST,
    /** More than the table takes at present. */
    THROTTLE,
    /** Its credentials were late in rotating. */
    EXPIRED_CREDENTIALS,
    /** A transaction that met another one, or a single write that met one. */
    CONFLICT
}
