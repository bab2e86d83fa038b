package foyer.media.cost;

/** How near to its cap what a live channel will have cost is. */
public enum CapLevel {
    BELOW,
    /** At four fifths of it, or more. */
    NEAR,
    /** At all of it, or more. */
    REACHED
}
