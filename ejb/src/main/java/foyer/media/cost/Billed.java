package foyer.media.cost;

/** What a channel is paid for at a moment. */
public enum Billed {
    NOTHING,
    /** That it is there. */
    WAITING,
    RUNNING
}
