package foyer.media.cost;

/** What a live channel's cost is made of, and in what it is counted. */
public enum CostKind {
    /** The channel runs, fed or not. */
    RUNNING("seconds"),
    /** The channel is there and waits. */
    IDLE("seconds"),
    /** What is made is taken in for viewers to fetch. */
    PACKAGED("megabytes"),
    /** Viewers are sent it. */
    DELIVERED("megabytes");

    private final String unit;

    CostKind(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }
}
