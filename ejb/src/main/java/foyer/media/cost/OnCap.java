package foyer.media.cost;

/** What is done where a live channel will cost more than it may. Never is one stopped for it. */
public enum OnCap {
    /** The operator is told. */
    WARN,
    /** And a channel that is prepared then is made without the upper sizes that are too dear. */
    STEP_DOWN
}
