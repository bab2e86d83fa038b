package foyer.media;

/** What brings a channel nearer to what is wanted. */
enum ChannelStep {
    /** It is as it should be, or on its way. */
    NONE,
    PROVISION,
    START,
    STOP,
    HARVEST,
    RETIRE,
    /** Nothing is left of it, and nothing to do. */
    CLOSE
}
