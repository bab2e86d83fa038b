package foyer.media;

/** How far a broadcast has come to be a recording. */
public enum HarvestState {
    /** Nothing is to be recorded yet. */
    NONE,
    /** It is over, and being made into a recording. */
    HARVESTING,
    /** It failed for what somebody has to see to, and is tried again until then. */
    DELAYED,
    /** The recording plays. */
    COMPLETE,
    /** There was nothing to record, or it cannot be made. */
    WITHOUT
}
