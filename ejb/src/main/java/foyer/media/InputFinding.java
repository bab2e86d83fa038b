package foyer.media;

/** What is wrong with what an encoder sends, if it sends at all. */
public enum InputFinding {
    /** None has come since the channel was started. */
    NO_INPUT,
    NO_VIDEO,
    NO_AUDIO,
    /** There was one, and it went. */
    INPUT_LOST,
    /** Fewer bits come than a watchable picture needs. */
    LOW_BITRATE
}
