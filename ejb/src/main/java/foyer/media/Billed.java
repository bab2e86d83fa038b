package foyer.media;

/** What a channel is paid for at a moment. */
enum Billed {
    NOTHING,
    /** That it is there. */
    WAITING,
    RUNNING
}
