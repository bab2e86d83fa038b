package foyer.event;

/** Where an event stands; the first four in the order of time, which never runs backwards. */
public enum EventState {
    DRAFT,
    PUBLISHED,
    LIVE,
    ENDED,
    CANCELLED,
    ARCHIVED;

    /** Whether people may know of the event. */
    public boolean open() {
        return this != DRAFT && this != ARCHIVED;
    }
}
